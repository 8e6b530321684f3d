using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>What a tenant chose for itself: for its admins at its own host, for operators at the console.</summary>
internal static class SettingsEndpoints
{
    public static RouteGroupBuilder MapOwnSettings(this RouteGroupBuilder tenant)
    {
        var settings = tenant.MapGroup("/settings").WithTags("Settings").RequireRole(Role.Admin);
        settings.MapGet("", Read).Named("ReadOwnSettings").AnswersVersion<SettingsDocument>();
        settings.MapPut("", Replace).Named("ReplaceOwnSettings").Changes<SettingsDocument>(IfMatchUse.Required)
            .Refuses(AccessErrors.AdminOnly);
        return tenant;
    }

    public static RouteGroupBuilder MapSettings(this RouteGroupBuilder console)
    {
        var settings = console.MapGroup("/tenants/{tenant}/settings").WithTags("Settings").EvenExpired();
        settings.MapGet("", Read).Named("ReadSettings").AnswersVersion<SettingsDocument>();
        settings.MapPut("", Replace).Named("ReplaceSettings").Changes<SettingsDocument>(IfMatchUse.Required)
            .Refuses(AccessErrors.AdminOnly);
        return console;
    }

    private static Task<IResult> Read(Ask ask) => ask.Shows(
        ask.Grain<ITenantGrain>().Read(ask.Caller, ask.Aborted), tenant => tenant.Version, tenant => SettingsDocument.Of(tenant.Settings));

    private static Task<IResult> Replace(Body<SettingsDocument> body, Command command) => command.Answers(
        command.Grain<ITenantGrain>().ChangeSettings(
            command.Caller, command.Id, body.Value.ToDomain(), command.Version!.Value, command.Aborted),
        tenant => tenant.Version, tenant => SettingsDocument.Of(tenant.Settings));
}

using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>How a host shows itself: for everybody, and for the admins who choose it.</summary>
internal static class AppearanceEndpoints
{
    public static RouteGroupBuilder MapAppearance(this RouteGroupBuilder api)
    {
        var appearance = api.MapGroup("/appearance").WithTags("Appearance").AllowAnonymous();
        appearance.MapGet("", Show).Named("ReadAppearance").AnswersCached<AppearanceResponse>("application/json",
            "How this host shows itself; may be kept for a minute.");
        return api;
    }

    public static RouteGroupBuilder MapOwnAppearance(this RouteGroupBuilder tenant)
    {
        tenant.MapGroup("/appearance").WithTags("Appearance").MapLogo();
        var own = tenant.MapGroup("/appearance").WithTags("Appearance").RequireRole(Role.Admin);
        own.MapThemePreview();
        own.MapGet("/settings", Read).Named("ReadAppearanceSettings").AnswersVersion<AppearanceDocument>();
        own.MapPut("/settings", Replace).Named("ReplaceAppearanceSettings").Changes<AppearanceDocument>(IfMatchUse.Required);
        return tenant;
    }

    private static async Task<IResult> Show(HttpContext context, ReadableTexts texts) =>
        CachedAnswer.Json(AppearanceResponse.Of(context.Tenant(), await texts.At(context.Tenant().Tenant, context.RequestAborted)));

    private static Task<IResult> Read(Ask ask) => ask.Shows(
        ask.Grain<ITenantGrain>().Read(ask.Caller, ask.Aborted), tenant => tenant.Version, tenant => AppearanceDocument.Of(tenant.Appearance));

    private static Task<IResult> Replace(Body<AppearanceDocument> body, Command command) => command.Answers(
        command.Grain<ITenantGrain>().ChangeAppearance(
            command.Caller, command.Id, body.Value.ToDomain(), command.Version!.Value, command.Aborted),
        tenant => tenant.Version, tenant => AppearanceDocument.Of(tenant.Appearance));
}

using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Templates;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>Tenants as the operators see them, at the console.</summary>
internal static class TenantEndpoints
{
    public static RouteGroupBuilder MapTenants(this RouteGroupBuilder console)
    {
        var tenants = console.MapGroup("/tenants").WithTags("Tenants").Refuses(AccessErrors.OperatorOnly).EvenExpired();
        tenants.MapPost("", Create).Named("CreateTenant").Creates<TenantResponse>()
            .Refuses([TenantErrors.SlugTaken, .. OfTemplates]);
        tenants.MapGet("", List).Named("ListTenants").Takes(Named, QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<TenantListResponse>();
        tenants.MapGet("/{tenant}", Read).Named("ReadTenant").AnswersVersion<TenantResponse>().WithMetadata(new EvenDeleted());
        tenants.MapPut("/{tenant}", Rename).Named("ChangeTenant").Changes<TenantResponse>(IfMatchUse.Required);
        tenants.MapPost("/{tenant}/suspend", Suspend).Named("SuspendTenant").Changes<TenantResponse>().Refuses(TenantErrors.NotActive);
        tenants.MapPost("/{tenant}/reactivate", Reactivate).Named("ReactivateTenant").Changes<TenantResponse>()
            .Refuses(TenantErrors.NotSuspended);
        tenants.MapPost("/{tenant}/deletion", RequestDeletion).Named("RequestTenantDeletion").Changes<TenantResponse>()
            .Refuses(TenantErrors.DeletionRequested);
        tenants.MapDelete("/{tenant}/deletion", WithdrawDeletion).Named("WithdrawTenantDeletion").Changes<TenantResponse>()
            .Refuses(TenantErrors.NoDeletion);
        tenants.MapPost("/{tenant}/deletion/confirm", ConfirmDeletion).Named("ConfirmTenantDeletion").Changes<TenantResponse>()
            .Refuses(TenantErrors.NoDeletion, TenantErrors.SamePerson);
        tenants.MapPost("/{tenant}/restore", Restore).Named("RestoreTenant").Changes<TenantResponse>()
            .Refuses(TenantErrors.NotDeleted, TenantErrors.Erased)
            .WithMetadata(new EvenDeleted());
        return tenants;
    }

    // What the rules may say to a template when it is used.
    private static IEnumerable<Error> OfTemplates =>
    [
        AccessErrors.AdminOnly, CategoryErrors.KeyTaken, CategoryErrors.TooMany, CategoryErrors.CategoryInUse, CategoryErrors.QueueInUse,
        CategoryErrors.TeamInUse, SlaErrors.DefaultPolicyNeeded, SlaErrors.TooManyPolicies, FlagErrors.Exists, FlagErrors.TooMany,
        FlagErrors.BelongsToPlatform, FeedErrors.Stale,
    ];

    private static Task<IResult> Create(Body<CreateTenantRequest> body, Command command)
    {
        // A retry must reach the tenant that the first one made, so its id follows from the command.
        var (id, wanted) = (command.Id.Step("tenant").Id, new CreateTenant(body.Value.Slug ?? "", body.Value.Name ?? "", null));
        return command.Answers(
            command.Grain<ITenantFoundingGrain>(id).Found(
                command.Caller, command.Id, wanted, body.Value.Template, command.Aborted),
            tenant => tenant.Version, tenant => TenantResponse.Of(new(id), tenant),
            tenant => $"{command.Context.Request.Path}/{tenant.Slug}");
    }

    private static readonly QueryParameter Named = QueryParameter.Text("q", "Words in any order, each part of a name or of a slug.");

    private static async Task<IResult> List(HttpContext context, ITenantDirectory directory, Cursors cursors, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (text, limit) = (query.Text(Named.Name), query.Limit());
        var list = $"tenants?{text}";
        var after = query.Cursor<TenantPlace>(cursors, list)?.Slug ?? "";
        query.Done();

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var found = await directory.List(text, after, limit, now, context.RequestAborted);
        return Json.Ok(new TenantListResponse(
            [.. found.Tenants.Select(tenant => TenantOverviewResponse.Of(tenant, now))],
            found.Tenants.Count == limit ? cursors.Seal(context, list, new TenantPlace(found.Tenants[^1].Record.Tenant.Slug)) : null,
            found.Total));
    }

    private static Task<IResult> Read(Ask ask) => ask.Shows(
        ask.Grain<ITenantGrain>().Read(ask.Caller, ask.Aborted), tenant => tenant.Version, tenant =>
            TenantResponse.Of(ask.Caller.Tenant, tenant));

    private static Task<IResult> Rename(Body<ChangeTenantRequest> body, Command command) => Shown(
        command, Tenant(command).Rename(
            command.Caller, command.Id, body.Value.Name ?? "", command.Version!.Value, command.Aborted));

    private static Task<IResult> Suspend(Body<SuspendTenantRequest> body, Command command) =>
        Shown(command, Tenant(command).Suspend(command.Caller, command.Id, body.Value.Reason ?? "", command.Aborted));

    private static Task<IResult> Reactivate(Command command) =>
        Shown(command, Tenant(command).Reactivate(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> RequestDeletion(Body<DeleteTenantRequest> body, Command command) =>
        Shown(command, Tenant(command).RequestDeletion(command.Caller, command.Id, body.Value.Reason ?? "", command.Aborted));

    private static Task<IResult> WithdrawDeletion(Command command) =>
        Shown(command, Tenant(command).WithdrawDeletion(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> ConfirmDeletion(Command command) =>
        Shown(command, Tenant(command).ConfirmDeletion(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> Restore(Command command) =>
        Shown(command, Tenant(command).Restore(command.Caller, command.Id, command.Aborted));

    private static ITenantGrain Tenant(Command command) => command.Grain<ITenantGrain>();

    private static Task<IResult> Shown(Command command, Task<Result<Outcome<Tenant>>> act) =>
        command.Answers(act, tenant => tenant.Version, tenant => TenantResponse.Of(command.Caller.Tenant, tenant));

    private sealed record TenantPlace(string Slug);
}

using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Tenants;

/// <summary>Tenants as the operators see them, at the console.</summary>
internal static class TenantEndpoints
{
    public static RouteGroupBuilder MapTenants(this RouteGroupBuilder console)
    {
        var tenants = console.MapGroup("/tenants").WithTags("Tenants").Refuses(AccessErrors.OperatorOnly).EvenExpired();
        tenants.MapPost("", Create).Named("CreateTenant").Creates<TenantResponse>()
            .Refuses([TenantErrors.SlugTaken, .. TemplateUse.Refusals]);
        tenants.MapGet("", List).Named("ListTenants").Takes(QueryParameter.Limit, QueryParameter.Cursor).Answers<TenantListResponse>();
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

    private static async Task<IResult> Create(
        Body<CreateTenantRequest> body, HttpContext context, IGrainFactory grains, TenantPasses passes, TemplateUse use,
        ITenantTemplates templates)
    {
        var template = body.Value.Template is { } key ? await TemplateEndpoints.Find(key, templates, context.RequestAborted) : new();
        if (template is null)
            return Problems.Of(TenantErrors.UnknownTemplate);

        // A retry must reach the tenant that the first one made, so its id follows from the command.
        var (caller, command) = (context.Caller(), context.CommandId());
        var id = new TenantId(command.Step("tenant").Id);
        passes.Enter(id);
        var wanted = new CreateTenant(body.Value.Slug ?? "", body.Value.Name ?? "", null);
        var answer = body.Value.Template is null
            ? await grains.GetGrain<ITenantGrain>(GrainKeys.Of(id))
                .Create(caller with { Tenant = id }, command, wanted, context.RequestAborted)
            : await use.Create(caller, command, id, wanted, template, context.RequestAborted);
        if (answer.Refused(out var refusal, out var tenant))
            return Problems.Of(refusal);

        context.Response.SetETag(tenant.Version);
        return Json.Created($"{context.Request.Path}/{tenant.Slug}", TenantResponse.Of(id, tenant));
    }

    private static async Task<IResult> List(HttpContext context, ITenantDirectory directory, Cursors cursors, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var after = cursors.Open<TenantPlace>(context, "tenants", cursor)?.Slug ?? "";
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var found = await directory.List(after, limit, now, context.RequestAborted);
        return Json.Ok(new TenantListResponse(
            [.. found.Tenants.Select(tenant => TenantOverviewResponse.Of(tenant, now))],
            found.Tenants.Count == limit ? cursors.Seal(context, "tenants", new TenantPlace(found.Tenants[^1].Record.Tenant.Slug)) : null,
            found.Total));
    }

    private static async Task<IResult> Read(HttpContext context, IGrainFactory grains) =>
        Answered(context, await Grain(context, grains).Read(context.Caller(), context.RequestAborted));

    private static async Task<IResult> Rename(Body<ChangeTenantRequest> body, HttpContext context, IGrainFactory grains) => Answered(
        context,
        await Grain(context, grains).Rename(
            context.Caller(), context.CommandId(), body.Value.Name ?? "", context.RequiredVersion(), context.RequestAborted));

    private static async Task<IResult> Suspend(Body<SuspendTenantRequest> body, HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).Suspend(
            context.Caller(), context.CommandId(), body.Value.Reason ?? "", context.RequestAborted));

    private static async Task<IResult> Reactivate(HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).Reactivate(context.Caller(), context.CommandId(), context.RequestAborted));

    private static async Task<IResult> RequestDeletion(
        Body<DeleteTenantRequest> body, HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).RequestDeletion(
            context.Caller(), context.CommandId(), body.Value.Reason ?? "", context.RequestAborted));

    private static async Task<IResult> WithdrawDeletion(HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).WithdrawDeletion(context.Caller(), context.CommandId(), context.RequestAborted));

    private static async Task<IResult> ConfirmDeletion(HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).ConfirmDeletion(context.Caller(), context.CommandId(), context.RequestAborted));

    private static async Task<IResult> Restore(HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).Restore(context.Caller(), context.CommandId(), context.RequestAborted));

    private static ITenantGrain Grain(HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<ITenantGrain>(GrainKeys.Of(context.Tenant().Tenant));

    private static IResult Answered(HttpContext context, Result<Tenant> answer)
    {
        if (answer.Refused(out var refusal, out var tenant))
            return Problems.Of(refusal);

        context.Response.SetETag(tenant.Version);
        return Json.Ok(TenantResponse.Of(context.Tenant().Tenant, tenant));
    }

    private sealed record TenantPlace(string Slug);
}

/// <param name="Slug">3 to 40 lower-case letters, digits and hyphens; becomes the subdomain and is never reused.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Template">Key of the template that it begins with; left out: with nothing but the defaults.</param>
public sealed record CreateTenantRequest(
    [Required] string? Slug = null, [Required, MaxLength(TenantRules.MostName)] string? Name = null, string? Template = null);

public sealed record ChangeTenantRequest([Required, MaxLength(TenantRules.MostName)] string? Name = null);

/// <param name="Reason">At most 1,000 characters; kept in the tenant's history.</param>
public sealed record SuspendTenantRequest([Required, MaxLength(TenantRules.MostReason)] string? Reason = null);

/// <param name="Reason">At most 1,000 characters; kept in the tenant's history.</param>
public sealed record DeleteTenantRequest([Required, MaxLength(TenantRules.MostReason)] string? Reason = null);

/// <param name="RequestedBy">Account id of the operator who asked; another one must confirm.</param>
public sealed record TenantDeletionResponse(Guid? RequestedBy, DateTimeOffset RequestedAt, string Reason)
{
    internal static TenantDeletionResponse? Of(DeletionRequest? request) =>
        request is null ? null : new(request.By?.Value, request.At.ToDateTimeOffset(), request.Reason);
}

/// <param name="Deletion">Asked for, or done; null: neither.</param>
/// <param name="EraseAt">Of a deleted tenant: until then it can be restored.</param>
public sealed record TenantResponse(
    Guid Id, string Slug, string Name, string NumberPrefix, TenantStatus Status, string? SuspendedReason, int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, TenantDeletionResponse? Deletion, DateTimeOffset? EraseAt)
{
    public static TenantResponse Of(TenantId id, Tenant tenant) => new(
        id.Value, tenant.Slug, tenant.Name, tenant.NumberPrefix, tenant.Status, tenant.SuspendedReason, tenant.Version,
        tenant.CreatedAt.ToDateTimeOffset(), tenant.UpdatedAt.ToDateTimeOffset(), TenantDeletionResponse.Of(tenant.Deletion),
        tenant.EraseAt?.ToDateTimeOffset());
}

/// <param name="OpenTickets">Neither resolved nor closed.</param>
/// <param name="OverdueTickets">Of these: past their due time.</param>
/// <param name="Members">Active people, customers included.</param>
/// <param name="Concerns">What somebody should look at, worst first; empty: the tenant is well.</param>
public sealed record TenantOverviewResponse(
    Guid Id, string Slug, string Name, TenantStatus Status, int OpenTickets, int OverdueTickets, int Members, int SeatsUsed,
    int Seats, string Plan,
    LicenceState LicenceState, IReadOnlyList<TenantConcern> Concerns, int Version, DateTimeOffset CreatedAt, DateTimeOffset? EraseAt)
{
    internal static TenantOverviewResponse Of(TenantOverview overview, Instant now)
    {
        var (id, tenant) = (overview.Record.Id, overview.Record.Tenant);
        return new(
            id.Value, tenant.Slug, tenant.Name, tenant.Status, overview.OpenTickets, overview.OverdueTickets, overview.Members,
            overview.SeatsUsed,
            overview.SeatsLicensed, (overview.Record.Licence ?? LicenceTerms.Trial).Plan, overview.LicenceStateAt(now),
            [.. overview.ConcernsAt(now)],
            tenant.Version, tenant.CreatedAt.ToDateTimeOffset(), tenant.EraseAt?.ToDateTimeOffset());
    }
}

public sealed record TenantListResponse(IReadOnlyList<TenantOverviewResponse> Items, string? NextCursor, int Total);

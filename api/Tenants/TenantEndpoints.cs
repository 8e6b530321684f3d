using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Access;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>Tenants as the operators see them, at the console.</summary>
internal static class TenantEndpoints
{
    public static RouteGroupBuilder MapTenants(this RouteGroupBuilder console)
    {
        var tenants = console.MapGroup("/tenants").WithTags("Tenants").Refuses("operator-only").EvenExpired();
        tenants.MapPost("", Create).Named("CreateTenant").Creates<TenantResponse>().Refuses("slug-taken");
        tenants.MapGet("", List).Named("ListTenants").Takes(QueryParameter.Limit, QueryParameter.Cursor).Answers<TenantListResponse>();
        tenants.MapGet("/{tenant}", Read).Named("ReadTenant").AnswersVersion<TenantResponse>();
        tenants.MapPut("/{tenant}", Rename).Named("ChangeTenant").Changes<TenantResponse>(IfMatchUse.Required);
        tenants.MapPost("/{tenant}/suspend", Suspend).Named("SuspendTenant").Changes<TenantResponse>().Refuses("tenant-not-active");
        tenants.MapPost("/{tenant}/reactivate", Reactivate).Named("ReactivateTenant").Changes<TenantResponse>().Refuses("tenant-not-suspended");
        return tenants;
    }

    private static async Task<IResult> Create(Body<CreateTenantRequest> body, HttpContext context, IGrainFactory grains, TenantPasses passes)
    {
        // A retry must reach the tenant that the first one made, so its id follows from the command.
        var (caller, command) = (context.Caller(), context.CommandId());
        var id = command.Step("tenant").Id;
        passes.Enter(id);
        var message = new CreateTenantMessage(body.Value.Slug ?? "", body.Value.Name ?? "", null);
        var answer = await grains.GetGrain<ITenantGrain>(GrainKeys.Of(id)).Create(caller with { Tenant = id }, command, message, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        context.Response.SetETag(answer.Value!.Version);
        return Json.Created($"{context.Request.Path}/{answer.Value.Slug}", TenantResponse.Of(answer.Value));
    }

    private static async Task<IResult> List(HttpContext context, ITenantDirectory directory, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var after = cursors.Open<TenantPlace>(context, "tenants", cursor)?.Slug ?? "";
        var found = await directory.List(after, limit, context.RequestAborted);
        return Json.Ok(new TenantListResponse(
            [.. found.Tenants.Select(TenantResponse.Of)],
            found.Tenants.Count == limit ? cursors.Seal(context, "tenants", new TenantPlace(found.Tenants[^1].Tenant.Slug)) : null,
            found.Total));
    }

    private static async Task<IResult> Read(HttpContext context, IGrainFactory grains) =>
        Answered(context, await Grain(context, grains).Read(context.Caller(), context.RequestAborted));

    private static async Task<IResult> Rename(Body<ChangeTenantRequest> body, HttpContext context, IGrainFactory grains) => Answered(
        context,
        await Grain(context, grains).Rename(
            context.Caller(), context.CommandId(), body.Value.Name ?? "", context.RequiredVersion(), context.RequestAborted));

    private static async Task<IResult> Suspend(Body<SuspendTenantRequest> body, HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).Suspend(context.Caller(), context.CommandId(), body.Value.Reason ?? "", context.RequestAborted));

    private static async Task<IResult> Reactivate(HttpContext context, IGrainFactory grains) => Answered(
        context, await Grain(context, grains).Reactivate(context.Caller(), context.CommandId(), context.RequestAborted));

    private static ITenantGrain Grain(HttpContext context, IGrainFactory grains) => grains.GetGrain<ITenantGrain>(GrainKeys.Of(context.Tenant().Tenant.Value));

    private static IResult Answered(HttpContext context, Answer<TenantView> answer)
    {
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        context.Response.SetETag(answer.Value!.Version);
        return Json.Ok(TenantResponse.Of(answer.Value));
    }

    private sealed record TenantPlace(string Slug);
}

/// <param name="Slug">3 to 40 lower-case letters, digits and hyphens; becomes the subdomain and is never reused.</param>
/// <param name="Name">At most 200 characters.</param>
public sealed record CreateTenantRequest([Required] string? Slug = null, [Required, MaxLength(TenantRules.MostName)] string? Name = null);

public sealed record ChangeTenantRequest([Required, MaxLength(TenantRules.MostName)] string? Name = null);

/// <param name="Reason">At most 1,000 characters; kept in the tenant's history.</param>
public sealed record SuspendTenantRequest([Required, MaxLength(TenantRules.MostReason)] string? Reason = null);

public sealed record TenantResponse(
    Guid Id, string Slug, string Name, string NumberPrefix, TenantStatus Status, string? SuspendedReason, int Version, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static TenantResponse Of(TenantView tenant) => new(
        tenant.Id, tenant.Slug, tenant.Name, tenant.NumberPrefix, tenant.Status, tenant.SuspendedReason, tenant.Version, tenant.CreatedAt, tenant.UpdatedAt);

    public static TenantResponse Of(TenantRecord record) => new(
        record.Id.Value, record.Tenant.Slug, record.Tenant.Name, record.Tenant.NumberPrefix, record.Tenant.Status, record.Tenant.SuspendedReason,
        record.Tenant.Version, record.Tenant.CreatedAt.ToDateTimeOffset(), record.Tenant.UpdatedAt.ToDateTimeOffset());
}

public sealed record TenantListResponse(IReadOnlyList<TenantResponse> Items, string? NextCursor, int Total);

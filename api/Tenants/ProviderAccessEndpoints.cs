using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Access;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>Operators inside a tenant: asked for at the console, seen and decided by the tenant's admins at its own host.</summary>
internal static class ProviderAccessEndpoints
{
    public static RouteGroupBuilder MapOwnProviderAccess(this RouteGroupBuilder tenant)
    {
        var access = tenant.MapGroup("/provider-access").WithTags("Provider access").RequirePerson().RequireRole(Role.Admin).EvenExpired();
        access.MapGet("", List).Named("ListOwnProviderAccess").Answers<ProviderGrantListResponse>();
        access.MapPost("/{id}/approve", Approve).Named("ApproveProviderAccess").Changes<ProviderGrantResponse>().Refuses("admin-only", "provider-access-over");
        access.MapPost("/{id}/deny", Deny).Named("DenyProviderAccess").Changes<ProviderGrantResponse>().Refuses("admin-only", "provider-access-over");
        access.MapPost("/{id}/revoke", Revoke).Named("RevokeProviderAccess").Changes<ProviderGrantResponse>().Refuses("admin-only", "provider-access-over");
        return tenant;
    }

    public static RouteGroupBuilder MapProviderAccess(this RouteGroupBuilder console)
    {
        var access = console.MapGroup("/tenants/{tenant}/provider-access").WithTags("Provider access").RequirePerson().Refuses("operator-only").EvenExpired();
        access.MapGet("", List).Named("ListProviderAccess").Answers<ProviderGrantListResponse>();
        access.MapPost("", Request).Named("RequestProviderAccess").Creates<ProviderGrantResponse>().Refuses("provider-access-refused");
        access.MapPost("/{id}/leave", Leave).Named("LeaveProviderAccess").Changes<ProviderGrantResponse>().Refuses("provider-access-over");
        return console;
    }

    private static async Task<IResult> List(HttpContext context, IProviderGrants grants, IMemberDirectory members)
    {
        var found = await grants.List(context.Member().Tenant, context.RequestAborted);
        var items = new List<ProviderGrantResponse>(found.Count);
        foreach (var (id, grant) in found)
            items.Add(await Named(ProviderGrantView.Of(id, grant), members, context.RequestAborted));
        return Json.Ok(new ProviderGrantListResponse(items, NextCursor: null, items.Count));
    }

    private static async Task<IResult> Request(
        Body<RequestProviderAccessRequest> body, HttpContext context, IGrainFactory grains, IMemberDirectory members, ProviderGate gate)
    {
        // A retry must reach the grant that the first one made, so its id follows from the command.
        var command = context.CommandId();
        var id = command.FromKey ? command.Step("provider-access").Id : Guid.CreateVersion7();
        var answer = await Grain(context, grains, id).Request(
            context.Caller(), command, body.Value.Reason ?? "", body.Value.Minutes ?? ProviderGrant.DefaultMinutes, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        gate.Forget(context.Member().Tenant, new(answer.Value.Operator));
        Replay.Mark(context, answer.Value.Replayed);
        context.Response.SetETag(answer.Value.Version);
        return Json.Created($"{context.Request.Path}/{answer.Value.Id:D}", await Named(answer.Value, members, context.RequestAborted));
    }

    private static Task<IResult> Approve(string id, HttpContext context, IGrainFactory grains, IMemberDirectory members, ProviderGate gate) =>
        Answered(context, members, gate, Grain(context, grains, Paths.Id(id)).Approve(context.Caller(), context.CommandId(), context.RequestAborted));

    private static Task<IResult> Deny(string id, HttpContext context, IGrainFactory grains, IMemberDirectory members, ProviderGate gate) =>
        Answered(context, members, gate, Grain(context, grains, Paths.Id(id)).Deny(context.Caller(), context.CommandId(), context.RequestAborted));

    private static Task<IResult> Revoke(string id, HttpContext context, IGrainFactory grains, IMemberDirectory members, ProviderGate gate) =>
        Answered(context, members, gate, Grain(context, grains, Paths.Id(id)).Revoke(context.Caller(), context.CommandId(), context.RequestAborted));

    private static Task<IResult> Leave(string id, HttpContext context, IGrainFactory grains, IMemberDirectory members, ProviderGate gate) =>
        Answered(context, members, gate, Grain(context, grains, Paths.Id(id)).Leave(context.Caller(), context.CommandId(), context.RequestAborted));

    private static IProviderAccessGrain Grain(HttpContext context, IGrainFactory grains, Guid id) =>
        grains.GetGrain<IProviderAccessGrain>(GrainKeys.Of(context.Caller().Tenant, id));

    private static async Task<IResult> Answered(
        HttpContext context, IMemberDirectory members, ProviderGate gate, Task<Result<ProviderGrantView>> asking)
    {
        var answer = await asking;
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        gate.Forget(context.Member().Tenant, new(answer.Value.Operator));
        Replay.Mark(context, answer.Value.Replayed);
        context.Response.SetETag(answer.Value.Version);
        return Json.Ok(await Named(answer.Value, members, context.RequestAborted));
    }

    // Admins must know who it is; the person is the platform's, so the name comes from there and is in no event.
    private static async Task<ProviderGrantResponse> Named(ProviderGrantView grant, IMemberDirectory members, CancellationToken cancellation) =>
        ProviderGrantResponse.Of(grant, (await members.Find(TenantId.Platform, new(grant.Operator), cancellation))?.Name);
}

/// <param name="Reason">At most 1,000 characters; the tenant's admins read it.</param>
/// <param name="Minutes">5 to 480; 60 when left out.</param>
public sealed record RequestProviderAccessRequest([Required, MaxLength(ProviderAccessRules.MostReason)] string? Reason = null, int? Minutes = null);

/// <param name="Operator">Account id at the platform.</param>
/// <param name="OperatorName">null: no longer known there.</param>
/// <param name="DecidedBy">Account id of the admin who agreed, denied or revoked; null: nobody did.</param>
/// <param name="EndsAt">Exclusive; null: it never began.</param>
public sealed record ProviderGrantResponse(
    Guid Id, Guid Operator, string? OperatorName, string Reason, int Minutes, ProviderGrantStatus Status, DateTimeOffset RequestedAt, Guid? DecidedBy,
    DateTimeOffset? EndsAt, int Version)
{
    internal static ProviderGrantResponse Of(ProviderGrantView grant, string? name) => new(
        grant.Id, grant.Operator, name, grant.Reason, grant.Minutes, grant.Status, grant.RequestedAt, grant.DecidedBy, grant.EndsAt, grant.Version);
}

/// <param name="Items">The newest hundred; older ones are in the audit log.</param>
public sealed record ProviderGrantListResponse(IReadOnlyList<ProviderGrantResponse> Items, string? NextCursor, int Total);

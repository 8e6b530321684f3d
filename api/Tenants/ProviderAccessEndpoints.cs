using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>Operators inside a tenant: asked for at the console, seen and decided by the tenant's admins at its own host.</summary>
internal static class ProviderAccessEndpoints
{
    public static RouteGroupBuilder MapOwnProviderAccess(this RouteGroupBuilder tenant)
    {
        var access = tenant.MapGroup("/provider-access").WithTags("Provider access").RequirePerson().RequireRole(Role.Admin).EvenExpired();
        access.MapGet("", List).Named("ListOwnProviderAccess").Answers<ProviderGrantListResponse>();
        access.MapPost("/{id}/approve", Approve).Named("ApproveProviderAccess").Changes<ProviderGrantResponse>()
            .Refuses(AccessErrors.AdminOnly, TenantErrors.ProviderAccessOver);
        access.MapPost("/{id}/deny", Deny).Named("DenyProviderAccess").Changes<ProviderGrantResponse>()
            .Refuses(AccessErrors.AdminOnly, TenantErrors.ProviderAccessOver);
        access.MapPost("/{id}/revoke", Revoke).Named("RevokeProviderAccess").Changes<ProviderGrantResponse>()
            .Refuses(AccessErrors.AdminOnly, TenantErrors.ProviderAccessOver);
        return tenant;
    }

    public static RouteGroupBuilder MapProviderAccess(this RouteGroupBuilder console)
    {
        var access = console.MapGroup("/tenants/{tenant}/provider-access").WithTags("Provider access").RequirePerson()
            .Refuses(AccessErrors.OperatorOnly).EvenExpired();
        access.MapGet("", List).Named("ListProviderAccess").Answers<ProviderGrantListResponse>();
        access.MapPost("", Request).Named("RequestProviderAccess").Creates<ProviderGrantResponse>()
            .Refuses(TenantErrors.ProviderAccessRefused);
        access.MapPost("/{id}/leave", Leave).Named("LeaveProviderAccess").Changes<ProviderGrantResponse>()
            .Refuses(TenantErrors.ProviderAccessOver);
        return console;
    }

    private static async Task<IResult> List(HttpContext context, IProviderGrants grants, IMemberDirectory members)
    {
        var found = await grants.List(context.Member().Tenant, context.RequestAborted);
        var items = new List<ProviderGrantResponse>(found.Count);
        foreach (var (id, grant) in found)
            items.Add(await Named(id, grant, members, context.RequestAborted));
        return Json.Ok(new ProviderGrantListResponse(items, NextCursor: null, items.Count));
    }

    private static Task<IResult> Request(
        Body<RequestProviderAccessRequest> body, Command command, IMemberDirectory members)
    {
        // A retry must reach the grant that the first one made, so its id follows from the command.
        var (given, request) = (command.Id, body.Value);
        var id = given.FromKey ? given.Step("provider-access").Id : command.Context.NewId();
        return Act(id, command, members, grant => grant.Request(
            command.Caller, given, request.Reason ?? "", request.Minutes ?? ProviderGrant.DefaultMinutes, command.Aborted),
            command.Below($"{id:D}"));
    }

    private static Task<IResult> Approve(string id, Command command, IMemberDirectory members) =>
        Act(Paths.Id(id), command, members, grant => grant.Approve(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> Deny(string id, Command command, IMemberDirectory members) =>
        Act(Paths.Id(id), command, members, grant => grant.Deny(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> Revoke(string id, Command command, IMemberDirectory members) =>
        Act(Paths.Id(id), command, members, grant => grant.Revoke(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> Leave(string id, Command command, IMemberDirectory members) =>
        Act(Paths.Id(id), command, members, grant => grant.Leave(command.Caller, command.Id, command.Aborted));

    private static async Task<IResult> Act(
        Guid id, Command command, IMemberDirectory members,
        Func<IProviderAccessGrain, Task<Result<Outcome<ProviderGrant>>>> act, string? location = null)
    {
        if ((await act(command.Grain<IProviderAccessGrain>(id))).Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(command.Context, outcome.Replayed);
        command.Context.Response.SetETag(outcome.State.Version);
        var shown = await Named(id, outcome.State, members, command.Aborted);
        return location is null ? Json.Ok(shown) : Json.Created(location, shown);
    }

    // Admins must know who it is; the person is the platform's, so the name comes from there and is in no event.
    private static async Task<ProviderGrantResponse> Named(
        Guid id, ProviderGrant grant, IMemberDirectory members, CancellationToken cancellation) =>
        ProviderGrantResponse.Of(id, grant, (await members.Find(TenantId.Platform, grant.Operator, cancellation))?.Name);
}

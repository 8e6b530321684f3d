using Helpdesk.Api.Tenants;
using Helpdesk.Contracts;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Audit;
using Helpdesk.Domain.Tenants;
using Microsoft.AspNetCore.Authorization;

namespace Helpdesk.Api.Access;

/// <summary>
/// Whom an endpoint lets in. Every endpoint says it, itself or by its group, with one of these or with <c>AllowAnonymous</c>; one that says nothing is
/// closed. Rights to single things are asked for in the domain.
/// </summary>
public static class Demands
{
    /// <summary>Any member of the tenant.</summary>
    public static TBuilder RequireMember<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireRole(Role.Customer);

    /// <summary>Agents, managers and admins.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireRole(Role.Agent);

    /// <summary>At least this role.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoints, Role role) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Policy(new Demand(role, PersonOnly: false)));

    public static TBuilder RequireOperator<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireRole(Role.Operator);

    /// <summary>A person who is signed in: for what belongs to the person, not to a tenant. Programs are refused.</summary>
    public static TBuilder RequirePerson<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Policy(new Demand(Role.Customer, PersonOnly: true)));

    /// <summary>What a program (an API key, a client's token) needs besides; without this programs are refused.</summary>
    /// <param name="read">For <c>GET</c>; see <see cref="ApiScopes"/>.</param>
    /// <param name="write">For everything else; <c>null</c>: keys may only read.</param>
    public static TBuilder AllowKeys<TBuilder>(this TBuilder endpoints, string read, string? write) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new KeyScopes(read, write));

    /// <summary>Also for staff who must have a second factor and have none yet: what leads to one, and out.</summary>
    public static TBuilder EvenUnenrolled<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new EvenUnenrolled());

    internal static AuthorizationPolicy Policy(Demand demand) => new AuthorizationPolicyBuilder().AddRequirements(demand).Build();
}

/// <param name="Least">Roles are ordered, each includes the ones before it.</param>
internal sealed record Demand(Role Least, bool PersonOnly) : IAuthorizationRequirement;

internal sealed class EvenUnenrolled;

internal sealed record KeyScopes(string Read, string? Write)
{
    public string? For(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Read : Write;
}

/// <summary>Decides on a <see cref="Demand"/>, and makes known who asks.</summary>
internal sealed class DemandHandler(ProviderGate gate, IHostEnvironment environment) : AuthorizationHandler<Demand>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext authorization, Demand demand)
    {
        if (authorization.Resource is not HttpContext context || context.FindCredential() is not { } credential)
            return;

        var refusal = Refusal(context, credential, demand, out var member);
        Guid? grant = null;
        if (refusal is null && ProviderGate.Guards(context, member!))
        {
            grant = await gate.Grant(context, member!);
            member = member! with { Role = ProviderAccessRules.Inside };
            refusal = grant is null ? TenantErrors.ProviderAccessRequired : member.Role < demand.Least ? AccessErrors.RoleRequired : null;
        }

        if (refusal is not null)
        {
            authorization.Fail(new Refused(this, refusal));
            return;
        }

        var origin = AuditOrigin.Text(ClientAddress.Of(context), credential.Door, grant);
        context.SetCaller(new Caller(member!.Tenant.Value, member.Account.Value, member.Role, origin, credential.GroupIn(member.Tenant)));
        authorization.Succeed(demand);
    }

    private Error? Refusal(HttpContext context, Credential credential, Demand demand, out Member? member)
    {
        member = credential.In(context.Tenant());
        if (member is null)
            return AccessErrors.NotFound;
        if (context.FindSessionCookie() is { } cookie && SameOrigin.Refusal(context, cookie) is { } foreign)
            return foreign;
        if (credential.Scopes is { } granted && (demand.PersonOnly ? AccessErrors.PersonRequired : ScopeRefusal(context, granted)) is { } narrow)
            return narrow;
        if (member.Role < demand.Least)
            return AccessErrors.RoleRequired;
        return LacksSecondFactor(context, credential, member.Role) && context.GetEndpoint()?.Metadata.GetMetadata<EvenUnenrolled>() is null
            ? AccessErrors.SecondFactorNotSetUp
            : null;
    }

    private bool LacksSecondFactor(HttpContext context, Credential credential, Role role) =>
        credential.Session is { HasSecondFactor: false } && SecondFactorRules.IsNeeded(role, context.Tenant().Settings.SecondFactor, environment.IsDevelopment());

    private static Error? ScopeRefusal(HttpContext context, IReadOnlyList<string> granted) =>
        context.GetEndpoint()?.Metadata.GetMetadata<KeyScopes>() is not { } scopes ? AccessErrors.PersonRequired
        : scopes.For(context.Request.Method) is { } needed && granted.Contains(needed) ? null
        : AccessErrors.ScopeMissing;

    internal sealed class Refused(IAuthorizationHandler handler, Error error) : AuthorizationFailureReason(handler, error.Message)
    {
        public Error Error => error;
    }
}

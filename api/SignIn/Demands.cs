using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Audit;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Whom an endpoint lets in. Every endpoint says it, itself or by its group, with one of these or with <c>AllowAnonymous</c>; a host
/// with one that says nothing does not start. Rights to single things are asked for in the domain.
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
        endpoints.WithMetadata(new Demand(role, PersonOnly: false));

    public static TBuilder RequireOperator<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireRole(Role.Operator);

    /// <summary>A person who is signed in: for what belongs to the person, not to a tenant. Programs are refused.</summary>
    public static TBuilder RequirePerson<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new Demand(Role.Customer, PersonOnly: true));

    /// <summary>What a program (an API key, a client's token) needs besides; without this programs are refused.</summary>
    /// <param name="read">For <c>GET</c>; see <see cref="ApiScopes"/>.</param>
    /// <param name="write">For everything else; <c>null</c>: keys may only read.</param>
    public static TBuilder AllowKeys<TBuilder>(this TBuilder endpoints, string read, string? write)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new KeyScopes(read, write));

    /// <summary>Also for staff who must have a second factor and have none yet: what leads to one, and out.</summary>
    public static TBuilder EvenUnenrolled<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new EvenUnenrolled());
}

/// <param name="Least">Roles are ordered, each includes the ones before it.</param>
internal sealed record Demand(Role Least, bool PersonOnly);

internal sealed class EvenUnenrolled;

internal sealed record KeyScopes(string Read, string? Write)
{
    public string? For(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Read : Write;
}

/// <summary>Decides on what an endpoint demands.</summary>
internal sealed class DemandRules(ProviderGate gate, IHostEnvironment environment)
{
    /// <param name="demands">What the endpoint and its groups demand; each must be met.</param>
    public ValueTask<Result<Caller>> Judge(HttpContext context, Credential credential, IReadOnlyList<Demand> demands)
    {
        var demand = Strictest(demands);
        if (Refusal(context, credential, demand, out var member) is { } refusal)
            return new(refusal);
        return ProviderGate.Guards(context, member!)
            ? JudgeGrant(context, credential, demand, member!)
            : new(AsCaller(context, credential, member!, grant: null));
    }

    private static Demand Strictest(IReadOnlyList<Demand> demands) => demands is [var only]
        ? only
        : new(demands.Max(demand => demand.Least), demands.Any(demand => demand.PersonOnly));

    private async ValueTask<Result<Caller>> JudgeGrant(HttpContext context, Credential credential, Demand demand, Member operators)
    {
        if (await gate.Grant(context, operators) is not { } grant)
            return TenantErrors.ProviderAccessRequired;
        var member = operators with { Role = ProviderAccessRules.Inside };
        return member.Role < demand.Least ? AccessErrors.RoleRequired : AsCaller(context, credential, member, grant);
    }

    private static Caller AsCaller(HttpContext context, Credential credential, Member member, Guid? grant) => new(
        member.Tenant, member.Account, member.Role, AuditOrigin.Text(ClientAddress.Of(context), credential.Door, grant),
        credential.GroupIn(member.Tenant))
    { ManagesUpTo = member.ManagesUpTo };

    private Error? Refusal(HttpContext context, Credential credential, Demand demand, out Member? member)
    {
        member = credential.In(context.Tenant());
        if (member is null)
            return AccessErrors.NotFound;
        if (context.FindSessionCookie() is { } cookie && SameOrigin.Refusal(context, cookie) is { } foreign)
            return foreign;
        if (credential.Scopes is { } granted)
        {
            if (demand.PersonOnly || context.GetEndpoint()?.Metadata.GetMetadata<KeyScopes>() is not { } scopes)
                return AccessErrors.PersonRequired;
            if (scopes.For(context.Request.Method) is not { } needed || ApiScopes.RoleAt(granted, needed) is not { } role)
                return AccessErrors.ScopeMissing;
            if (credential.Program is not null)
                member = member with { Role = role };
        }

        if (member.Role < demand.Least)
            return AccessErrors.RoleRequired;
        return LacksSecondFactor(credential, member.Role, context.Tenant().Settings)
            && context.GetEndpoint()?.Metadata.GetMetadata<EvenUnenrolled>() is null
            ? SignInErrors.SecondFactorNotSetUp
            : null;
    }

    /// <summary>The tenant wants a second factor of whoever acts there in this role, and the session was opened without one.</summary>
    internal bool LacksSecondFactor(Credential credential, Role role, TenantSettings settings) =>
        credential.Session is { HasSecondFactor: false }
            && SecondFactorRules.IsNeeded(role, settings.SecondFactor, environment.IsDevelopment());
}

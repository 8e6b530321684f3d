namespace Helpdesk.Domain.Programs;

/// <summary>
/// What a program may do, however it proved who it is: with an API key, or with a token that a client's secret was exchanged for.
/// </summary>
/// <param name="Id">
/// The id of the key or client; also the account id under which it acts: events name the program, not the person who let it in.
/// </param>
/// <param name="Environment">For flag evaluation: which environment's flags it reads; <c>null</c>: those of the platform's own.</param>
public sealed record ProgramAccess(TenantId Tenant, Guid Id, string Name, IReadOnlyList<string> Scopes, string? Environment)
{
    public Member Acts => new(Tenant, new AccountId(Id), ApiScopes.RoleFor(Scopes));
}

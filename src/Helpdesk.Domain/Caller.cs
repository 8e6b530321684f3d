namespace Helpdesk.Domain;

/// <summary>Who asks, checked by the host that built it.</summary>
/// <param name="Account"><c>null</c> when the platform acts by itself.</param>
/// <param name="Origin">Address and door for the audit log, such as <c>203.0.113.7 session</c>.</param>
/// <param name="Group">
/// The requester group of a person; it came along with what let them in, so that opening a ticket need not ask for it.
/// </param>
public sealed record Caller(TenantId Tenant, AccountId? Account, Role Role, string? Origin, string? Group = null)
{
    /// <summary>As <see cref="Member.ManagesUpTo"/>.</summary>
    public Role? ManagesUpTo { get; init; }

    /// <summary>The caller as a member; an act of the platform itself is judged as an admin's.</summary>
    public Member ToMember() => new(Tenant, Account ?? default, Account is null ? Role.Admin : Role) { ManagesUpTo = ManagesUpTo };
}

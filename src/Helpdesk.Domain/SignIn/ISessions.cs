using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.SignIn;

/// <summary>Sessions, each in the tenant of the host that opened it.</summary>
public interface ISessions
{
    /// <summary>Everything that decides whether a credential still counts, in one round trip.</summary>
    Task<SessionAccess?> Load(TenantId tenant, Guid session, Instant now, CancellationToken cancellation);

    /// <summary>Opens the session of a program that the person of session <paramref name="by"/> allows to act for them.</summary>
    /// <returns>Its id; <c>null</c>: the other session is over.</returns>
    Task<Guid?> OpenFor(TenantId tenant, Guid by, AllowedClient client, Trace trace, CancellationToken cancellation);

    /// <summary>Whether the person allowed the program at least this before, and one of its sessions goes on.</summary>
    Task<bool> IsAllowed(TenantId tenant, AccountId account, AllowedClient client, Instant now, CancellationToken cancellation);

    /// <returns><c>false</c>: not a session of this account here, or over already.</returns>
    Task<bool> End(TenantId tenant, AccountId account, Guid session, SessionEnd why, Trace trace, CancellationToken cancellation);

    /// <summary>Whosever it is.</summary>
    /// <returns><c>false</c>: over already.</returns>
    Task<bool> End(TenantId tenant, Guid session, SessionEnd why, Trace trace, CancellationToken cancellation);

    /// <summary>Those that go on, latest use first.</summary>
    Task<IReadOnlyList<SessionSummary>> List(TenantId tenant, AccountId account, Instant now, CancellationToken cancellation);
}

/// <summary>A session that goes on, and who that is.</summary>
/// <param name="Host">The only one at which it is worth anything.</param>
/// <param name="SecretHash">SHA-256 of the cookie's secret; <c>null</c> for sessions by token.</param>
/// <param name="ExpiresAt">The first instant at which it is over unless it is used before.</param>
/// <param name="Role">In the tenant of the host.</param>
/// <param name="Serves">Further tenants, for accounts of the platform.</param>
/// <param name="Group">The requester group in the tenant of the host.</param>
/// <param name="HasSecondFactor">The account has one, and signing in asked for it or would now.</param>
/// <param name="Client">The program whose session it is; <c>null</c>: the person's own.</param>
/// <param name="ProvenAt">When the person last showed who they are.</param>
public sealed record SessionAccess(
    Guid Id, SessionKind Kind, string Host, AccountId Account, TenantId Home, byte[]? SecretHash, Instant ExpiresAt,
    TenantId Tenant, Role Role,
    IReadOnlyDictionary<TenantId, Role> Serves, string? Group = null, bool HasSecondFactor = false,
    Guid? Client = null, Instant ProvenAt = default)
{
    /// <returns><c>null</c>: nobody there. The tenant does not exist for this account.</returns>
    public Member? In(TenantId tenant) =>
        tenant == Tenant ? new Member(tenant, Account, Role)
        : Serves.TryGetValue(tenant, out var role) ? new Member(tenant, Account, role)
        : null;
}

/// <param name="Name">For the list of sessions.</param>
/// <param name="Scopes">What it may do in the person's name.</param>
public sealed record AllowedClient(Guid Client, string Name, IReadOnlyList<string> Scopes, string Address);

public sealed record SessionSummary(
    Guid Id, SessionKind Kind, Instant CreatedAt, Instant LastUsedAt, Instant ExpiresAt, string? Address, string? Agent);

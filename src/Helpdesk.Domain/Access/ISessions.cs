using Helpdesk.Domain.Tenants;
using NodaTime;

namespace Helpdesk.Domain.Access;

/// <summary>Sessions, each in the tenant of the host that opened it.</summary>
public interface ISessions
{
    /// <summary>Everything that decides whether a credential still counts, in one round trip.</summary>
    Task<SessionAccess?> Load(TenantId tenant, Guid session, Instant now, CancellationToken cancellation);

    /// <summary>A new refresh token for the old one. One that comes back a second time ends the session.</summary>
    Task<Result<OpenedSession>> Refresh(TenantId tenant, string host, string token, Trace trace, CancellationToken cancellation);

    /// <returns><c>false</c>: not a session of this account here, or over already.</returns>
    Task<bool> End(TenantId tenant, AccountId account, Guid session, SessionEnd why, Trace trace, CancellationToken cancellation);

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
public sealed record SessionAccess(
    Guid Id, SessionKind Kind, string Host, AccountId Account, TenantId Home, byte[]? SecretHash, Instant ExpiresAt, TenantId Tenant, Role Role,
    IReadOnlyDictionary<TenantId, Role> Serves, string? Group = null, bool HasSecondFactor = false)
{
    /// <returns><c>null</c>: nobody there. The tenant does not exist for this account.</returns>
    public Member? In(TenantId tenant) =>
        tenant == Tenant ? new Member(tenant, Account, Role)
        : Serves.TryGetValue(tenant, out var role) ? new Member(tenant, Account, role)
        : null;
}

public sealed record SessionSummary(Guid Id, SessionKind Kind, Instant CreatedAt, Instant LastUsedAt, Instant ExpiresAt, string? Address, string? Agent);

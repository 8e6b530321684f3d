namespace Helpdesk.Domain.SignIn;

/// <summary>Sessions, each in the tenant of the host that opened it.</summary>
public interface ISessions
{
    /// <summary>Everything that decides whether a credential still counts, in one round trip.</summary>
    Task<SessionAccess?> Load(TenantId tenant, Guid session, Instant now, CancellationToken cancellation);

    /// <summary>
    /// The same of many at once, by id, for those who wait and do nothing: it counts as no use, or none of them would ever idle out.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, SessionAccess>> GoingOn(
        IReadOnlyCollection<(TenantId Tenant, Guid Session)> sessions, Instant now, CancellationToken cancellation);

    /// <summary>Whose host opened it, whichever that is; <c>null</c>: nobody's.</summary>
    Task<TenantId?> FindTenant(Guid session, CancellationToken cancellation);

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
public sealed record SessionAccess
{
    public required Guid Id { get; init; }
    public required SessionKind Kind { get; init; }

    /// <summary>The only one at which it is worth anything.</summary>
    public required string Host { get; init; }
    public required AccountId Account { get; init; }
    public required TenantId Home { get; init; }

    /// <summary>SHA-256 of the cookie's secret; <c>null</c> for sessions by token.</summary>
    public required byte[]? SecretHash { get; init; }

    /// <summary>The first instant at which it is over unless it is used before.</summary>
    public required Instant ExpiresAt { get; init; }
    public required TenantId Tenant { get; init; }

    /// <summary>In the tenant of the host.</summary>
    public required Role Role { get; init; }

    /// <summary>Further tenants, for accounts of the platform.</summary>
    public required IReadOnlyDictionary<TenantId, Role> Serves { get; init; }

    /// <summary>The requester group in the tenant of the host.</summary>
    public string? Group { get; init; }

    /// <summary><c>de</c> or <c>en</c>, as the membership in the tenant of the host says.</summary>
    public string? Language { get; init; }

    /// <summary>The account has one, and signing in asked for it or would now.</summary>
    public bool HasSecondFactor { get; init; } = false;

    /// <summary>The program whose session it is; <c>null</c>: the person's own.</summary>
    public Guid? Client { get; init; }

    /// <summary>When the person last showed who they are.</summary>
    public Instant ProvenAt { get; init; }

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

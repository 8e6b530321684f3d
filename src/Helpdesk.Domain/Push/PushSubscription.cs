using Helpdesk.Domain.SignIn;

namespace Helpdesk.Domain.Push;

/// <summary>A browser of somebody that is told what they are told, at the host where they signed in with it.</summary>
public sealed record PushSubscription
{
    /// <summary>So many of one account at one host, inclusive.</summary>
    public const int Most = 20;

    /// <summary>Characters of a name, inclusive.</summary>
    public const int LongestName = 100;

    /// <summary>Without its browser coming back, it is forgotten then.</summary>
    public static readonly Duration Kept = Duration.FromDays(60);

    /// <summary>Whose host it is; the platform's at the desk.</summary>
    public required TenantId Tenant { get; init; }
    public required Guid Id { get; init; }
    public required AccountId Account { get; init; }

    /// <summary>Signed out of it, the browser is told nothing more.</summary>
    public required Guid Session { get; init; }
    public required PushTarget Target { get; init; }

    /// <summary>As the browser calls itself, for the list.</summary>
    public required string Name { get; init; }
    public required Instant CreatedAt { get; init; }

    /// <summary>When the browser was last here.</summary>
    public required Instant RenewedAt { get; init; }

    /// <summary>
    /// The session goes on. One that ended by lapse of time leaves the browser what it was asked for, but nobody knows who looks at it:
    /// it is told that there is something, and not what.
    /// </summary>
    public bool IsSignedIn { get; init; } = true;
}

/// <summary>Where a browser is reached, and how what it gets is encrypted (RFC 8291).</summary>
/// <param name="Endpoint">Address at its push service. Whoever knows it can send there, so it is kept sealed.</param>
/// <param name="P256dh">Public key: an uncompressed point of P-256.</param>
/// <param name="Auth">Shared secret.</param>
public sealed record PushTarget(string Endpoint, byte[] P256dh, byte[] Auth)
{
    /// <summary>The push service's host; with its port where that is not the usual one.</summary>
    public string Service => new Uri(Endpoint).Authority;

    public override string ToString() => nameof(PushTarget);
}

/// <summary>What browsers were allowed to be told.</summary>
public interface IPushSubscriptions
{
    /// <summary>The oldest first.</summary>
    Task<IReadOnlyList<PushSubscription>> List(TenantId tenant, AccountId account, Instant now, CancellationToken cancellation);

    /// <returns><c>null</c>: there is none, or its session was ended.</returns>
    Task<PushSubscription?> Find(TenantId tenant, Guid id, Instant now, CancellationToken cancellation);

    /// <summary>
    /// Keeps it, or renews the one with the same address; under that it keeps its id. An address that was somebody else's is theirs no
    /// more: another person uses the browser now.
    /// </summary>
    /// <returns><c>null</c>: there are as many as one account can have.</returns>
    Task<PushSubscription?> Save(PushSubscription wanted, CancellationToken cancellation);

    /// <summary>With what is on its way to it.</summary>
    /// <returns><c>false</c>: there was none.</returns>
    Task<bool> Remove(TenantId tenant, Guid id, CancellationToken cancellation);
}

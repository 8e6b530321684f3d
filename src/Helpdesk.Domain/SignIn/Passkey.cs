namespace Helpdesk.Domain.SignIn;

/// <summary>
/// A key of somebody's device that signs them in at one host, after the device has asked for a finger, a face or its own code: something
/// that one has and something that one is or knows, so it counts as both factors.
/// </summary>
public sealed record Passkey
{
    /// <summary>So many of one account at one host, inclusive.</summary>
    public const int Most = 20;

    /// <summary>Characters of a name, inclusive.</summary>
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    /// <summary>As the device calls it.</summary>
    public required byte[] CredentialId { get; init; }
    public required AccountId Account { get; init; }

    /// <summary>The host without its port, to which the device bound it: at any other one it is worth nothing.</summary>
    public required string RelyingParty { get; init; }
    public required byte[] PublicKey { get; init; }

    /// <summary>How often it has signed, as far as the device counts; a lower one than before is a copy.</summary>
    public required uint SignCount { get; init; }
    public required bool IsBackupEligible { get; init; }
    public required bool IsBackedUp { get; init; }

    /// <summary>As its owner calls it.</summary>
    public required string Name { get; init; }
    public required Instant CreatedAt { get; init; }

    /// <summary><c>null</c>: it never signed anybody in.</summary>
    public Instant? LastUsedAt { get; init; }
}

/// <summary>What a device signed may be shown once: the hash of what it was asked, used up with the first success.</summary>
/// <param name="RelyingParty">The host without its port.</param>
public sealed record PasskeyPlace(TenantId Tenant, string RelyingParty);

/// <summary>Passkeys, each in the tenant of its host.</summary>
public interface IPasskeys
{
    /// <summary>The oldest first.</summary>
    Task<IReadOnlyList<Passkey>> List(PasskeyPlace place, AccountId account, CancellationToken cancellation);

    Task<Passkey?> Find(PasskeyPlace place, byte[] credential, CancellationToken cancellation);

    /// <param name="session">The session that proved itself with it: it is as good as one that was opened by it.</param>
    /// <param name="asked">Hash of what the device was asked.</param>
    /// <returns><c>null</c>: it is kept.</returns>
    Task<Error?> Add(PasskeyPlace place, Passkey passkey, Guid session, byte[] asked, Trace trace, CancellationToken cancellation);

    /// <returns><c>null</c>: there is none of this id.</returns>
    Task<Passkey?> Rename(PasskeyPlace place, AccountId account, Guid id, string name, CancellationToken cancellation);

    /// <returns><c>false</c>: there was none of this id.</returns>
    Task<bool> Remove(PasskeyPlace place, AccountId account, Guid id, Trace trace, CancellationToken cancellation);
}

/// <summary>A passkey as it signed somebody in.</summary>
/// <param name="Asked">Hash of what the device was asked: it is used up.</param>
public sealed record PasskeyUse(Guid Id, uint SignCount, bool IsBackedUp, byte[] Asked);

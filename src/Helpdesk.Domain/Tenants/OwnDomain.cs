namespace Helpdesk.Domain.Tenants;

public enum OwnDomainStatus
{
    /// <summary>The proof is still to come.</summary>
    Pending,
    /// <summary>Answers as the tenant.</summary>
    Verified,
    /// <summary>Its proof was gone for days: it answers no longer and is free for others.</summary>
    Lost,
    Removed,
}

/// <summary>
/// A host of a tenant's own, and the proof that the tenant controls it: a record in the domain's DNS that holds what we asked for.
/// </summary>
public sealed record OwnDomain : IAggregate<OwnDomain, OwnDomainEvent>
{
    public static string Kind => "own_domain";

    public const string CheckDue = "own_domain_check";

    public const int MostPerTenant = 10;

    /// <summary>Checks in a row that may fail before the host is given up.</summary>
    public const int MostFailures = 3;

    /// <summary>How long the proof may take; then the registration lapses.</summary>
    public static readonly Duration ProofWithin = Duration.FromDays(14);

    /// <summary>Between checks of a proof that is there, and of one that was gone the last time.</summary>
    public static readonly Duration Every = Duration.FromDays(7), EveryWhileFailing = Duration.FromDays(1);

    public required string Host { get; init; }

    /// <summary>Random; goes into the record.</summary>
    public required string Token { get; init; }
    public OwnDomainStatus Status { get; init; }
    public required Instant RegisteredAt { get; init; }
    public Instant? VerifiedAt { get; init; }
    public int Failures { get; init; }
    public Instant? CheckAt { get; init; }
    public int Version { get; init; }
    public Instant UpdatedAt { get; init; }

    [JsonIgnore]
    public bool IsThere => Status is OwnDomainStatus.Pending or OwnDomainStatus.Verified;

    /// <summary>Where the record stands.</summary>
    [JsonIgnore]
    public string RecordName => $"_helpdesk-challenge.{Host}";

    /// <summary>What it holds; others may stand beside it.</summary>
    [JsonIgnore]
    public string RecordText => $"helpdesk-domain={Token}";

    [JsonIgnore]
    public IReadOnlyDictionary<string, Instant> Due =>
        IsThere && CheckAt is { } at ? new Dictionary<string, Instant>(1) { [CheckDue] = at } : NothingDue.Instance;

    public static OwnDomain Apply(OwnDomain? state, Recorded<OwnDomainEvent> recorded)
    {
        var next = recorded.Event switch
        {
            OwnDomainEvent.Registered registered => new OwnDomain
            {
                Host = registered.Host,
                Token = registered.Token,
                RegisteredAt = recorded.At,
                CheckAt = recorded.At + ProofWithin,
            },
            OwnDomainEvent.Verified =>
                state! with { Status = OwnDomainStatus.Verified, VerifiedAt = recorded.At, Failures = 0, CheckAt = recorded.At + Every },
            OwnDomainEvent.CheckPassed => state! with { Failures = 0, CheckAt = recorded.At + Every },
            OwnDomainEvent.CheckFailed failed => state! with { Failures = failed.InARow, CheckAt = recorded.At + EveryWhileFailing },
            OwnDomainEvent.Lost => state! with { Status = OwnDomainStatus.Lost, CheckAt = null },
            OwnDomainEvent.Lapsed or OwnDomainEvent.Removed => state! with { Status = OwnDomainStatus.Removed, CheckAt = null },
            var unknown => throw new InvalidOperationException($"A domain cannot go on with {unknown.GetType().Name}."),
        };
        return next with { Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <summary>What can happen to a domain. Stored for good.</summary>
public abstract record OwnDomainEvent(string Host)
{
    public sealed record Registered(string Host, string Token) : OwnDomainEvent(Host);

    public sealed record Verified(string Host) : OwnDomainEvent(Host);

    public sealed record CheckPassed(string Host) : OwnDomainEvent(Host);

    public sealed record CheckFailed(string Host, int InARow) : OwnDomainEvent(Host);

    public sealed record Lost(string Host) : OwnDomainEvent(Host);

    public sealed record Lapsed(string Host) : OwnDomainEvent(Host);

    public sealed record Removed(string Host) : OwnDomainEvent(Host);
}

/// <summary>The store of domains. A host is verified for one tenant at a time, over the whole platform.</summary>
public interface IOwnDomains : IAggregateStore<OwnDomain, OwnDomainEvent>
{
    Task<IReadOnlyList<(Guid Id, OwnDomain Domain)>> List(TenantId tenant, CancellationToken cancellation);

    /// <returns>Slug of the tenant that the host answers as; <c>null</c>: nobody's.</returns>
    Task<string?> SlugAt(string host, CancellationToken cancellation);
}

/// <summary>What a domain's owner has written into DNS.</summary>
public interface IDnsTexts
{
    /// <returns>Every TXT record of the name, empty when there is none.</returns>
    /// <exception cref="TimeoutException">No server gave an answer that can be trusted; whether there is one is unknown.</exception>
    Task<IReadOnlyCollection<string>> Find(string name, CancellationToken cancellation);
}

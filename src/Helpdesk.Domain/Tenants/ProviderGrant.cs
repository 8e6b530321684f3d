namespace Helpdesk.Domain.Tenants;

public enum ProviderGrantStatus
{
    /// <summary>An admin of the tenant must agree first.</summary>
    Requested,
    Active,
    Denied,
    /// <summary>Taken back by an admin of the tenant.</summary>
    Revoked,
    /// <summary>Its time is over, the operator has left, or nobody has answered.</summary>
    Ended,
}

/// <summary>One stay of an operator inside a tenant: why, until when, and who agreed. Part of the tenant's own history.</summary>
public sealed record ProviderGrant : IAggregate<ProviderGrant, ProviderGrantEvent>
{
    public static string Kind => "provider_access";

    public const string EndsDue = "provider_access_ends";

    /// <summary>Minutes; both inclusive.</summary>
    public const int LeastMinutes = 5, MostMinutes = 8 * 60, DefaultMinutes = 60;

    /// <summary>A request that nobody answers lapses.</summary>
    public static readonly Duration Waits = Duration.FromHours(24);

    public required AccountId Operator { get; init; }
    public required string Reason { get; init; }
    public required int Minutes { get; init; }
    public ProviderGrantStatus Status { get; init; }
    public required Instant RequestedAt { get; init; }

    /// <summary>Who of the tenant agreed, denied or revoked; <c>null</c>: nobody had to, or nobody did.</summary>
    public AccountId? DecidedBy { get; init; }

    /// <summary>Exclusive; <c>null</c>: it never began.</summary>
    public Instant? EndsAt { get; init; }

    public int Version { get; init; }

    public Instant UpdatedAt { get; init; }

    public bool IsLive(Instant now) => Status is ProviderGrantStatus.Active && now < EndsAt;

    [JsonIgnore]
    public IReadOnlyDictionary<string, Instant> Due => Status switch
    {
        ProviderGrantStatus.Requested => new Dictionary<string, Instant>(1) { [EndsDue] = RequestedAt + Waits },
        ProviderGrantStatus.Active => new Dictionary<string, Instant>(1) { [EndsDue] = EndsAt!.Value },
        _ => NothingDue.Instance,
    };

    public static ProviderGrant Apply(ProviderGrant? state, Recorded<ProviderGrantEvent> recorded)
    {
        var next = recorded.Event switch
        {
            ProviderGrantEvent.Requested requested => new ProviderGrant
            {
                Operator = requested.Operator,
                Reason = requested.Reason,
                Minutes = requested.Minutes,
                RequestedAt = recorded.At,
            },
            ProviderGrantEvent.Granted granted => state! with
            {
                Status = ProviderGrantStatus.Active,
                EndsAt = granted.Until,
                DecidedBy = granted.Agreed ? recorded.Actor : null,
            },
            ProviderGrantEvent.Denied => state! with { Status = ProviderGrantStatus.Denied, DecidedBy = recorded.Actor },
            ProviderGrantEvent.Revoked =>
                state! with { Status = ProviderGrantStatus.Revoked, DecidedBy = recorded.Actor, EndsAt = recorded.At },
            ProviderGrantEvent.Left => state! with { Status = ProviderGrantStatus.Ended, EndsAt = recorded.At },
            ProviderGrantEvent.Ended => state! with { Status = ProviderGrantStatus.Ended },
            ProviderGrantEvent.Lapsed => state! with { Status = ProviderGrantStatus.Ended },
            var unknown => throw new InvalidOperationException($"A grant cannot go on with {unknown.GetType().Name}."),
        };
        return next with { Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <summary>What can happen to a grant. Stored for good.</summary>
public abstract record ProviderGrantEvent
{
    private ProviderGrantEvent() { }

    public sealed record Requested(AccountId Operator, string Reason, int Minutes) : ProviderGrantEvent;

    /// <param name="Agreed">An admin of the tenant said yes; otherwise its settings allow it without asking.</param>
    public sealed record Granted(AccountId Operator, Instant Until, bool Agreed) : ProviderGrantEvent;

    public sealed record Denied : ProviderGrantEvent;

    public sealed record Revoked : ProviderGrantEvent;

    /// <summary>The operator needs it no longer.</summary>
    public sealed record Left : ProviderGrantEvent;

    /// <summary>Its time was over.</summary>
    public sealed record Ended : ProviderGrantEvent;

    /// <summary>Nobody had answered.</summary>
    public sealed record Lapsed : ProviderGrantEvent;
}

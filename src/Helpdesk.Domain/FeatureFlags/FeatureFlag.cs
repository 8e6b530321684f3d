namespace Helpdesk.Domain.FeatureFlags;

/// <summary>One flag as its events left it.</summary>
public sealed record FeatureFlag
{
    public required string Key { get; init; }

    public required FlagDefinition Definition { get; init; }

    /// <summary>Counts what people did to this flag; what <c>If-Match</c> names. Warnings of expiry do not count.</summary>
    public int Version { get; init; }

    public required Instant CreatedAt { get; init; }
    public AccountId? CreatedBy { get; init; }
    public Instant UpdatedAt { get; init; }
    public AccountId? UpdatedBy { get; init; }

    /// <summary>When the definition last became what it is.</summary>
    public required Instant ConfiguredAt { get; init; }

    public Instant? KilledAt { get; init; }
    public Instant? ArchivedAt { get; init; }

    /// <summary>Waits for a second person.</summary>
    public FlagProposal? Proposal { get; init; }

    /// <summary>How far the owner has been told of the expiry that is set now.</summary>
    public ExpiryStage Told { get; init; }

    /// <summary>When the expiry that is set now was set.</summary>
    public Instant? ExpirySetAt { get; init; }

    [JsonIgnore]
    public bool IsActive => ArchivedAt is null;

    [JsonIgnore]
    public bool IsKilled => KilledAt is not null;

    internal static FeatureFlag Define(FlagSetEvent.Defined defined, Recorded<FlagSetEvent> recorded) => new()
    {
        Key = defined.Key,
        Definition = defined.Definition,
        CreatedAt = recorded.At,
        CreatedBy = recorded.Actor,
        ConfiguredAt = recorded.At,
        ExpirySetAt = defined.Definition.ExpiresAt is null ? null : recorded.At,
    };

    internal FeatureFlag With(Recorded<FlagSetEvent> recorded) => recorded.Event switch
    {
        FlagSetEvent.Changed changed => Configured(changed.Definition, recorded.At),
        FlagSetEvent.Restored restored => Configured(restored.Definition, recorded.At) with { ArchivedAt = null },
        FlagSetEvent.Archived => this with { ArchivedAt = recorded.At, Proposal = null },
        FlagSetEvent.Killed => this with { KilledAt = recorded.At },
        FlagSetEvent.Revived => this with { KilledAt = null },
        FlagSetEvent.Proposed proposed => this with { Proposal = FlagProposal.Of(proposed, recorded) },
        FlagSetEvent.Approved or FlagSetEvent.Rejected => this with { Proposal = null },
        FlagSetEvent.ExpiryWarned warned => this
            with
        { Told = warned.Days == FlagExpiry.FirstWarningDays ? ExpiryStage.FirstWarning : ExpiryStage.LastWarning },
        FlagSetEvent.Expired => this with { Told = ExpiryStage.Expired },
        var unknown => throw new InvalidOperationException($"A flag cannot go on with {unknown.GetType().Name}."),
    };

    private FeatureFlag Configured(FlagDefinition definition, Instant at) => definition.ExpiresAt == Definition.ExpiresAt
        ? this with { Definition = definition, ConfiguredAt = at }
        : this with
        {
            Definition = definition,
            ConfiguredAt = at,
            Told = ExpiryStage.None,
            ExpirySetAt = definition.ExpiresAt is null
            ? null : at
        };
}

/// <summary>A change that one person asked for.</summary>
/// <inheritdoc cref="FlagSetEvent.Proposed"/>
public sealed record FlagProposal(FlagAct Act, FlagDefinition? Definition, int? From, string? Reason, AccountId? By, Instant At)
{
    internal static FlagProposal Of(FlagSetEvent.Proposed proposed, Recorded<FlagSetEvent> recorded) =>
        new(proposed.Act, proposed.Definition, proposed.From, proposed.Reason, recorded.Actor, recorded.At);
}

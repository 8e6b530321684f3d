namespace Helpdesk.Domain.Tenants;

public enum TenantStatus
{
    Active,
    /// <summary>Everything is refused with <c>tenant-suspended</c>; nothing is lost.</summary>
    Suspended,
    /// <summary>Answers like a tenant that never was; the slug stays taken.</summary>
    Deleted,
}

/// <summary>A municipality, as its events left it.</summary>
public sealed record Tenant : IAggregate<Tenant, TenantEvent>
{
    public static string Kind => "tenant";

    public const string EraseDue = "tenant_erasure";

    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>Before each ticket number; fixed for good, since numbers never change.</summary>
    public required string NumberPrefix { get; init; }
    public TenantStatus Status { get; init; }
    public required TenantSettings Settings { get; init; }

    /// <summary>How it shows itself; beside the settings, so that replacing those leaves it alone.</summary>
    public TenantAppearance Appearance { get; init; } = new();
    public string? SuspendedReason { get; init; }

    /// <summary>One operator has asked for it; another one must confirm. <c>null</c>: nobody has.</summary>
    public DeletionRequest? Deletion { get; init; }

    /// <summary>Until when (exclusive) a deleted tenant can be restored. <c>null</c>: not deleted.</summary>
    public Instant? EraseAt { get; init; }

    /// <summary>Nothing is left but the name and the slug, which stay taken.</summary>
    public bool IsErased { get; init; }

    public int Version { get; init; }
    public required Instant CreatedAt { get; init; }
    public Instant UpdatedAt { get; init; }

    [JsonIgnore]
    public IReadOnlyDictionary<string, Instant> Due =>
        EraseAt is { } at && !IsErased ? new Dictionary<string, Instant>(1) { [EraseDue] = at } : NothingDue.Instance;

    public static Tenant Apply(Tenant? state, Recorded<TenantEvent> recorded)
    {
        var next = recorded.Event switch
        {
            TenantEvent.Created created => new Tenant
            {
                Slug = created.Slug,
                Name = created.Name,
                NumberPrefix = created.NumberPrefix,
                Settings = created.Settings,
                CreatedAt = recorded.At,
            },
            TenantEvent.Renamed renamed => state! with { Name = renamed.To },
            TenantEvent.SettingsChanged changed => state! with { Settings = changed.To },
            TenantEvent.AppearanceChanged changed => state! with { Appearance = changed.To },
            TenantEvent.PerPersonReportsSwitched => state!,
            TenantEvent.Suspended suspended => state! with { Status = TenantStatus.Suspended, SuspendedReason = suspended.Reason },
            TenantEvent.Reactivated => state! with { Status = TenantStatus.Active, SuspendedReason = null },
            TenantEvent.DeletionRequested requested => state! with { Deletion = new(recorded.Actor, recorded.At, requested.Reason) },
            TenantEvent.DeletionWithdrawn => state! with { Deletion = null },
            TenantEvent.Deleted deleted => state! with { Status = TenantStatus.Deleted, EraseAt = deleted.EraseAt },
            TenantEvent.Restored => state! with
            {
                Status = state.SuspendedReason is null ? TenantStatus.Active : TenantStatus.Suspended,
                Deletion = null,
                EraseAt = null,
            },
            TenantEvent.Erased => state! with { IsErased = true, Settings = new(), Appearance = new() },
            var unknown => throw new InvalidOperationException($"A tenant cannot go on with {unknown.GetType().Name}."),
        };
        return next with { Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <summary>What can happen to a tenant. Stored for good.</summary>
public abstract record TenantEvent
{
    private TenantEvent() { }

    public sealed record Created(string Slug, string Name, string NumberPrefix, TenantSettings Settings) : TenantEvent;

    public sealed record Renamed(string From, string To) : TenantEvent;

    public sealed record SettingsChanged(TenantSettings From, TenantSettings To) : TenantEvent;

    public sealed record AppearanceChanged(TenantAppearance From, TenantAppearance To) : TenantEvent;

    /// <summary>
    /// Beside the change of settings, so that it can be found in the audit log: figures about single people may be shown, or no more.
    /// </summary>
    public sealed record PerPersonReportsSwitched(bool On) : TenantEvent;

    public sealed record Suspended(string Reason) : TenantEvent;

    public sealed record Reactivated : TenantEvent;

    public sealed record DeletionRequested(string Reason) : TenantEvent;

    public sealed record DeletionWithdrawn : TenantEvent;

    /// <summary>A second operator has confirmed.</summary>
    public sealed record Deleted(Instant EraseAt) : TenantEvent;

    public sealed record Restored : TenantEvent;

    public sealed record Erased : TenantEvent;
}

/// <param name="By">Who must not be the one to confirm it.</param>
public sealed record DeletionRequest(AccountId? By, Instant At, string Reason);

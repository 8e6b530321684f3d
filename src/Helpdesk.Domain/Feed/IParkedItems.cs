namespace Helpdesk.Domain.Feed;

/// <summary>What could not be handled, for those who look after it: admins see their tenant's, operators all.</summary>
public interface IParkedItems
{
    /// <param name="tenant">Only this one's; <c>null</c>: of all tenants.</param>
    /// <param name="after">Behind this one; <c>null</c>: from the newest.</param>
    Task<IReadOnlyList<ParkedItem>> List(TenantId? tenant, ParkedPlace? after, int limit, CancellationToken cancellation);

    /// <summary>Has it tried again soon, from the first try on, and notes that in its tenant's history.</summary>
    /// <param name="tenant">Only if it is this one's; <c>null</c>: whoever's it is.</param>
    /// <remarks>A state is read there and then, since nothing else tries it.</remarks>
    Task<Replayed> Replay(TenantId? tenant, Guid id, Trace trace, CancellationToken cancellation);
}

/// <summary>What a replay came to.</summary>
public enum Replayed
{
    /// <summary>There is no such item.</summary>
    NotFound,
    /// <summary>It is tried again soon; a state could be read.</summary>
    Begun,
    /// <summary>A state cannot be read yet; the item stays.</summary>
    StillUnreadable,
}

/// <summary>Where an item comes from.</summary>
public enum ParkedSource
{
    /// <summary>An event, which a consumer of the feed should have handled.</summary>
    Feed,
    /// <summary>A due moment, which its subject should have settled.</summary>
    Due,
    /// <summary>A state, which cannot be read.</summary>
    State,
}

public sealed record ParkedItem
{
    public required TenantId Tenant { get; init; }
    public required string TenantSlug { get; init; }
    public required Guid Id { get; init; }
    public required ParkedSource Source { get; init; }

    /// <summary>The consumer's name, or the kind of the aggregate.</summary>
    public required string Handler { get; init; }

    /// <summary>The event's kind, or that of the due moment, or of the aggregate.</summary>
    public required string Kind { get; init; }

    /// <summary>The stream.</summary>
    public required Guid Subject { get; init; }
    public required int Tries { get; init; }
    public required Mishap Mishap { get; init; }
    public required Instant FirstAt { get; init; }
    public required Instant LastAt { get; init; }

    /// <summary><c>null</c>: parked, nobody tries it again by themselves.</summary>
    public required Instant? NextAt { get; init; }

    public ParkedPlace Place => new(FirstAt, Id);
}

/// <summary>A place in the list.</summary>
public readonly record struct ParkedPlace(Instant FirstAt, Guid Id);

/// <summary>What people do to parked items, for the history.</summary>
public abstract record ParkedItemEvent
{
    /// <param name="Handler">As in <see cref="ParkedItem.Handler"/>.</param>
    public sealed record Replayed(ParkedSource Source, string Handler, string What, Guid Subject) : ParkedItemEvent;

    private ParkedItemEvent() { }
}

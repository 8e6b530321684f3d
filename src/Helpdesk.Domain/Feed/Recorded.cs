namespace Helpdesk.Domain.Feed;

/// <summary>An event with its envelope.</summary>
/// <param name="Version">Position in its own stream, from 1, without gaps.</param>
/// <param name="At">When it was decided; whole microseconds, as PostgreSQL keeps it.</param>
/// <param name="Actor">Who did it; <c>null</c> when the platform acted by itself (a due moment, a rule).</param>
public sealed record Recorded<TEvent>(int Version, Instant At, AccountId? Actor, TEvent Event);

/// <summary>An event as a history shows it, also where this program cannot read it: a later version wrote it, or it was spoilt.</summary>
/// <param name="Event"><c>null</c>: it cannot be read.</param>
public sealed record HistoryEntry<TEvent>(int Version, Instant At, AccountId? Actor, string Kind, TEvent? Event) where TEvent : class
{
    /// <summary><c>null</c>: it cannot be read.</summary>
    public Recorded<TEvent>? Recorded => Event is null ? null : new(Version, At, Actor, Event);
}

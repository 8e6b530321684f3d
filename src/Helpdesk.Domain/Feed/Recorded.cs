namespace Helpdesk.Domain.Feed;

/// <summary>An event with its envelope.</summary>
/// <param name="Version">Position in its own stream, from 1, without gaps.</param>
/// <param name="At">When it was decided; whole microseconds, as PostgreSQL keeps it.</param>
/// <param name="Actor">Who did it; <c>null</c> when the platform acted by itself (a due moment, a rule).</param>
public sealed record Recorded<TEvent>(int Version, Instant At, AccountId? Actor, TEvent Event);

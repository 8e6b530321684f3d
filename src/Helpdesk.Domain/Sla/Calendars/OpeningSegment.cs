namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>Why a stretch of time counts or does not.</summary>
public enum SegmentReason
{
    /// <summary>It counts: open, and not paused.</summary>
    Running,
    /// <summary>The status of the ticket pauses this target, as the policy says.</summary>
    Paused,
    OutsideHours,
    /// <summary>A public holiday, from midnight to midnight.</summary>
    Holiday,
    /// <summary>A closed day of the calendar's own.</summary>
    Closure,
    /// <summary>The ticket was resolved or closed, and reopened later.</summary>
    Resolved,
    /// <summary>The ticket was merged into another one, and that was undone.</summary>
    Withdrawn,
    /// <summary>The policy of that time set no such target.</summary>
    NoTarget,
}

/// <summary>From (inclusive) to (exclusive), open or closed for one reason.</summary>
/// <param name="Note">Name of the holiday or special day.</param>
public readonly record struct OpeningSegment(Instant From, Instant To, SegmentReason Reason, string? Note)
{
    /// <summary>Drops empty ones and joins neighbours that say the same.</summary>
    internal static IEnumerable<OpeningSegment> Merge(IEnumerable<OpeningSegment> segments)
    {
        OpeningSegment? held = null;
        foreach (var segment in segments.Where(segment => segment.From < segment.To))
        {
            if (held is { } same && same.Reason == segment.Reason && same.Note == segment.Note)
            {
                held = same with { To = segment.To };
                continue;
            }

            if (held is { } done)
                yield return done;
            held = segment;
        }

        if (held is { } last)
            yield return last;
    }
}

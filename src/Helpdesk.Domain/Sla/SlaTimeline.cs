using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>
/// A stretch of a target's life under one rule, from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive).
/// </summary>
/// <param name="To"><c>null</c>: goes on.</param>
/// <param name="Reason">
/// <see cref="SegmentReason.Running"/>: counts while <paramref name="Calendar"/> is open; otherwise why all of it does not.
/// </param>
internal sealed record SlaStretch(
    Instant From, Instant? To, SegmentReason Reason, BusinessCalendar Calendar, SlaEra? Era = null, SlaObjective? Objective = null)
{
    public bool Counts => Reason == SegmentReason.Running;
}

/// <summary>A piece of explained time, from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive).</summary>
/// <param name="Note">Name of the holiday or special day.</param>
/// <param name="Terms">The promise that spoke; <c>null</c> in a preview of a calendar that is not stored.</param>
/// <param name="Calendar">What it was counted by; <c>null</c> for 24/7.</param>
public sealed record SlaSegment(Instant From, Instant To, SegmentReason Reason, string? Note, SlaTerms? Terms, CalendarRef? Calendar)
{
    public bool Counts => Reason == SegmentReason.Running;

    public Duration Length => To - From;
}

/// <summary>
/// A target's life as consecutive stretches. For one that has ended the last stretch goes on beyond the end, so that it can be asked when
/// it would have been due.
/// </summary>
internal sealed class SlaTimeline(Instant start, Instant? end, IReadOnlyList<SlaStretch> stretches)
{
    public Instant Start => start;

    public Instant? End => end;

    public SlaStretch Last => stretches[^1];

    /// <summary>Counted time up to <paramref name="until"/> or the end, whichever comes first.</summary>
    public Duration Elapsed(Instant until)
    {
        var last = end is { } ended ? Instant.Min(ended, until) : until;
        var sum = Duration.Zero;
        foreach (var stretch in stretches)
        {
            if (stretch.Counts && stretch.From < last)
                sum += stretch.Calendar.Between(stretch.From, Instant.Min(stretch.To ?? last, last));
        }

        return sum;
    }

    /// <summary>
    /// The earliest moment by which so much has been counted; <c>null</c>: not foreseeable, since it stands still, or never.
    /// </summary>
    /// <param name="counted">More than zero.</param>
    public Instant? When(Duration counted)
    {
        foreach (var stretch in stretches)
        {
            if (!stretch.Counts)
                continue;
            if (stretch.To is not { } to)
                return stretch.Calendar.Add(stretch.From, counted);

            var open = stretch.Calendar.Between(stretch.From, to);
            if (counted <= open)
                return stretch.Calendar.Add(stretch.From, counted);
            counted -= open;
        }

        return null;
    }

    /// <summary>All of [start, <paramref name="until"/>) in order.</summary>
    /// <param name="due">A segment that holds it is cut there, so that a sum can end exactly at it.</param>
    public IReadOnlyList<SlaSegment> Segments(Instant until, Instant? due)
    {
        var segments = new List<SlaSegment>();
        foreach (var segment in stretches.SelectMany(stretch => Segments(stretch, Instant.Min(stretch.To ?? until, until))))
        {
            if (segments.Count > 0 && segments[^1] is var last && last with { From = segment.From, To = segment.To } == segment)
                segments[^1] = last with { To = segment.To };
            else
                segments.Add(segment);
        }

        return [.. segments.SelectMany(segment => Cut(segment, due))];
    }

    private static IEnumerable<SlaSegment> Segments(SlaStretch stretch, Instant until)
    {
        if (stretch.From >= until)
            return [];

        OpeningSegment[] whole = [new(stretch.From, until, stretch.Reason, null)];
        var parts = stretch.Counts ? stretch.Calendar.Segments(stretch.From, until) : whole;
        return parts.Select(
            part => new SlaSegment(part.From, part.To, part.Reason, part.Note, stretch.Era?.Terms, stretch.Calendar.Origin));
    }

    private static IEnumerable<SlaSegment> Cut(SlaSegment segment, Instant? due) =>
        due is { } at && segment.From < at && at < segment.To ? [segment with { To = at }, segment with { From = at }] : [segment];
}

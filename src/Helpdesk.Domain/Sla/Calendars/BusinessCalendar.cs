using System.Collections.Concurrent;

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// A checked calendar that calculates. Intervals include their start and exclude their end. Windows are wall time and are turned into
/// instants date by date, so a night with a change of clocks is as long as it really was. Immutable; safe to share between threads.
/// </summary>
public sealed class BusinessCalendar
{
    /// <summary>How far ahead of a start anything may lie: ten years. What would come due later never comes due.</summary>
    public static readonly Duration Horizon = Duration.FromDays(3653);

    /// <summary>24/7: every moment counts.</summary>
    public static readonly BusinessCalendar AlwaysOpen = new(null, "24/7", null);

    private readonly OpeningDays? days;

    // Years follow from the definition alone: remembering them changes no answer.
    private readonly ConcurrentDictionary<int, OpenYear> years = new();

    private BusinessCalendar(CalendarRef? origin, string name, OpeningDays? days) => (Origin, Name, this.days) = (origin, name, days);

    /// <summary>The stored calendar that this is a version of; <c>null</c> for 24/7 and for one that was only sent to try.</summary>
    public CalendarRef? Origin { get; }

    public string Name { get; }

    /// <summary>IANA name; <c>null</c> for 24/7, which needs none.</summary>
    public string? Zone => days?.Zone.Id;

    public CalendarLabel Label => new(Origin, Name, Zone);

    /// <param name="pointer">
    /// JSON pointer of the calendar in the request, prefixed to those of its members; empty when it is the request.
    /// </param>
    /// <returns>A refusal that names every fault at once.</returns>
    public static Result<BusinessCalendar> Compile(CalendarDefinition definition, CalendarRef? origin = null, string pointer = "")
    {
        if (CalendarChecks.Faults(definition, pointer) is { Count: > 0 } faults)
            return Error.Invalid(faults);

        var place = definition.Holidays is { } rules ? HolidayPlace.Of(rules) : null;
        return new BusinessCalendar(origin, definition.Name, new(definition, TimeZones.Find(definition.Zone)!, place));
    }

    /// <summary>Open time from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive).</summary>
    public Duration Between(Instant from, Instant to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        if (days is null)
            return to - from;

        var sum = Duration.Zero;
        for (var year = YearOf(from); year.Open.Start < to; year = Next(year))
            sum += year.Open.Until(to) - year.Open.Until(from);
        return sum;
    }

    /// <summary>The earliest moment by which <paramref name="open"/> has been open since <paramref name="start"/>.</summary>
    /// <param name="open">Zero or more; zero answers <paramref name="start"/>.</param>
    /// <returns><c>null</c>: not within <see cref="Horizon"/>.</returns>
    public Instant? Add(Instant start, Duration open)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(open, Duration.Zero);
        if (open > Horizon)
            return null;
        if (days is null || open == Duration.Zero)
            return start + open;

        var last = start + Horizon;
        for (var year = YearOf(start); year.Open.Start < last; year = Next(year))
        {
            var passed = year.Open.Until(start);
            if (open <= year.Open.Total - passed)
                return NoLaterThan(last, year.Open.At(passed + open));
            open -= year.Open.Total - passed;
        }

        return null;
    }

    /// <summary>The first open moment at or after <paramref name="moment"/>; <c>null</c>: none within <see cref="Horizon"/>.</summary>
    public Instant? NextOpen(Instant moment)
    {
        if (days is null)
            return moment;

        var last = moment + Horizon;
        for (var year = YearOf(moment); year.Open.Start < last; year = Next(year))
        {
            if (year.Open.NextOpen(moment) is { } open)
                return NoLaterThan(last, open);
        }

        return null;
    }

    /// <summary>The whole of [<paramref name="from"/>, <paramref name="to"/>) in order: when it is open and, where not, why.</summary>
    public IEnumerable<OpeningSegment> Segments(Instant from, Instant to) =>
        OpeningSegment.Merge(days is null ? [new(from, to, SegmentReason.Running, null)] : Daily(days, from, to));

    private static IEnumerable<OpeningSegment> Daily(OpeningDays days, Instant from, Instant to)
    {
        var date = from.InZone(days.Zone).Date;
        var at = from;
        while (at < to)
        {
            var day = days.On(date);
            foreach (var span in day.Open)
            {
                var opens = Clamp(days.At(date, span.From), at, to);
                var closes = Clamp(days.At(date, span.To), at, to);
                yield return new(at, opens, day.Closed, day.Note);
                yield return new(opens, closes, SegmentReason.Running, null);
                at = closes;
            }

            var midnight = Clamp(days.At(date, 1440), at, to);
            yield return new(at, midnight, day.Closed, day.Note);
            (at, date) = (midnight, date.PlusDays(1));
        }
    }

    private (int Number, OpenYear Open) YearOf(Instant moment) => Year(moment.InZone(days!.Zone).Year);

    private (int Number, OpenYear Open) Next((int Number, OpenYear Open) year) => Year(year.Number + 1);

    private (int Number, OpenYear Open) Year(int number) =>
        (number, years.GetOrAdd(number, static (at, days) => new OpenYear(at, days), days!));

    private static Instant? NoLaterThan(Instant last, Instant moment) => moment <= last ? moment : null;

    private static Instant Clamp(Instant moment, Instant least, Instant most) => Instant.Max(least, Instant.Min(moment, most));
}

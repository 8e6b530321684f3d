using FsCheck;
using FsCheck.Fluent;
using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>What holds for every calendar, every moment and every length, down to the microsecond.</summary>
public sealed class BusinessCalendarProperties
{
    private static readonly Instant Epoch = Instant.FromUtc(2024, 1, 1, 0, 0);

    // Compiled once: years are remembered between cases, as in use.
    private static readonly BusinessCalendar[] Calendars =
    [
        Office.Compiled(),
        Office.In("BY", "09761000").Compiled(),
        Office.With(Window(Workdays, "08:00", "12:00"), Window(Workdays, "13:00", "17:00"), Window("sat", "09:30", "12:15"))
            .In("SN", "14625080").Compiled(),
        Office.With(Window(EveryDay, "22:00", "06:00")).In("TH").Compiled(),
        Office.With(Window(EveryDay, "02:15", "02:45")).Compiled(),
        Office.With(Window(EveryDay, "00:00", "24:00")).Compiled(),
        Office.With(Half("2026-12-24", "08:00", "12:00"), Closed("2026-07-01", "2026-08-31")).Compiled(),
        (Office with { Zone = "America/New_York" }).With(Window(Workdays, "23:59", "00:01")).Compiled(),
        (Office with { Zone = "Pacific/Apia" }).Compiled(),
        BusinessCalendar.AlwaysOpen,
    ];

    private static readonly Arbitrary<Case> Cases =
        (from calendar in Gen.Choose(0, Calendars.Length - 1)
         from start in Micros(5 * 365)
         from length in Micros(800)
         from part in Gen.Choose(0, 1_000_000)
         select new Case(Calendars[calendar], Epoch + start, length, part)).ToArbitrary();

    [Fact]
    public void Around_the_clock_open_time_is_the_length_of_the_interval() =>
        Holds(given => given.End - given.Start == BusinessCalendar.AlwaysOpen.Between(given.Start, given.End) &&
            given.End - given.Start == Calendars[5].Between(given.Start, given.End));

    [Fact]
    public void Splitting_an_interval_never_changes_the_sum() =>
        Holds(given => given.Calendar.Between(given.Start, given.Middle) + given.Calendar.Between(given.Middle, given.End) ==
            given.Calendar.Between(given.Start, given.End));

    [Fact]
    public void What_was_added_lies_between() =>
        Holds(given => given.Calendar.Add(given.Start, given.Length / 10) is not { } due
            || given.Calendar.Between(given.Start, due) == given.Length / 10);

    [Fact]
    public void What_lies_between_leads_to_the_earliest_moment_by_which_it_was_open() =>
        Holds(given =>
        {
            var open = given.Calendar.Between(given.Start, given.End);
            var due = given.Calendar.Add(given.Start, open)!.Value;
            var before = Instant.Max(given.Start, due - Duration.FromTicks(1));
            return due <= given.End && (due == given.Start || given.Calendar.Between(given.Start, before) < open);
        });

    [Fact]
    public void Adding_in_two_steps_is_adding_at_once() =>
        Holds(given => given.Calendar.Add(given.Start, given.Length / 10 + Hours(5)) is not { } atOnce ||
            given.Calendar.Add(given.Calendar.Add(given.Start, given.Length / 10)!.Value, Hours(5)) == atOnce);

    [Fact]
    public void Running_segments_sum_to_the_open_time_and_all_segments_to_the_interval() =>
        Holds(given =>
        {
            var segments = given.Calendar.Segments(given.Start, given.End).ToList();
            return Sum(segments) == given.End - given.Start &&
                Sum(segments.Where(segment => segment.Reason == SegmentReason.Running)) == given.Calendar.Between(given.Start, given.End) &&
                segments.Zip(segments.Skip(1)).All(pair => pair.First.To == pair.Second.From && pair.First.From < pair.First.To);
        });

    [Fact]
    public void The_next_open_moment_is_open_and_nothing_before_it_is() =>
        Holds(given => given.Calendar.NextOpen(given.Start) is { } open &&
            given.Calendar.Between(given.Start, open) == Duration.Zero &&
            given.Calendar.Between(open, open + Duration.FromTicks(10)) > Duration.Zero);

    private static Duration Sum(IEnumerable<OpeningSegment> segments) =>
        segments.Aggregate(Duration.Zero, (sum, segment) => sum + (segment.To - segment.From));

    private static void Holds(Func<Case, bool> property) => Prop.ForAll(Cases, property).QuickCheckThrowOnFailure();

    private static Gen<Duration> Micros(int days) =>
        from day in Gen.Choose(0, days)
        from second in Gen.Choose(0, 86_399)
        from micro in Gen.Choose(0, 999_999)
        select Duration.FromDays(day) + Duration.FromSeconds(second) + Duration.FromTicks(micro * 10L);

    private sealed record Case(BusinessCalendar Calendar, Instant Start, Duration Length, int Part)
    {
        public Instant End => Start + Length;

        public Instant Middle => Start + Duration.FromTicks(Length.BclCompatibleTicks / 1_000_000 * Part);

        public override string ToString() => $"{Calendar.Name} in {Calendar.Zone}: {Start}, {Length}, {Part}";
    }
}

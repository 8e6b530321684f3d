using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>Working time against vectors that were computed elsewhere, to the second.</summary>
public sealed class BusinessCalendarTests
{
    [Fact]
    public void A_weekend_with_a_change_of_clocks_does_not_count() =>
        Office.Compiled().Add(At("2026-03-27 16:30"), Hours(1)).ShouldBe(Instant.FromUtc(2026, 3, 30, 6, 30));

    [Theory]
    [InlineData("2026-03-28 20:00", 24, "2026-03-29 21:00:00 +02:00")]
    [InlineData("2026-10-24 20:00", 24, "2026-10-25 19:00:00 +01:00")]
    [InlineData("2026-05-05 23:30", 4, "2026-05-06 03:30:00 +02:00")]
    [InlineData("2027-03-27 20:00", 24, "2027-03-28 21:00:00 +02:00")]
    [InlineData("2028-02-28 12:00", 48, "2028-03-01 12:00:00 +01:00")]
    public void Around_the_clock_hours_are_real_hours(string start, int hours, string due)
    {
        BusinessCalendar.AlwaysOpen.Add(At(start), Hours(hours)).Berliner().ShouldBe(due);
        Office.With(Window(EveryDay, "00:00", "24:00")).Compiled().Add(At(start), Hours(hours)).Berliner().ShouldBe(due);
    }

    [Theory]
    [InlineData("2026-03-29", 3)]
    [InlineData("2026-10-25", 5)]
    [InlineData("2027-03-28", 3)]
    [InlineData("2027-10-31", 5)]
    [InlineData("2028-03-26", 3)]
    [InlineData("2028-10-29", 5)]
    [InlineData("2026-03-30", 4)]
    public void A_window_over_the_change_of_clocks_is_as_long_as_the_night_was(string date, int hours)
    {
        var nights = Office.With(Window(EveryDay, "00:00", "04:00")).Compiled();

        nights.Between(At(date + " 00:00"), At(date + " 04:00")).ShouldBe(Hours(hours));
    }

    [Fact]
    public void A_lunch_break_does_not_count() =>
        Office.With(Window(Workdays, "08:00", "12:00"), Window(Workdays, "13:00", "17:00")).Compiled()
            .Add(At("2026-06-11 10:00"), Hours(8)).Berliner().ShouldBe("2026-06-12 10:00:00 +02:00");

    [Theory]
    [InlineData("BY", "2026-06-05 11:00:00 +02:00")]
    [InlineData("NW", "2026-06-05 11:00:00 +02:00")]
    [InlineData("NI", "2026-06-04 11:00:00 +02:00")]
    [InlineData(null, "2026-06-04 11:00:00 +02:00")]
    public void Fronleichnam_counts_where_it_is_no_holiday(string? state, string due) =>
        Office.In(state).Compiled().Add(At("2026-06-03 16:00"), Hours(4)).Berliner().ShouldBe(due);

    [Theory]
    [InlineData(4, "2026-06-01 12:00:00 +02:00")]
    [InlineData(24, "2026-06-03 14:00:00 +02:00")]
    [InlineData(72, "2026-06-10 17:00:00 +02:00")]
    [InlineData(168, "2026-06-25 14:00:00 +02:00")]
    public void Twenty_four_hours_are_two_and_two_thirds_days_of_nine_hours(int hours, string due) =>
        Office.Compiled().Add(At("2026-06-01 08:00"), Hours(hours)).Berliner().ShouldBe(due);

    [Fact]
    public void Time_that_is_used_up_at_closing_time_is_due_at_closing_time() =>
        Office.Compiled().Add(At("2026-11-20 16:00"), Hours(1)).Berliner().ShouldBe("2026-11-20 17:00:00 +01:00");

    [Fact]
    public void A_night_shift_goes_on_after_midnight_on_a_day_without_a_shift()
    {
        var nights = Office.With(Window(Workdays, "22:00", "06:00")).Compiled();

        nights.Add(At("2026-11-20 23:00"), Hours(8)).Berliner().ShouldBe("2026-11-23 23:00:00 +01:00");
        nights.Between(At("2026-11-21 00:00"), At("2026-11-22 00:00")).ShouldBe(Hours(6));
    }

    [Theory]
    [InlineData("2026-03-28", 7)]
    [InlineData("2026-10-24", 9)]
    public void A_night_shift_is_an_hour_shorter_or_longer_when_clocks_change(string evening, int hours)
    {
        var nights = Office.With(Window(EveryDay, "22:00", "06:00")).Compiled();

        nights.Between(At(evening + " 12:00"), At(evening + " 12:00") + Hours(24)).ShouldBe(Hours(hours));
    }

    [Fact]
    public void A_night_shift_ends_at_midnight_before_a_holiday_and_none_starts_on_one()
    {
        // 1 May 2026 is a Friday: Thursday's shift is cut, Friday's is dropped with the hours that would reach into Saturday.
        var nights = Office.With(Window(EveryDay, "22:00", "06:00")).In(null).Compiled();

        nights.Between(At("2026-04-30 12:00"), At("2026-05-01 00:00")).ShouldBe(Hours(2));
        nights.Between(At("2026-05-01 00:00"), At("2026-05-02 22:00")).ShouldBe(Duration.Zero);
    }

    [Fact]
    public void A_shift_until_midnight_can_be_written_in_two_ways()
    {
        var evening = Office.With(Window(Workdays, "16:00", "24:00")).Compiled();
        var same = Office.With(Window(Workdays, "16:00", "00:00")).Compiled();

        foreach (var calendar in new[] { evening, same })
            calendar.Between(At("2026-11-20 00:00"), At("2026-11-23 00:00")).ShouldBe(Hours(8));
    }

    [Fact]
    public void Local_times_that_are_skipped_begin_with_the_first_that_exists()
    {
        // On 29 March 2026 clocks go from 02:00 to 03:00.
        var early = Office.With(Window(EveryDay, "02:30", "05:00")).Compiled();
        var swallowed = Office.With(Window(EveryDay, "02:15", "02:45")).Compiled();

        early.NextOpen(At("2026-03-29 00:00")).ShouldBe(At("2026-03-29 03:00"));
        early.Between(At("2026-03-29 00:00"), At("2026-03-29 12:00")).ShouldBe(Hours(2));
        swallowed.Between(At("2026-03-29 00:00"), At("2026-03-29 12:00")).ShouldBe(Duration.Zero);
    }

    [Fact]
    public void Local_times_that_come_twice_count_once()
    {
        // On 25 October 2026 the hour from 02:00 comes twice. A boundary within it is passed the first time.
        var until = Office.With(Window(EveryDay, "00:00", "02:30")).Compiled();
        var from = Office.With(Window(EveryDay, "02:30", "04:00")).Compiled();
        var within = Office.With(Window(EveryDay, "02:15", "02:45")).Compiled();
        var (start, end) = (At("2026-10-25 00:00"), At("2026-10-25 12:00"));

        until.Between(start, end).ShouldBe(Hours(2.5));
        from.Between(start, end).ShouldBe(Hours(2.5));
        within.Between(start, end).ShouldBe(Hours(0.5));
    }

    [Fact]
    public void A_half_day_has_its_own_hours_and_a_closure_has_none()
    {
        var calendar = Office.In("BY")
            .With(Half("2026-12-24", "08:00", "12:00", "Heiligabend"), Closed("2026-12-28", "2026-12-31", "Betriebsferien")).Compiled();

        calendar.Add(At("2026-12-24 11:00"), Hours(2)).Berliner().ShouldBe("2027-01-04 09:00:00 +01:00");
    }

    [Fact]
    public void An_own_day_comes_before_a_public_holiday() =>
        Office.With(Half("2026-05-01", "10:00", "12:00", "Maifest")).In("BY").Compiled()
            .Between(At("2026-05-01 00:00"), At("2026-05-02 00:00")).ShouldBe(Hours(2));

    [Fact]
    public void A_leap_day_is_a_day_like_any_other() =>
        Office.Compiled().Between(At("2028-02-28 00:00"), At("2028-03-02 00:00")).ShouldBe(Hours(27));

    [Fact]
    public void A_day_that_a_zone_skipped_whole_has_no_time()
    {
        // Samoa left out 30 December 2011.
        var samoa = (Office with { Zone = "Pacific/Apia" }).With(Window(EveryDay, "00:00", "24:00")).Compiled();
        var start = Instant.FromUtc(2011, 12, 30, 0, 0);

        samoa.Between(start, start + Duration.FromDays(3)).ShouldBe(Duration.FromDays(3));
        samoa.Segments(start, start + Duration.FromDays(3)).ShouldAllBe(segment => segment.Reason == SegmentReason.Running);
    }

    [Fact]
    public void What_lies_more_than_ten_years_ahead_never_comes()
    {
        var pastOnly = (Office with { Windows = [] }).With(Half("2020-06-02", "08:00", "12:00")).Compiled();

        pastOnly.Add(At("2026-01-05 08:00"), Duration.FromSeconds(1)).ShouldBeNull();
        pastOnly.NextOpen(At("2026-01-05 08:00")).ShouldBeNull();
        BusinessCalendar.AlwaysOpen.Add(At("2026-01-05 08:00"), Duration.FromDays(3653)).ShouldNotBeNull();
        BusinessCalendar.AlwaysOpen.Add(At("2026-01-05 08:00"), Duration.FromDays(3654)).ShouldBeNull();
        Office.Compiled().Add(At("2026-01-05 08:00"), Duration.FromDays(3653)).ShouldBeNull();
    }

    [Fact]
    public void The_ten_years_end_to_the_second()
    {
        var (calendar, start) = (Office.Compiled(), At("2026-01-05 08:00"));
        var open = calendar.Between(start, start + BusinessCalendar.Horizon);

        calendar.Add(start, open).ShouldNotBeNull();
        calendar.Add(start, open + Duration.FromSeconds(1)).ShouldBeNull();
    }

    [Fact]
    public void Segments_name_what_is_closed_and_leave_no_gap()
    {
        var calendar = Office.With(Closed("2026-04-07", name: "Betriebsausflug")).In(null).Compiled();

        var segments = calendar.Segments(At("2026-04-02 16:00"), At("2026-04-08 09:00")).ToList();

        segments.Select(segment => $"{segment.From.Berliner()[5..16]} {segment.Reason} {segment.Note}".TrimEnd()).ShouldBe(
        [
            "04-02 16:00 Running",
            "04-02 17:00 OutsideHours",
            "04-03 00:00 Holiday Karfreitag",
            "04-04 00:00 OutsideHours",
            "04-06 00:00 Holiday Ostermontag",
            "04-07 00:00 Closure Betriebsausflug",
            "04-08 00:00 OutsideHours",
            "04-08 08:00 Running",
        ]);
        segments[0].From.ShouldBe(At("2026-04-02 16:00"));
        segments[^1].To.ShouldBe(At("2026-04-08 09:00"));
        segments.Zip(segments.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
    }

    [Fact]
    public void An_interval_that_ends_before_it_starts_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Compiled().Between(At("2026-01-02 00:00"), At("2026-01-01 00:00")));
}

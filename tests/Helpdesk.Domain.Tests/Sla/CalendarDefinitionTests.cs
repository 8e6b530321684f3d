using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>What no calendar may be, and how a stored one changes.</summary>
public sealed class CalendarDefinitionTests
{
    private static readonly Member Admin = new(Some.Tenant(), Some.Account(), Role.Admin);

    public static TheoryData<string, CalendarDefinition> Faulty() => new()
    {
        { "/zone unknown-time-zone", Office with { Zone = "Europe/Nowhere" } },
        { "/zone unknown-time-zone", Office with { Zone = "europe/berlin" } },
        { "/zone unknown-time-zone", Office with { Zone = "UTC+01" } },
        { "/zone unknown-time-zone", Office with { Zone = "" } },
        { "/name required", Office with { Name = " " } },
        { "/windows no-working-time", Office with { Windows = [] } },
        { "/windows no-working-time", Office with { Windows = [new([], Wall("08:00"), Wall("17:00"))] } },
        { "/windows no-working-time", (Office with { Windows = [] }).With(Closed("2026-12-24")) },
        { "/windows/0 bad-window", Office.With(Window("mon", "08:00", "08:00")) },
        { "/windows/1 bad-window", Office.With(Window("mon", "08:00", "09:00"), Window("tue", "24:00", "08:00")) },
        { "/windows overlapping-windows", Office.With(Window("mon", "08:00", "12:00"), Window("mon", "11:59", "17:00")) },
        { "/windows overlapping-windows", Office.With(Window("mon", "08:00", "12:00"), Window("mon", "08:00", "12:00")) },
        { "/windows overlapping-windows", Office.With(Window("mon", "22:00", "06:00"), Window("tue", "05:00", "08:00")) },
        { "/windows overlapping-windows", Office.With(Window("sun", "22:00", "06:00"), Window("mon", "05:59", "08:00")) },
        { "/special_days/1 overlapping-days", Office.With(Closed("2026-12-24"), Closed("2026-12-24")) },
        { "/special_days/1 overlapping-days", Office.With(Closed("2026-12-24", "2027-01-03"), Half("2026-12-31", "08:00", "12:00")) },
        { "/special_days/0 bad-range", Office.With(Closed("2026-12-24", "2026-12-23")) },
        { "/special_days/0 bad-range", Office.With(Closed("2026-01-01", "2027-01-02")) },
        { "/special_days/0 out-of-range", Office.With(Closed("1989-12-31")) },
        { "/special_days/0/windows/0 bad-window", Office.With(Half("2026-12-24", "22:00", "06:00")) },
        { "/special_days/0/windows overlapping-windows",
            Office.With(new SpecialDay(
                Date("2026-12-24"), Date("2026-12-24"), "", [new(Wall("08:00"), Wall("12:00")), new(Wall("11:00"), Wall("13:00"))])) },
        { "/holidays/country unknown-country", Office with { Holidays = new("AT") } },
        { "/holidays/state unknown-state", Office.In("XX") },
        { "/holidays/state unknown-state", Office.In("by") },
        { "/holidays/state unknown-state", Office.In("9") },
        { "/holidays/municipality bad-municipality", Office.In("BY", "0976100") },
        { "/holidays/municipality bad-municipality", Office.In("BY", "17000000") },
        { "/holidays/municipality municipality-elsewhere", Office.In("BY", "08111000") },
        { "/holidays/assumption_day setting-without-meaning", Office with { Holidays = new("DE", "NW", AssumptionDay: true) } },
        { "/holidays/corpus_christi setting-without-meaning", Office with { Holidays = new("DE", "BY", CorpusChristi: false) } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_calendar_is_refused_with_the_place_of_the_fault(string fault, CalendarDefinition calendar)
    {
        var why = BusinessCalendar.Compile(calendar).Error;

        why.Kind.ShouldBe(ErrorKind.Invalid);
        why.Fields.Select(field => $"{field.Pointer} {field.Code}").ShouldBe([fault]);
    }

    [Fact]
    public void All_faults_are_named_at_once_and_below_the_given_place() =>
        BusinessCalendar.Compile(new("", "Mars/Olympus", [], new("DE", "XX"), []), pointer: "/calendar").Error.Fields.Select(
            field => field.Pointer)
            .ShouldBe(["/calendar/name", "/calendar/zone", "/calendar/holidays/state", "/calendar/windows"]);

    [Fact]
    public void Windows_and_days_may_touch()
    {
        var calendar = Office.With(Window("mon", "08:00", "12:00"), Window("mon", "12:00", "17:00"), Window("sun", "22:00", "08:00"))
            .With(Closed("2026-12-24"), Closed("2026-12-25", "2026-12-31"));

        BusinessCalendar.Compile(calendar).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_closure_may_cover_public_holidays() =>
        BusinessCalendar.Compile(Office.In("BY").With(Closed("2026-12-24", "2027-01-06", "Betriebsferien"))).IsOk.ShouldBeTrue();

    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("08:30", 510)]
    [InlineData("23:59", 1439)]
    [InlineData("24:00", 1440)]
    [InlineData("24:01", null)]
    [InlineData("25:00", null)]
    [InlineData("08:60", null)]
    [InlineData("8:00", null)]
    [InlineData("08:00:00", null)]
    [InlineData("٠٨:٠٠", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_wall_time_is_written_in_one_way(string? text, int? minute)
    {
        (WallTime.Parse(text)?.MinuteOfDay).ShouldBe(minute);
        if (minute is { } at)
            new WallTime(at).ToString().ShouldBe(text);
    }

    [Fact]
    public void Every_save_is_a_version_that_can_be_had_back()
    {
        var (id, book, now) = (Guid.NewGuid(), SlaPolicyBook.Seeded, Some.Moment());
        var first = CalendarChanges.Save(null, id, Office, book, Admin, now).Events.Single();
        var second = CalendarChanges.Save(
            CalendarDocument.Apply(null, new(1, now, null, first)), id, Office.In("BY"), book, Admin, now).Events.Single();

        var once = CalendarDocument.Apply(null, new(1, now, null, first));
        var twice = CalendarDocument.Apply(once, new(2, now, null, second));

        (once.Version, once.Definition.Holidays).ShouldBe((1, null));
        (twice.Version, twice.Definition.Holidays?.State).ShouldBe((2, "BY"));
    }

    [Fact]
    public void A_calendar_that_a_policy_counts_by_stays_and_keeps_enough_working_time()
    {
        var (id, now) = (Guid.NewGuid(), Some.Moment());
        var document = new CalendarDocument { Version = 1, Definition = Office };
        var policy = SlaDefaults.Policy with { Objectives = [SlaDefaults.Policy.Objectives[0] with { Calendar = id }] };
        var book = new SlaPolicyBook { Version = 1, Policies = [policy] };
        var over = (Office with { Windows = [] }).With(Half("2020-06-02", "08:00", "12:00"));

        CalendarChanges.Remove(document, id, book, Admin).Refusal!.Code.ShouldBe("calendar-in-use");
        CalendarChanges.Remove(document, Guid.NewGuid(), book, Admin).Events.Single().ShouldBeOfType<CalendarEvent.Removed>();
        CalendarChanges.Save(document, id, over, book, Admin, now).Refusal!.Fields.Single().Code.ShouldBe("never-due");
        CalendarChanges.Save(document, id, over, SlaPolicyBook.Seeded, Admin, now).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Only_an_admin_changes_calendars()
    {
        var agent = Admin with { Role = Role.Agent };
        var document = new CalendarDocument { Version = 1, Definition = Office };

        CalendarChanges.Save(null, Guid.NewGuid(), Office, SlaPolicyBook.Seeded, agent, Some.Moment()).Refusal!.Kind.ShouldBe(
            ErrorKind.Forbidden);
        CalendarChanges.Remove(document, Guid.NewGuid(), SlaPolicyBook.Seeded, agent).Refusal!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public void A_removed_calendar_is_gone_but_its_versions_are_not()
    {
        var id = Guid.NewGuid();
        var removed = CalendarDocument.Apply(
            new CalendarDocument { Version = 1, Definition = Office }, new(2, Some.Moment(), null, new CalendarEvent.Removed()));

        removed.IsRemoved.ShouldBeTrue();
        removed.Definition.ShouldBe(Office);
        CalendarChanges.Save(removed, id, Office, SlaPolicyBook.Seeded, Admin, Some.Moment()).Refusal!.Code.ShouldBe("not-found");
        CalendarChanges.Remove(removed, id, SlaPolicyBook.Seeded, Admin).Refusal!.Code.ShouldBe("not-found");
    }
}

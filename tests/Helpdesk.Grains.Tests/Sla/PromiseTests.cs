using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Grains.Tests.Sla;

/// <summary>A tenant changes what it promises: new tickets get it, old ones keep theirs until an admin says otherwise.</summary>
public sealed class PromiseTests(PostgresFixture database) : InAnSlaTown(database)
{
    private static readonly CalendarDefinition Office = new(
        "Rathaus", "Europe/Berlin",
        [
            new(
                [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
                new(8 * 60), new(17 * 60)),
        ],
        null, []);

    [Fact]
    public async Task A_changed_policy_does_not_touch_tickets_until_an_admin_has_them_evaluated_anew()
    {
        var old = await town.Open(Priority.High, "it");
        await Add(Within(Duration.FromHours(2), calendar: null));
        town.Time.Advance(TimeSpan.FromMinutes(1));

        var young = await town.Open(Priority.High, "it");
        await town.Change(old.Id, new ChangeTicket { Subject = "Drucker druckt immer noch nicht" });

        young.DueAt().ShouldBe(young.Ticket.CreatedAt.ToDateTimeOffset().AddHours(2));
        (await town.Row(old.Id)).DueAt.ShouldBe(old.Ticket.CreatedAt.ToDateTimeOffset().AddHours(24));

        var anew = Town.Accepted(await town.People.Ticket(old.Id).Reevaluate(town.People.Admin, Town.NoKey(), default)).View;
        anew.DueAt().ShouldBe(old.Ticket.CreatedAt.ToDateTimeOffset().AddHours(2));
        (await town.People.History(old.Id))[^1].Event.ShouldBeOfType<TicketEvent.SlaReevaluated>();
    }

    [Fact]
    public async Task A_changed_calendar_holds_for_new_tickets_and_the_old_version_goes_on_for_old_ones()
    {
        var calendar = await Save(Office);
        await Add(Within(Duration.FromHours(6), calendar.Id));
        var old = await town.Open(Priority.High, "it"); // Wednesday noon: five hours today, one tomorrow
        await town.People.Sla.SaveCalendar(
            town.People.Admin, Town.NoKey(), calendar.Id, Office with { Windows = [Office.Windows[0] with { To = new(20 * 60) }] },
            calendar.Document.Version, default);

        var young = await town.Open(Priority.High, "it");
        var touched = await town.Change(old.Id, new ChangeTicket { Subject = "Noch etwas" });

        old.DueAt().ShouldBe(new(2026, 11, 19, 8, 0, 0, TimeSpan.Zero));
        young.DueAt().ShouldBe(new(2026, 11, 18, 17, 0, 0, TimeSpan.Zero));
        touched.DueAt().ShouldBe(old.DueAt());
        var shown = (await town.People.Ticket(old.Id).Sla(town.People.Agent, default)).Value.ShouldNotBeNull().Targets.Single();
        (shown.Calendar.Origin?.Version, shown.Standing.DueAt?.ToDateTimeOffset()).ShouldBe((1, old.DueAt()));
        shown.Segments.Where(part => part.Counts && part.To <= shown.Standing.DueAt)
            .Aggregate(Duration.Zero, (sum, part) => sum + part.Length)
            .ShouldBe(shown.Standing.Objective.Within);
    }

    [Fact]
    public async Task A_calendar_that_a_policy_counts_by_cannot_be_removed()
    {
        var calendar = await Save(Office);
        var book = await Add(Within(Duration.FromHours(6), calendar.Id));

        (await Remove(calendar)).Refusal.ShouldNotBeNull().Code.ShouldBe("calendar-in-use");

        Town.Accepted(await town.People.Sla.RemovePolicy(town.People.Admin, Town.NoKey(), book.Policies[0].Id, book.Version, default));
        (await Remove(calendar)).Refusal.ShouldBeNull();
        (await town.People.Sla.Calendars(town.People.Admin, default)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_breach_raises_the_priority_only_upwards()
    {
        await Add(Within(Duration.FromHours(2), null) with
        {
            Objectives =
            [
                .. Enum.GetValues<Priority>()
                    .Select(priority => new SlaObjective(SlaTarget.Resolution, priority, Duration.FromHours(2), null)),
            ],
            Steps = [new("raise", null, new EscalationPoint.Share(10_000), [new EscalationAction.RaisePriority(Priority.High)])],
        });
        var (low, urgent) = (await town.Open(Priority.Low, "it"), await town.Open(Priority.Urgent, "it"));

        await town.SweepAt(town.Now.AddHours(2));

        (await town.People.Read(low.Id)).Ticket.Priority.ShouldBe(Priority.High);
        (await town.People.Read(urgent.Id)).Ticket.Priority.ShouldBe(Priority.Urgent);
        (await town.Fired(urgent.Id)).Select(moment => moment.Step).ShouldBe([null, "raise"]);
    }

    [Fact]
    public async Task Only_admins_have_a_ticket_evaluated_anew()
    {
        var ticket = await town.Open(Priority.High);

        (await town.People.Ticket(ticket.Id).Reevaluate(town.People.Agent, Town.NoKey(), default)).Refusal.ShouldNotBeNull().Code.ShouldBe(
            "admin-only");
        (await town.People.Ticket(ticket.Id).Reevaluate(town.People.Customer, Town.NoKey(), default)).Refusal.ShouldNotBeNull();
    }

    private static SlaPolicy Within(Duration within, Guid? calendar) => new(
        Guid.CreateVersion7(), Revision: 1, "Technik", new(["it"], [], [], []),
        [new(SlaTarget.Resolution, Priority.High, within, calendar)], [], []);

    private async Task<SlaPolicyBook> Add(SlaPolicy policy) =>
        Town.Accepted(await town.People.Sla.AddPolicy(town.People.Admin, Town.NoKey(), policy, 0, null, default)).State;

    private async Task<SavedCalendar> Save(CalendarDefinition calendar) =>
        Town.Accepted(await town.People.Sla.SaveCalendar(town.People.Admin, Town.NoKey(), Guid.CreateVersion7(), calendar, null, default))
            .State;

    private Task<Result<Outcome<SavedCalendar>>> Remove(SavedCalendar calendar) =>
        town.People.Sla.RemoveCalendar(town.People.Admin, Town.NoKey(), calendar.Id, calendar.Document.Version, default);
}

namespace Helpdesk.Grains.Tests.Sla;

/// <summary>What falls due in a municipality that is deleted, and may yet be restored.</summary>
public sealed class DeletedTownTests(PostgresFixture database) : InAnSlaTown(database)
{
    [Fact]
    public async Task Nothing_falls_due_in_a_deleted_municipality_and_restored_it_finds_everything_with_its_true_time()
    {
        var ticket = await town.Open(Priority.Urgent);
        var due = ticket.DueAt()!.Value;
        await Status("deleted");

        await town.SweepAt(due.AddDays(20));
        (await town.Fired(ticket.Id)).ShouldBeEmpty();
        (await town.Due(ticket.Id)).Select(moment => moment.Kind).ShouldBe([TicketPlanning.SlaLook]);

        await Status("active");
        await town.Sweep();
        (await town.Fired(ticket.Id)).Select(moment => (moment.Step, SlaTown.Of(moment.At))).ShouldBe(
            [("warning", due.AddHours(-0.8)), (null, due), ("due", due)]);
        (await town.Due(ticket.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suspended_municipality_goes_on_owing_what_it_promised()
    {
        var ticket = await town.Open(Priority.Urgent);
        await Status("suspended");

        await town.SweepAt(ticket.DueAt()!.Value);

        (await town.Fired(ticket.Id)).Select(moment => moment.Step).ShouldBe(["warning", null, "due"]);
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(73, false)]
    public async Task What_is_found_days_late_is_told_and_not_mailed(int hoursLate, bool mailed)
    {
        var manager = town.People.Is(Role.Manager).Account;
        await Sql($"""
            insert into account (tenant_id, id, email, email_key, security_stamp, concurrency_stamp, sessions_valid_from, created_at)
            values ('{town.People.Tenant.Value}', '{manager}', 'm@b.example', 'm@b.example', '', '', now(), now());
            insert into membership (tenant_id, account_id, home_id, role, status, email, email_key, name, name_key, language, version,
                created_at, updated_at)
            values ('{town.People.Tenant.Value}', '{manager}', '{town.People.Tenant.Value}', 'manager', 'active',
                'm@b.example', 'm@b.example', 'Erika', 'erika', 'de', 1, now(), now())
            """);
        var ticket = await town.Open(Priority.Urgent);

        await town.SweepAt(ticket.DueAt()!.Value.AddHours(hoursLate));

        var isMailed = await postgres.Ask(
            $"select mail_at is not null from notification_item where stream_id = '{ticket.Id.Value}' and kind = 'sla_breach'");
        isMailed.ShouldBe(mailed);
    }

    private Task Status(string word) => Sql($"update tenant set status = '{word}' where id = '{town.People.Tenant.Value}'");

    private Task Sql(string text) => postgres.Run(text);
}

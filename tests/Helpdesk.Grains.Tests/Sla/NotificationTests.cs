using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Notifications;

namespace Helpdesk.Grains.Tests.Sla;

/// <summary>From a due moment to what a person finds: one notification about many tickets, at the hour at which it may be told.</summary>
public sealed class NotificationTests(PostgresFixture database) : InAnSlaTown(database)
{
    private readonly INotifications notifications = database.Port<INotifications>();

    [Fact]
    public async Task Down_for_three_hours_each_recipient_finds_one_notification_about_all_that_was_missed()
    {
        var (first, second) = (await Staff(Role.Manager), await Staff(Role.Manager));
        var opened = new List<TicketView>();
        for (var i = 0; i < 100; i++)
        {
            opened.Add(await town.Open(Priority.Urgent));
            town.Time.Advance(TimeSpan.FromSeconds(105));
        }

        await town.SweepAt(opened[^1].DueAt()!.Value);

        foreach (var manager in new[] { first, second })
        {
            var told = (await Find(manager)).Items.ShouldHaveSingleItem();
            (told.Kind, told.Items, told.Tickets.Count).ShouldBe((NotificationKind.SlaBreach, 100, NotificationRules.Named));
            told.Tickets.Select(item => (item.Number, item.MomentAt.ToDateTimeOffset())).ShouldBe(
                opened.Reverse<TicketView>().Take(NotificationRules.Named).Select(ticket => (ticket.Ticket.Number, ticket.DueAt()!.Value)));
        }
    }

    [Fact]
    public async Task The_assignee_is_warned_and_managers_are_told_of_the_breach()
    {
        var (manager, agent) = (await Staff(Role.Manager), await Staff(Role.Agent));
        var ticket = await town.Open(Priority.Urgent);
        await Assign(ticket.Id, agent);

        await town.SweepAt(ticket.Ticket.CreatedAt.ToDateTimeOffset().AddHours(3.2));
        (await Promises(agent)).Select(told => told.Kind).ShouldBe([NotificationKind.SlaWarning]);
        (await Find(manager)).Items.ShouldBeEmpty();

        await town.SweepAt(ticket.DueAt()!.Value);
        (await Promises(agent)).Select(told => told.Kind).ShouldBe([NotificationKind.SlaBreach, NotificationKind.SlaWarning]);
        (await Find(manager)).Items.ShouldHaveSingleItem().Tickets.Single().Step.ShouldBe("due");
    }

    [Fact]
    public async Task Who_has_left_is_replaced_by_the_managers_and_managers_who_are_none_by_admins()
    {
        var (admin, agent) = (await Staff(Role.Admin), await Staff(Role.Agent));
        var ticket = await town.Open(Priority.Urgent);
        await Assign(ticket.Id, agent);
        await Sql($"update membership set status = 'ended' where account_id = '{agent.Value}'");

        await town.SweepAt(ticket.DueAt()!.Value);

        (await Promises(agent)).ShouldBeEmpty();
        (await Find(admin)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_switched_warnings_off_is_not_warned_and_not_replaced_and_still_told_of_the_breach()
    {
        var (manager, agent) = (await Staff(Role.Manager), await Staff(Role.Agent));
        var ticket = await town.Open(Priority.Urgent);
        await Assign(ticket.Id, agent);
        await Sql($"update membership set muted = '{{sla_warning}}' where account_id = '{agent.Value}'");

        await town.SweepAt(ticket.Ticket.CreatedAt.ToDateTimeOffset().AddHours(3.2));
        (await Promises(agent)).ShouldBeEmpty();
        (await Find(manager)).Items.ShouldBeEmpty();

        await town.SweepAt(ticket.DueAt()!.Value);
        (await Promises(agent)).ShouldHaveSingleItem().Kind.ShouldBe(NotificationKind.SlaBreach);
    }

    [Fact]
    public async Task A_team_is_told_as_its_members_and_its_address_and_a_team_without_members_as_its_managers()
    {
        var (manager, first, second, other) =
            (await Staff(Role.Manager), await Staff(Role.Agent), await Staff(Role.Agent), await Staff(Role.Agent));
        await AddTeam("technik", [first, second], "technik@example.org");
        await AddTeam("leer", [], null);
        Town.Accepted(await town.People.Sla.AddPolicy(
            town.People.Admin, Town.NoKey(),
            new(
                Guid.CreateVersion7(), 1, "Team", new(["it"], [], [], []),
                [new(SlaTarget.Resolution, Priority.High, Duration.FromHours(5), null)], [],
                [new("due", null, new EscalationPoint.Offset(Duration.Zero), [new EscalationAction.Notify(new SlaAudience.Team())])]),
            0, null, default));
        var (staffed, empty) = (await town.Open(Priority.High, "it"), await town.Open(Priority.High, "it"));
        await town.Change(staffed.Id, Team("technik"));
        await town.Change(empty.Id, Team("leer"));

        await town.SweepAt(staffed.DueAt()!.Value.AddMinutes(1));

        foreach (var member in new[] { first, second })
            (await Find(member)).Items.ShouldHaveSingleItem().Tickets.ShouldHaveSingleItem().Ticket.ShouldBe(staffed.Id.Value);
        (await Find(manager)).Items.ShouldHaveSingleItem().Tickets.ShouldHaveSingleItem().Ticket.ShouldBe(empty.Id.Value);
        (await Find(other)).Items.ShouldBeEmpty();
        (await postgres.Ask(
            $"select email from notification_item where stream_id = '{staffed.Id}' and email is not null")).ShouldBe("technik@example.org");

        static ChangeTicket Team(string team) => new() { Team = team };

        async Task AddTeam(string key, AccountId[] members, string? email) => Town.Accepted(await town.People.Lists.Add(
            town.People.Admin, Town.NoKey(), ListKind.Team, new(key, key, key) { Members = [.. members], Email = email }, null, default));
    }

    [Fact]
    public async Task What_is_read_stays_read_and_what_comes_later_makes_a_new_one()
    {
        var manager = await Staff(Role.Manager);
        var ticket = await town.Open(Priority.Urgent);
        town.Time.Advance(TimeSpan.FromMinutes(10));
        await town.Open(Priority.Urgent);
        await town.SweepAt(ticket.DueAt()!.Value);
        var told = (await Breaches(manager)).ShouldHaveSingleItem();

        var read = await notifications.Read(Reader(manager), told.Id, Now, default);
        var again = await notifications.Read(Reader(manager), told.Id, Now + Duration.FromHours(1), default);
        town.Time.Advance(TimeSpan.FromMinutes(10));
        await town.Sweep();

        (read.ShouldNotBeNull().ReadAt, again.ShouldNotBeNull().ReadAt).ShouldBe((read.ReadAt, read.ReadAt));
        read.ReadAt.ShouldNotBeNull();
        (await Breaches(manager)).Count.ShouldBe(2);
        (await Breaches(manager, unread: true)).ShouldHaveSingleItem().Id.ShouldNotBe(told.Id);
        var page = await Find(manager);
        (page.Total - page.Unread).ShouldBe(1);
    }

    [Fact]
    public async Task An_unread_one_takes_up_what_comes_within_the_hour_and_no_longer()
    {
        var manager = await Staff(Role.Manager);
        var ticket = await town.Open(Priority.Urgent);
        foreach (var minutes in (int[])[30, 45])
        {
            town.Time.Advance(TimeSpan.FromMinutes(minutes));
            await town.Open(Priority.Urgent);
        }

        await town.SweepAt(ticket.DueAt()!.Value);
        var first = (await Breaches(manager)).ShouldHaveSingleItem();
        await town.SweepAt(ticket.DueAt()!.Value.AddMinutes(30));
        (await Breaches(manager)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            told => told.Id.ShouldBe(first.Id), told => told.Items.ShouldBe(first.Items + 1));

        await town.SweepAt(ticket.DueAt()!.Value.AddMinutes(75));
        (await Breaches(manager)).Select(told => told.Items).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Outside_the_hours_it_is_held_back_unless_the_policy_says_any_time()
    {
        var manager = await Staff(Role.Manager);
        var calendar = Town.Accepted(await town.People.Sla.SaveCalendar(
            town.People.Admin, Town.NoKey(), Guid.CreateVersion7(),
            new("Rathaus", "Europe/Berlin", [new([.. Enum.GetValues<IsoDayOfWeek>().Skip(1)], new(8 * 60), new(17 * 60))], null, []),
            null, default)).State;
        await Add("it", anyTime: false, calendar.Id);
        await Add("fire", anyTime: true, calendar.Id);
        var (_, _) = (await town.Open(Priority.High, "it"), await town.Open(Priority.High, "fire"));

        await town.SweepAt(new(2026, 11, 18, 16, 0, 0, TimeSpan.Zero)); // 17:00 in Berlin: the five hours are over, the office is closed
        (await Find(manager)).Items.ShouldHaveSingleItem().Items.ShouldBe(1);

        town.Time.MoveTo(new(2026, 11, 19, 7, 0, 0, TimeSpan.Zero));
        (await Find(manager)).Items.Sum(told => told.Items).ShouldBe(2);

        static EscalationAction Notify(bool anyTime) => new EscalationAction.Notify(new SlaAudience.Manager(), anyTime);

        async Task Add(string category, bool anyTime, Guid hours) => Town.Accepted(await town.People.Sla.AddPolicy(
            town.People.Admin, Town.NoKey(),
            new(
                Guid.CreateVersion7(), 1, category, new([category], [], [], []),
                [new(SlaTarget.Resolution, Priority.High, Duration.FromHours(5), hours)], [],
                [new("due", null, new EscalationPoint.Offset(Duration.Zero), [Notify(anyTime)])]),
            0, null, default));
    }

    [Fact]
    public async Task Two_looks_at_once_gather_everything_once()
    {
        var manager = await Staff(Role.Manager);
        for (var i = 0; i < 20; i++)
            await town.Open(Priority.Urgent);
        await town.SweepAt(town.Now.AddHours(4));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Find(manager)));

        (await Find(manager)).Items.ShouldHaveSingleItem().Items.ShouldBe(20);
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        var (manager, agent) = (await Staff(Role.Manager), await Staff(Role.Agent));
        for (var i = 0; i < 3; i++)
        {
            var ticket = await town.Open(Priority.Urgent);
            await town.SweepAt(ticket.DueAt()!.Value);
            await Find(manager);
            town.Time.Advance(TimeSpan.FromHours(2));
        }

        var first = await notifications.Find(new(Reader(manager), UnreadOnly: false, null, 2), Now, default);
        var rest = await notifications.Find(new(Reader(manager), UnreadOnly: false, first.Next, 2), Now, default);

        (first.Items.Count, rest.Items.Count, rest.Next).ShouldBe((2, 1, null));
        first.Items.Concat(rest.Items).Select(told => told.Id).Distinct().Count().ShouldBe(3);
        (await notifications.Read(Reader(agent), first.Items[0].Id, Now, default)).ShouldBeNull();
    }

    private Instant Now => Instant.FromDateTimeOffset(town.Now);

    private Member Reader(AccountId account) => new(town.People.Tenant, account, Role.Agent);

    private Task<NotificationPage> Find(AccountId account, bool unread = false) =>
        notifications.Find(new(Reader(account), unread, null, 50), Now, default);

    // An assignee is told of the assignment as well.
    private async Task<IReadOnlyList<Notification>> Promises(AccountId account) =>
        [.. (await Find(account)).Items.Where(told => told.Kind is NotificationKind.SlaWarning or NotificationKind.SlaBreach)];

    // Tickets that fall due later are at risk meanwhile, which is told apart.
    private async Task<IReadOnlyList<Notification>> Breaches(AccountId account, bool unread = false) =>
        [.. (await Find(account, unread)).Items.Where(told => told.Kind == NotificationKind.SlaBreach)];

    private async Task Assign(TicketId ticket, AccountId agent) =>
        await town.Change(ticket, new() { Assignee = agent });

    private async Task<AccountId> Staff(Role role)
    {
        var caller = town.People.Is(role);
        var email = Some.Email();
        await Sql($"""
            insert into account (tenant_id, id, email, email_key, security_stamp, concurrency_stamp, sessions_valid_from, created_at)
            values ('{town.People.Tenant.Value}', '{caller.Account}', '{email}', '{email}', '', '', now(), now());
            insert into membership (tenant_id, account_id, home_id, role, status, email, email_key, name, name_key, language, version, created_at, updated_at)
            values ('{town.People.Tenant.Value}', '{caller.Account}', '{town.People.Tenant.Value}', '{role.ToString().ToLowerInvariant()}', 'active', '{email}', '{email}', 'Erika', 'erika', 'de', 1, now(), now())
            """);
        return new(caller.Account!.Value.Value);
    }

    private Task Sql(string text) => postgres.Run(text);
}

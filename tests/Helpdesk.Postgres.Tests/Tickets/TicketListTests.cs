using Helpdesk.Postgres.Tests.Search;

namespace Helpdesk.Postgres.Tests.Tickets;

public sealed class TicketListTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly ITicketStore store = postgres.Port<ITicketStore>();
    private readonly ITicketList list = postgres.Port<ITicketList>();
    private readonly TenantId tenant = Some.Tenant();

    public static TheoryData<TicketSort, bool> Orders()
    {
        var orders = new TheoryData<TicketSort, bool>();
        foreach (var sort in Enum.GetValues<TicketSort>())
        {
            orders.Add(sort, true);
            orders.Add(sort, false);
        }

        return orders;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_order_pages_through_all_tickets_once(TicketSort sort, bool descending)
    {
        for (var i = 0; i < 7; i++)
            await Append(new TicketHistory(tenant).Next(TicketHistory.Opened() with { Priority = (Priority)(i % 4) }));

        var seen = await Walk();

        seen.Distinct().Count().ShouldBe(7);
        seen.Count.ShouldBe(7);

        async Task<List<string>> Walk()
        {
            var (numbers, after) = (new List<string>(), (TicketPlace?)null);
            for (var page = 0; page < 4; page++)
            {
                var found = await list.Find(Query() with { Sort = sort, Descending = descending, Limit = 3, After = after }, default);
                numbers.AddRange(found.Items.Select(item => item.Number));
                after = found.Next;
                (found.Total, after is null).ShouldBe((7, page == 2));
                if (after is null)
                    break;
            }

            return numbers;
        }
    }

    [Fact]
    public async Task Sorted_by_their_promise_what_is_breached_stands_at_one_end_and_what_is_not_promised_at_the_other()
    {
        string?[] states = ["paused", null, "breached", "met", "warned", "on_track"];
        foreach (var state in states)
        {
            var history = new TicketHistory(tenant);
            await Append(history.Next(TicketHistory.Opened()));
            await using var set = postgres.Superuser.CreateCommand("update ticket set sla_state = $1 where id = $2");
            set.Parameters.Add(new Npgsql.NpgsqlParameter<string?> { TypedValue = state });
            set.Parameters.Add(new() { Value = history.Stream });
            await set.ExecuteNonQueryAsync();
        }

        var (seen, after) = (new List<string?>(), (TicketPlace?)null);
        do
        {
            var page = await list.Find(Query() with { Sort = TicketSort.SlaState, Descending = true, Limit = 2, After = after }, default);
            seen.AddRange(page.Items.Select(item => item.SlaState));
            after = page.Next;
        }
        while (after is not null);

        seen.ShouldBe(["breached", "warned", "on_track", "paused", "met", null]);
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var (mine, agent) = (Some.Account(), Some.Account());
        var wanted = new TicketHistory(tenant);
        await Append(wanted.Next(TicketHistory.Opened(requester: mine)
            with
        { Priority = Priority.Urgent, Queue = "cms", Team = "technik", Subject = "Startseite 50% leer" }));
        await Append(
            wanted.Next(new TicketEvent.Assigned(null, agent), new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.InProgress)));
        await Append(wanted.Next(new TicketEvent.Tagged("drucker"), new TicketEvent.Tagged("weg"), new TicketEvent.Untagged("weg")));
        await Append(new TicketHistory(tenant).Next(TicketHistory.Opened(), new TicketEvent.Tagged("anderes")));
        var elsewhere = new TicketHistory(Some.Tenant());
        await Append(elsewhere.Next(TicketHistory.Opened(), new TicketEvent.Tagged("drucker")));
        await postgres.Index(tenant, wanted.Stream);

        TicketQuery[] queries =
        [
            Query() with { Status = [TicketStatus.InProgress] },
            Query() with { Status = [TicketStatus.InProgress, TicketStatus.Closed] },
            Query() with { Priority = [Priority.Urgent] },
            Query() with { Queue = ["cms"] },
            Query() with { Team = ["technik"] },
            Query() with { Tag = ["drucker"] },
            Query() with { Queue = ["CMS", "nirgends"] },
            Query() with { Tag = ["anderswo", "drucker"] },
            Query() with { Assignee = [agent] },
            Query() with { Assignee = [agent, new(Guid.NewGuid())] },
            Query() with { Assignee = [agent], Unassigned = true, Queue = ["cms"] },
            Query() with { Requester = mine },
            Query() with { OnlyOf = mine },
            Query() with { Text = "50% LEER" },
            Query() with { Text = wanted.State!.Number.ToLowerInvariant() },
            Query() with { UpdatedFrom = wanted.State.UpdatedAt, UpdatedTo = wanted.State.UpdatedAt + Duration.FromMilliseconds(1) },
        ];
        foreach (var query in queries)
            (await list.Find(query, default)).Items.ShouldHaveSingleItem().Id.Value.ShouldBe(wanted.Stream);
        (await list.Find(Query() with { Tag = ["weg"] }, default)).Items.ShouldBeEmpty();
        (await list.Find(Query() with { Tenants = [tenant, elsewhere.Tenant], Tag = ["drucker"] }, default)).Items.Select(
            item => item.Id.Value)
            .ShouldBe([wanted.Stream, elsewhere.Stream], ignoreOrder: true);
        (await list.Find(Query() with { Unassigned = true }, default)).Items.ShouldNotContain(item => item.Id.Value == wanted.Stream);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_desk_pages_through_the_tickets_of_all_its_tenants_in_one_order(TicketSort sort, bool descending)
    {
        TenantId[] tenants = [tenant, Some.Tenant(), Some.Tenant()];
        foreach (var (one, count) in tenants.Zip([4, 1, 3]))
        {
            for (var i = 0; i < count; i++)
                await Append(new TicketHistory(one).Next(TicketHistory.Opened() with { Priority = (Priority)(i % 4) }));
        }

        await Append(new TicketHistory(Some.Tenant()).Next(TicketHistory.Opened()));
        var query = Query() with { Tenants = tenants, Sort = sort, Descending = descending };
        var whole = (await list.Find(query, default)).Items;
        var paged = new List<TicketListItem>();
        TicketPlace? after = null;
        while (paged.Count < 8)
        {
            var page = await list.Find(query with { Limit = 3, After = after }, default);
            page.Items.ShouldNotBeEmpty();
            paged.AddRange(page.Items);
            after = page.Next;
        }

        whole.Select(item => item.Tenant).Distinct().ShouldBe(tenants, ignoreOrder: true);
        paged.Select(item => item.Id).ShouldBe(whole.Select(item => item.Id));
        after.ShouldBeNull();
    }

    [Fact]
    public async Task Numbers_beyond_six_digits_come_after_those_with_six()
    {
        foreach (var number in (string[])["TEST-1000000", "TEST-999999", "TEST-000002"])
            await Append(new TicketHistory(tenant).Next(TicketHistory.Opened(number)));

        var found = await list.Find(Query() with { Sort = TicketSort.Number, Descending = false }, default);

        found.Items.Select(item => item.Number).ShouldBe(["TEST-000002", "TEST-999999", "TEST-1000000"]);
    }

    [Fact]
    public async Task Customers_read_a_history_without_any_trace_of_what_is_staffs_own()
    {
        var history = new TicketHistory(tenant);
        var events = Some.TicketEvents();
        await postgres.Upload(tenant, events);
        await Append(history.Next([.. events]));
        var shown = events.Where(TicketDisclosure.ShowsCustomers).ToList();

        var all = await list.Timeline(new(tenant, new(history.Stream), ForStaff: true, After: 0, Limit: 200), default);
        var theirs = await list.Timeline(new(tenant, new(history.Stream), ForStaff: false, After: 0, Limit: 200), default);
        var pages = new List<TicketEvent>();
        for (var after = 0; pages.Count < shown.Count;)
        {
            var page = await list.Timeline(new(tenant, new(history.Stream), ForStaff: false, after, Limit: 1), default);
            pages.Add(page.ShouldHaveSingleItem().Event!);
            after = page[0].Version;
        }

        all.Select(recorded => recorded.Event).ShouldBe(events);
        theirs.Select(recorded => recorded.Event).ShouldBe(shown);
        pages.ShouldBe(shown);
    }

    [Fact]
    public async Task Deleted_tickets_are_in_no_list()
    {
        var history = new TicketHistory(tenant);
        await Append(history.Next(TicketHistory.Opened()));
        await Append(history.Next(new TicketEvent.Deleted()));

        (await list.Find(Query(), default)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Counting_stops_so_that_a_long_list_costs_what_a_short_one_does()
    {
        await using (var fill = postgres.Superuser.CreateCommand("""
            insert into ticket (tenant_id, id, number, version, public_version, status, priority, requester, subject, description, created_at, updated_at, public_updated_at, state)
            select $1, gen_random_uuid(), 'T-' || n, 1, 1, 'open', 1, gen_random_uuid(), 's', 'd', now(), now(), now(), '{}' from generate_series(1, 1500) n
            """))
        {
            fill.Parameters.Add(new() { Value = tenant.Value });
            await fill.ExecuteNonQueryAsync();
        }

        var counted = await list.Find(Query(), default);
        var exact = await list.Find(Query() with { CountAll = true }, default);

        (counted.Total, counted.TotalIsMore).ShouldBe((1000, true));
        (exact.Total, exact.TotalIsMore).ShouldBe((1500, false));
    }

    private TicketQuery Query() => new() { Tenants = [tenant], Limit = 50 };

    private async Task Append(Append<Ticket, TicketEvent> append) =>
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
}

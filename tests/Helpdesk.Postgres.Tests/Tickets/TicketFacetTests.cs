using Helpdesk.Domain.Feed;

namespace Helpdesk.Postgres.Tests.Tickets;

public sealed class TicketFacetTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly ITicketStore store = postgres.Port<ITicketStore>();
    private readonly ITicketList list = postgres.Port<ITicketList>();
    private readonly TenantId tenant = Some.Tenant();
    private readonly AccountId[] people = [Some.Account(), Some.Account(), Some.Account()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_count_is_the_total_of_the_list_with_that_value_and_all_values_together_are_the_list_without_it(int seed)
    {
        var random = new Random(seed);
        TenantId[] tenants = [tenant, Some.Tenant()];
        for (var i = 0; i < 40; i++)
            await Append(random, tenants[i % 3 == 0 ? 1 : 0]);

        for (var look = 0; look < 25; look++)
        {
            var query = Filters(random, look % 2 == 0 ? [tenant] : tenants);
            var facets = await list.Facets(query, default);
            facets.Values.Keys.ShouldBe(TicketFacets.ShownBy(query), ignoreOrder: true);
            facets.IsPartial.ShouldBeFalse();
            foreach (var (facet, values) in facets.Values)
            {
                var others = TicketFacets.Without(facet, query);
                foreach (var value in values)
                    (await list.Find(With(facet, value.Value, others).Narrow(), default)).Total
                        .ShouldBe(value.Count, $"{facet} {value.Value} of {query}");
                if (facet is TicketFacet.Status or TicketFacet.Priority or TicketFacet.Assignee or TicketFacet.Tenant)
                    values.Sum(value => value.Count).ShouldBe((await list.Find(others.Narrow(), default)).Total);
            }
        }
    }

    [Fact]
    public async Task Two_spellings_of_a_queue_are_one_value()
    {
        foreach (var queue in (string[])["Straße", "STRASSE", "strasse"])
            await Append(new TicketHistory(tenant).Next(TicketHistory.Opened() with { Queue = queue }));

        var facets = await list.Facets(Query([tenant]), default);

        var only = facets.Values[TicketFacet.Queue].ShouldHaveSingleItem();
        (only.Count, (await list.Find(Query([tenant]) with { Queue = [only.Value] }, default)).Total).ShouldBe((3, 3));
    }

    [Fact]
    public async Task A_customer_counts_their_own_tickets_and_learns_nothing_of_what_is_staffs()
    {
        await Append(new TicketHistory(tenant).Next(TicketHistory.Opened(requester: people[0]) with { Queue = "cms" }));
        await Append(new TicketHistory(tenant).Next(TicketHistory.Opened(requester: people[1])));

        var facets = await list.Facets(Query([tenant]) with { OnlyOf = people[0], Reader = people[0] }, default);

        facets.Values.Keys.ShouldBe(
            [TicketFacet.Status, TicketFacet.Priority, TicketFacet.Category, TicketFacet.Assignee], ignoreOrder: true);
        facets.Values[TicketFacet.Status].ShouldBe([new TicketFacetValue("open", null, 1)]);
    }

    private static TicketQuery Query(IReadOnlyList<TenantId> tenants) => new() { Tenants = tenants, Limit = 1 };

    private TicketQuery Filters(Random random, IReadOnlyList<TenantId> tenants)
    {
        var query = Query(tenants) with { Reader = people[0], OnlyOf = random.Next(4) == 0 ? people[1] : null };
        if (tenants.Count > 1 && random.Next(2) == 0)
            query = query with { Within = [tenants[random.Next(2)]] };
        if (random.Next(2) == 0)
            query = query with { Status = [TicketStatus.Open, TicketStatus.InProgress] };
        if (random.Next(2) == 0)
            query = query with { Priority = [(Priority)random.Next(4), (Priority)random.Next(4)] };
        if (random.Next(3) == 0)
            query = query with { Category = ["it"] };
        if (random.Next(3) == 0)
            query = random.Next(2) == 0 ? query with { Unassigned = true } : query with { Assignee = [people[2]] };
        if (random.Next(4) == 0)
            query = query with { Unread = true };
        if (query.OnlyOf is not null)
            return query;
        return random.Next(3) switch
        {
            0 => query with { Queue = ["cms"] },
            1 => query with { Tag = ["drucker"] },
            _ => query with { Team = ["technik"] },
        };
    }

    private static TicketQuery With(TicketFacet facet, string value, TicketQuery query) => facet switch
    {
        TicketFacet.Status => query with { Status = [Words<TicketStatus>.Parse(value)!.Value] },
        TicketFacet.Priority => query with { Priority = [Words<Priority>.Parse(value)!.Value] },
        TicketFacet.Category => query with { Category = [value] },
        TicketFacet.Assignee => value == TicketFacets.Nobody ? query with { Unassigned = true }
            : query with { Assignee = [new(Guid.Parse(value))] },
        TicketFacet.Queue => query with { Queue = [value] },
        TicketFacet.Team => query with { Team = [value] },
        TicketFacet.Tag => query with { Tag = [value] },
        TicketFacet.Tenant => query with { Within = [new(Guid.Parse(value))] },
        _ => query with { SlaState = [value] },
    };

    private async Task Append(Random random, TenantId where)
    {
        string?[] queues = [null, "cms", "CMS", "bau"];
        string?[] teams = [null, "technik", "bürger"];
        var history = new TicketHistory(where);
        var opened = TicketHistory.Opened(requester: people[random.Next(2)]) with
        {
            Priority = (Priority)random.Next(4),
            Queue = queues[random.Next(4)],
            Team = teams[random.Next(3)],
            Category = random.Next(2) == 0 ? "it" : null,
        };
        var what = new List<TicketEvent> { opened };
        if (random.Next(2) == 0)
            what.Add(new TicketEvent.Assigned(null, people[random.Next(3)]));
        if (random.Next(2) == 0)
            what.Add(new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.InProgress));
        foreach (var tag in (string[])["drucker", "Netz"])
        {
            if (random.Next(2) == 0)
                what.Add(new TicketEvent.Tagged(tag));
        }

        await Append(history.Next([.. what]));
        if (random.Next(2) == 0)
        {
            await using var set = postgres.Superuser.CreateCommand("update ticket set sla_state = $1 where id = $2");
            set.Parameters.Add(new() { Value = random.Next(2) == 0 ? "breached" : "warned" });
            set.Parameters.Add(new() { Value = history.Stream });
            await set.ExecuteNonQueryAsync();
        }
    }

    private async Task Append(Append<Ticket, TicketEvent> append) =>
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
}

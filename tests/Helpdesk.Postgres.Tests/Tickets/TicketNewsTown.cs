using System.Text.Json;

namespace Helpdesk.Postgres.Tests.Tickets;

/// <summary>A tenant whose tickets change, and copies of its list.</summary>
internal sealed class TicketNewsTown(PostgresFixture postgres)
{
    public ITicketStore Store { get; } = postgres.Port<ITicketStore>();

    public ITicketList List { get; } = postgres.Port<ITicketList>();

    public TenantId Tenant { get; } = Some.Tenant();

    /// <param name="later">Than now.</param>
    public async Task<TicketHistory> Open(AccountId requester, Duration later = default)
    {
        var history = new TicketHistory(Tenant);
        await Happens(history, later, TicketHistory.Opened(requester: requester));
        return history;
    }

    public Task Happens(TicketHistory history, params TicketEvent[] what) => Happens(history, Duration.Zero, what);

    private async Task Happens(TicketHistory history, Duration later, params TicketEvent[] what) => (await Store.Append(history.Next(
        new Operation(Guid.CreateVersion7(), "test"), SystemClock.Instance.GetCurrentInstant() + later, what), default))
        .ShouldBeOfType<AppendOutcome.Done>();

    /// <summary>As the store of people writes it.</summary>
    public Task Becomes(MembershipEvent what) => postgres.Run("""
            insert into event (tenant_id, stream_id, version, at, kind, data)
            select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5::jsonb from event where tenant_id = $1 and stream_id = $2
            """,
        Tenant.Value, what.Account.Value, SystemClock.Instance.GetCurrentInstant().ToDateTimeUtc(),
        EventKind.Of(MembershipEvent.Subject, what.GetType()), JsonSerializer.Serialize(what, what.GetType(), RecordJson.Options));

    public TicketQuery Whole(AccountId reader, bool staff) => new()
    {
        Tenants = [Tenant],
        OnlyOf = staff ? null : reader,
        Limit = 200,
    };
}

/// <summary>What somebody holds who follows the news page by page.</summary>
internal sealed class TicketCopy(TicketNewsTown town, AccountId reader)
{
    private TicketNewsPlace? place;

    public Dictionary<TicketId, TicketListItem> Held { get; } = [];

    public List<GoneTicket> Gone { get; } = [];

    public Func<TicketQuery, TicketQuery> Filter { get; init; } = query => query;

    public async Task<int> Read(bool staff, int limit = 3)
    {
        var filter = Filter(town.Whole(reader, staff)) with { Limit = limit };
        var page = await town.List.News(new(filter, reader, Instant.FromUtc(2020, 1, 1, 0, 0), place), default);
        foreach (var item in page.Items)
            Held[item.Id] = AsShown(item, staff);
        foreach (var gone in page.Gone)
            Held.Remove(gone.Id);
        Gone.AddRange(page.Gone);
        place = page.Next;
        return page.Items.Count + page.Gone.Count;
    }

    /// <summary>
    /// Reads until it has what the list answers. News are held back while any older transaction runs, in whatever database of the server:
    /// other tests have some.
    /// </summary>
    public async Task ShouldBecomeTheList(bool staff, string because)
    {
        var query = Filter(town.Whole(reader, staff));
        for (var asked = 0; ; asked++)
        {
            while (await Read(staff) > 0)
            {
            }

            var whole = (await town.List.Find(query, default)).Items.ToDictionary(item => item.Id, item => AsShown(item, staff));
            if (whole.Count == Held.Count && whole.All(pair => Held.GetValueOrDefault(pair.Key) == pair.Value))
                return;
            if (asked > 20_000)
                Held.Values.OrderBy(item => item.Number).ShouldBe(whole.Values.OrderBy(item => item.Number), because);
        }
    }

    // Customers are not shown the rest, so their copy does not have it.
    private static TicketListItem AsShown(TicketListItem item, bool staff) =>
        staff ? item with { Tags = [] } : item with { Tags = [], Queue = null, Team = null, DueAt = null, SlaState = null };
}

using Helpdesk.Domain.Feed;
using Helpdesk.Domain.People;

namespace Helpdesk.Postgres.Tests.Tickets;

public sealed class TicketReadsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly ITicketStore store = postgres.Port<ITicketStore>();
    private readonly ITicketList list = postgres.Port<ITicketList>();
    private readonly ITicketReads reads = postgres.Port<ITicketReads>();
    private readonly TenantId tenant = Some.Tenant();

    [Fact]
    public async Task Lists_filters_and_marks_say_the_same_of_every_reader_after_every_act()
    {
        var random = new Random(11);
        Member[] readers = [Staff(), Staff(), new(tenant, Some.Account(), Role.Customer)];
        var mine = readers[2].Account;
        AccountId?[] actors = [.. readers.Select(reader => (AccountId?)reader.Account), Some.Account(), null];
        var tickets = Enumerable.Range(0, 6).Select(_ => new TicketHistory(tenant)).ToList();
        foreach (var ticket in tickets)
            await Append(ticket, mine, TicketHistory.Opened(requester: mine));
        var acted = tickets.ToDictionary(ticket => ticket, _ => new List<(int Version, int Public, AccountId? By)> { (1, 1, mine) });
        var read = new Dictionary<(TicketHistory, AccountId), int>();

        for (var step = 0; step < 60; step++)
        {
            var ticket = tickets[random.Next(tickets.Count)];
            var reader = readers[random.Next(readers.Length)];
            switch (random.Next(4))
            {
                case 0:
                    var mark = (await reads.Read(reader, new(ticket.Stream), version: null, default)).ShouldNotBeNull();
                    read[(ticket, reader.Account)] = VersionTo(reader, ticket);
                    mark.ShouldBe(new TicketReadMark(tenant, new(ticket.Stream), VersionTo(reader, ticket), IsUnread: false));
                    break;
                case 1 when step % 3 == 0:
                    (await reads.MarkUnread(reader, new(ticket.Stream), default)).ShouldNotBeNull().IsUnread.ShouldBeTrue();
                    read[(ticket, reader.Account)] = TicketReading.MarkedUnread;
                    break;
                default:
                    var by = actors[random.Next(actors.Length)];
                    var isPublic = random.Next(2) == 0;
                    await Append(ticket, by, TicketHistory.Said(visibility: isPublic ? Visibility.Public : Visibility.Internal));
                    acted[ticket].Add((ticket.State!.Version, isPublic ? ticket.State.PublicVersion : 0, by));
                    break;
            }

            foreach (var one in readers)
                await ShouldAgree(one);
        }

        async Task ShouldAgree(Member reader)
        {
            var expected = tickets.Where(ticket => IsUnread(ticket, reader)).Select(ticket => ticket.Stream).ToHashSet();
            var shown = (await list.Find(Query(reader), default)).Items;
            shown.Where(item => item.IsUnread).Select(item => item.Id.Value).ShouldBe(expected, ignoreOrder: true);
            (await list.Find(Query(reader) with { Unread = true }, default)).Items.Select(item => item.Id.Value)
                .ShouldBe(expected, ignoreOrder: true);
            (await list.Find(Query(reader) with { Unread = false }, default)).Total.ShouldBe(tickets.Count - expected.Count);
            foreach (var ticket in tickets)
                (await reads.Of(reader, new(ticket.Stream), default)).ShouldNotBeNull().IsUnread.ShouldBe(expected.Contains(ticket.Stream));
        }

        bool IsUnread(TicketHistory ticket, Member reader) => acted[ticket].Where(act => act.By != reader.Account)
            .Select(act => reader.IsStaff ? act.Version : act.Public).DefaultIfEmpty().Max()
            > read.GetValueOrDefault((ticket, reader.Account));
    }

    [Fact]
    public async Task A_mark_never_goes_back_and_never_ahead_of_what_there_is()
    {
        var (reader, ticket) = (Staff(), new TicketHistory(tenant));
        await Append(ticket, Some.Account(), TicketHistory.Opened(), TicketHistory.Said());

        (await reads.Read(reader, new(ticket.Stream), 1, default)).ShouldBe(new TicketReadMark(tenant, new(ticket.Stream), 1, true));
        (await reads.Read(reader, new(ticket.Stream), 900, default)).ShouldBe(new TicketReadMark(tenant, new(ticket.Stream), 2, false));
        (await reads.Read(reader, new(ticket.Stream), 1, default)).ShouldBe(new TicketReadMark(tenant, new(ticket.Stream), 2, false));
    }

    [Fact]
    public async Task What_somebody_may_not_see_has_no_mark_and_neither_has_what_is_deleted()
    {
        var (ticket, deleted) = (new TicketHistory(tenant), new TicketHistory(tenant));
        await Append(ticket, null, TicketHistory.Opened());
        await Append(deleted, null, TicketHistory.Opened());
        await Append(deleted, null, new TicketEvent.Deleted());
        Member[] strangers = [new(tenant, Some.Account(), Role.Customer), new(Some.Tenant(), Some.Account(), Role.Admin)];

        foreach (var stranger in strangers)
        {
            (await reads.Read(stranger, new(ticket.Stream), null, default)).ShouldBeNull();
            (await reads.MarkUnread(stranger, new(ticket.Stream), default)).ShouldBeNull();
            (await reads.Of(stranger, new(ticket.Stream), default)).ShouldBeNull();
        }

        (await reads.Read(Staff(), new(deleted.Stream), null, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_asks_what_was_read_since_misses_nothing()
    {
        var (reader, ticket) = (Staff(), new TicketHistory(tenant));
        await Append(ticket, null, TicketHistory.Opened());
        var before = await reads.Since(null, default);
        await reads.Read(reader, new(ticket.Stream), null, default);

        var news = await reads.Since(before.Next, default);

        var mine = news.Changes.Where(change => change.Tenant == tenant).ShouldHaveSingleItem();
        (mine.Reader, mine.Ticket.Value, mine.IsUnreadFor(reader)).ShouldBe((reader.Account, ticket.Stream, false));
        mine.IsUnreadFor(Staff()).ShouldBeNull();
        before.Changes.ShouldNotContain(change => change.Tenant == tenant);
    }

    private static int VersionTo(Member reader, TicketHistory ticket) =>
        reader.IsStaff ? ticket.State!.Version : ticket.State!.PublicVersion;

    private Member Staff() => new(tenant, Some.Account(), Role.Agent);

    private TicketQuery Query(Member reader) => new()
    { Tenants = [tenant], Limit = 50, Reader = reader.Account, OnlyOf = reader.IsStaff ? null : reader.Account };

    private async Task Append(TicketHistory ticket, AccountId? by, params TicketEvent[] what)
    {
        var append = ticket.Next(what);
        (await store.Append(append with { Events = [.. append.Events.Select(one => one with { Actor = by })] }, default))
            .ShouldBeOfType<AppendOutcome.Done>();
    }
}

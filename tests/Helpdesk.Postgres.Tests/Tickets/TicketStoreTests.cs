using System.Text;
using System.Text.Json;
using Helpdesk.Postgres.Feed;

namespace Helpdesk.Postgres.Tests.Tickets;

public sealed class TicketStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly ITicketStore store = postgres.Port<ITicketStore>();

    [Fact]
    public async Task A_ticket_is_read_back_as_it_was_left()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        await Append(history.Next(TicketHistory.Said(visibility: Visibility.Internal), new TicketEvent.Assigned(null, Some.Account())));
        await Append(history.Next(new TicketEvent.DescriptionChanged("Neu beschrieben")));

        var read = await store.Load(history.Tenant, history.Stream, default);

        Written(read).ShouldBe(Written(history.State));
    }

    [Fact]
    public async Task Folding_the_history_gives_the_stored_state()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        await Append(history.Next(new TicketEvent.Linked(Some.Ticket(), "TEST-000002", LinkKind.Blocks), new TicketEvent.Merged(
            Some.Ticket(), "T-000001", TicketStatus.Open)));

        var events = await store.History(history.Tenant, history.Stream, int.MaxValue, default);

        Written(events.Aggregate((Ticket?)null, (state, recorded) => Ticket.Apply(state, recorded))).ShouldBe(Written(history.State));
    }

    [Fact]
    public async Task Links_of_a_kind_come_from_every_ticket_that_they_reach_and_from_no_more_than_asked_for()
    {
        var tenant = Some.Tenant();
        TicketHistory[] chain = [.. Enumerable.Range(0, 5).Select(_ => new TicketHistory(tenant))];
        for (var at = 0; at < chain.Length; at++)
        {
            var next = new TicketId(chain[(at + 1) % chain.Length].Stream); // a ring, so that it would never end
            await Append(chain[at].Next(
                TicketHistory.Opened(), new TicketEvent.Linked(next, "T-2", LinkKind.Blocks),
                new TicketEvent.Linked(Some.Ticket(), "T-3", LinkKind.RelatesTo)));
        }

        var start = new TicketId(chain[0].Stream);
        var all = await store.LinksFrom(tenant, start, LinkKind.Blocks, 100, default);

        all.Count.ShouldBe(5);
        all[start].ShouldBe([new LinkStep(new(chain[1].Stream), "T-2")]);
        (await store.LinksFrom(tenant, start, LinkKind.Blocks, 2, default)).Count.ShouldBe(2);
        (await store.LinksFrom(Some.Tenant(), start, LinkKind.Blocks, 100, default)).ShouldBeEmpty();

        await Append(chain[1].Next(new TicketEvent.Deleted()));
        (await store.LinksFrom(tenant, start, LinkKind.Blocks, 100, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_merged_ticket_is_the_one_that_it_was_merged_into_at_both_ends_of_a_link()
    {
        var tenant = Some.Tenant();
        TicketHistory[] town = [.. Enumerable.Range(0, 4).Select(_ => new TicketHistory(tenant))];
        TicketId[] ids = [.. town.Select(ticket => new TicketId(ticket.Stream))];
        foreach (var ticket in town)
            await Append(ticket.Next(TicketHistory.Opened()));
        // 0 blocks 1, and 1 blocks 3; then 1 was merged into 2.
        await Append(town[0].Next(new TicketEvent.Linked(ids[1], town[1].State!.Number, LinkKind.Blocks)));
        await Append(town[1].Next(
            new TicketEvent.Linked(ids[3], town[3].State!.Number, LinkKind.Blocks),
            new TicketEvent.Merged(ids[2], town[2].State!.Number, TicketStatus.Open, SameRequester: true)));
        await Append(town[2].Next(new TicketEvent.Absorbed(ids[1], town[1].State!.Number)));

        var steps = await store.LinksFrom(tenant, ids[0], LinkKind.Blocks, 100, default);

        steps[ids[0]].ShouldBe([new LinkStep(ids[2], town[1].State!.Number, MergedInto: town[2].State!.Number)]);
        steps[ids[2]].ShouldBe([new LinkStep(ids[3], town[3].State!.Number, HeldBy: town[1].State!.Number)]);
    }

    [Fact]
    public async Task A_thousand_linked_tickets_are_followed_in_one_question()
    {
        var tenant = Some.Tenant();
        var first = new TicketHistory(tenant);
        await Append(first.Next(TicketHistory.Opened()));
        await postgres.Run($"""
            with step as (select n, gen_random_uuid() as id from generate_series(1, 1200) n)
            insert into ticket (tenant_id, id, number, version, public_version, status, priority, requester, subject, description, created_at,
                updated_at, public_updated_at, state)
            select tenant_id, step.id, 'K-' || step.n, version, public_version, status, priority, requester,
                subject, description, created_at, updated_at, public_updated_at, jsonb_set(state, '{"{links}"}', jsonb_build_array(
                    jsonb_build_object('other', (select id from step further where further.n = step.n + 1), 'number', 'K-' || step.n + 1,
                        'kind', 'blocks')))
            from ticket, step where ticket.id = '{first.Stream}' and step.n < 1200
            """);
        // As PostgreSQL does by itself within a minute of so many rows.
        await postgres.Run("analyze ticket");
        var start = (Guid)(await postgres.Ask($"select id from ticket where tenant_id = '{tenant}' and number = 'K-1'"))!;

        var links = await store.LinksFrom(tenant, new(start), LinkKind.Blocks, TicketLinkRing.MostTickets, default);

        links.Count.ShouldBe(TicketLinkRing.MostTickets);
    }

    [Fact]
    public void Every_sort_of_event_is_read_back_as_it_was_written()
    {
        EventCodec<Ticket, TicketEvent>.All.Count.ShouldBeGreaterThan(20);
        Some.TicketEvents().Select(EventCodec<Ticket, TicketEvent>.KindOf).Distinct().ShouldBe(
            EventCodec<Ticket, TicketEvent>.All, ignoreOrder: true);
        foreach (var what in Some.TicketEvents())
            EventCodec<Ticket, TicketEvent>.Read(EventCodec<Ticket, TicketEvent>.KindOf(what),
                Encoding.UTF8.GetString(EventCodec<Ticket, TicketEvent>.Write(what))).ShouldBe(what);
    }

    [Fact]
    public async Task Every_sort_of_event_survives_the_record()
    {
        var history = new TicketHistory(Some.Tenant());
        var events = Some.TicketEvents();
        await postgres.Upload(history.Tenant, events);
        await Append(history.Next([.. events]));

        var read = await store.History(history.Tenant, history.Stream, int.MaxValue, default);

        read.Select(recorded => recorded.Event).ShouldBe(events);
        Written(read.Aggregate((Ticket?)null, (state, recorded) => Ticket.Apply(state, recorded))).ShouldBe(Written(history.State));
    }

    [Fact]
    public async Task An_operation_that_changed_nothing_is_found_by_its_retry_as_well()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened(), TicketHistory.Said()));
        var operation = new Operation(Guid.CreateVersion7(), "fingerprint");
        await Append(history.Next(operation, Some.Moment()));

        (await store.FindOperation(history.Tenant, operation.Id, default)).ShouldBe(
            new PastOperation("fingerprint", history.Stream, From: 3, To: 2));
        (await store.Append(history.Next(operation, Some.Moment(), TicketHistory.Said()), default))
            .ShouldBeOfType<AppendOutcome.Repeated>();
        (await store.Load(history.Tenant, history.Stream, default)).ShouldNotBeNull().Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_that_is_taken_changes_nothing()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        var mine = history.Next(TicketHistory.Said("meine"));
        var theirs = mine with { Operation = new(Guid.CreateVersion7(), "test") };
        await Append(theirs);

        (await store.Append(mine, default)).ShouldBeOfType<AppendOutcome.Stale>();
        (await store.FindOperation(history.Tenant, mine.Operation.Id, default)).ShouldBeNull();
        (await store.History(history.Tenant, history.Stream, int.MaxValue, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_operation_that_had_its_effect_is_found_by_its_retry()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        var operation = new Operation(Guid.CreateVersion7(), "fingerprint");
        await Append(history.Next(operation, Some.Moment(), TicketHistory.Said(), new TicketEvent.StatusChanged(
            TicketStatus.WaitingOnCustomer, TicketStatus.InProgress)));

        var retried = await store.Append(history.Next(operation, Some.Moment(), TicketHistory.Said()), default);

        retried.ShouldBe(new AppendOutcome.Repeated(new("fingerprint", history.Stream, 2, 3)));
    }

    [Fact]
    public async Task The_same_opening_on_another_stream_is_a_repeat()
    {
        var tenant = Some.Tenant();
        var operation = new Operation(Guid.CreateVersion7(), "fingerprint");
        var (first, second) = (new TicketHistory(tenant), new TicketHistory(tenant));
        await Append(first.Next(operation, Some.Moment(), TicketHistory.Opened()));

        var retried = await store.Append(second.Next(operation, Some.Moment(), TicketHistory.Opened()), default);

        retried.ShouldBeOfType<AppendOutcome.Repeated>().Past.Stream.ShouldBe(first.Stream);
        (await store.Load(tenant, second.Stream, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_tenant_sees_nothing_of_a_ticket()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));

        (await store.Load(Some.Tenant(), history.Stream, default)).ShouldBeNull();
        (await store.History(Some.Tenant(), history.Stream, int.MaxValue, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_is_read_in_order_and_page_by_page()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        foreach (var body in (string[])["eins", "zwei", "drei"])
            await Append(history.Next(TicketHistory.Said(body, body == "zwei" ? Visibility.Internal : Visibility.Public)));

        var first = await store.Comments(new(history.Tenant, [history.Stream], IncludeInternal: true, null, 2), default);
        var place = new CommentPosition(first[^1].Recorded.At, new(history.Stream), first[^1].Recorded.Version);
        var rest = await store.Comments(new(history.Tenant, [history.Stream], IncludeInternal: true, place, 2), default);
        var forCustomers = await store.Comments(new(history.Tenant, [history.Stream], IncludeInternal: false, null, 10), default);

        first.Select(comment => comment.Comment.Body).ShouldBe(["eins", "zwei"]);
        rest.Select(comment => comment.Comment.Body).ShouldBe(["drei"]);
        forCustomers.Select(comment => comment.Comment.Body).ShouldBe(["eins", "drei"]);
    }

    [Fact]
    public async Task A_ticket_and_its_comments_come_together()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        await Append(history.Next(TicketHistory.Said("eins")));

        var (ticket, comments) = (await store.LoadWithComments(history.Tenant, history.Stream, 10, default)).ShouldNotBeNull();

        Written(ticket).ShouldBe(Written(history.State));
        comments.ShouldHaveSingleItem().Comment.Body.ShouldBe("eins");
    }

    // Records compare arrays by reference; the written form compares what they hold.
    private static string Written(Ticket? ticket) => JsonSerializer.Serialize(ticket.ShouldNotBeNull(), RecordJson.Options);

    private async Task Append(Append<Ticket, TicketEvent> append) =>
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
}

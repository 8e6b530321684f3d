using System.Diagnostics;

namespace Helpdesk.Postgres.Tests.Feed;

/// <remarks>
/// The horizon is the server's: transactions of other tests hold it back for moments, so tests read until they have what must come.
/// </remarks>
public sealed class FeedTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly ITicketStore store = postgres.Port<ITicketStore>();
    private readonly Postgres.Feed.Feed feed = new(postgres.Database);
    private readonly string consumer = Some.Word();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await feed.DisposeAsync();

    [Fact]
    public async Task However_many_write_at_once_no_event_is_skipped_repeated_or_out_of_order()
    {
        const int Writers = 8, Streams = 6, Appends = 8;
        var tenant = Some.Tenant();
        var (writing, random) = (true, new Random(20261118));
        var seeds = Enumerable.Range(0, Writers).Select(_ => random.Next()).ToList();
        var reading = Task.Run(async () =>
        {
            await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
            var (read, after, patience) = (new List<FeedEvent>(), turn.Place, Stopwatch.StartNew());
            for (var looks = 0; Volatile.Read(ref writing)
                || (Own(read).Count < Writers * Streams * Appends && patience.Elapsed < TimeSpan.FromSeconds(60)); looks++)
            {
                var page = await turn.Read(after, null, 1 + (looks % 50), default);
                read.AddRange(page.Events);
                page.Next.ShouldBeGreaterThanOrEqualTo(after);
                after = page.Next;
            }

            return read;
        });
        await Task.WhenAll(seeds.Select(seed => Task.Run(() => Write(tenant, new Random(seed), Streams, Appends))));
        Volatile.Write(ref writing, false);

        var found = Own(await reading);

        found.Count.ShouldBe(Writers * Streams * Appends);
        found.Select(happened => happened.Place).ShouldBe(found.Select(happened => happened.Place).Order());
        found.Select(happened => happened.Place).Distinct().Count().ShouldBe(found.Count);
        foreach (var stream in found.GroupBy(happened => happened.Stream))
            stream.Select(happened => happened.Version).ShouldBe(Enumerable.Range(1, Appends));

        List<FeedEvent> Own(List<FeedEvent> events) => [.. events.Where(happened => happened.Tenant == tenant)];
    }

    /// <summary>
    /// As text, 10 comes before 9: in the moment at which ids get one digit more, events would come out of order, and some of a full page
    /// never.
    /// </summary>
    [Fact]
    public async Task Transactions_are_in_the_order_of_numbers_not_of_text()
    {
        var (first, second) = (new TicketHistory(Some.Tenant()), new TicketHistory(Some.Tenant()));
        await Append(first.Next(TicketHistory.Opened()));
        await Append(second.Next(TicketHistory.Opened()));
        await using (var stamp = postgres.Superuser.CreateCommand(
            "update event set tx = case stream_id when $1 then '9'::xid8 else '10'::xid8 end where stream_id in ($1, $2)"))
        {
            stamp.Parameters.Add(new() { Value = first.Stream });
            stamp.Parameters.Add(new() { Value = second.Stream });
            (await stamp.ExecuteNonQueryAsync()).ShouldBe(2);
        }

        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        var page = await turn.Read(FeedPlace.Start, null, 100, default);

        page.Events.Take(2).Select(happened => happened.Stream).ShouldBe([first.Stream, second.Stream]);
    }

    [Fact]
    public async Task An_event_that_commits_late_comes_in_its_place_and_nothing_behind_it_before()
    {
        var (late, early) = (new TicketHistory(Some.Tenant()), new TicketHistory(Some.Tenant()));
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        await using var slow = await postgres.Superuser.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand(
            "insert into event (tenant_id, stream_id, version, at, kind, data) values ($1, $2, 1, now(), 'ticket.deleted', '{}')",
            slow, transaction))
        {
            insert.Parameters.Add(new() { Value = late.Tenant.Value });
            insert.Parameters.Add(new() { Value = late.Stream });
            await insert.ExecuteNonQueryAsync();
        }

        await Append(early.Next(TicketHistory.Opened()));
        var before = await turn.Read(FeedPlace.Start, null, 1_000, default);
        await transaction.CommitAsync();
        var after = await ReadUntil(turn, before.Next, events => events.Any(happened => happened.Stream == early.Stream));

        before.Events.ShouldNotContain(happened => happened.Stream == early.Stream || happened.Stream == late.Stream);
        after.Where(happened => happened.Stream == early.Stream || happened.Stream == late.Stream).Select(happened => happened.Stream)
            .ShouldBe([late.Stream, early.Stream]);
    }

    [Fact]
    public async Task One_process_at_a_time_has_the_turn_of_a_consumer()
    {
        await using var other = new Database(postgres.Connections, TestDatabases.Options);
        await using var elsewhere = new Postgres.Feed.Feed(other);
        await using (var turn = await feed.TryTake(consumer, default))
        {
            turn.ShouldNotBeNull();
            (await feed.TryTake(consumer, default)).ShouldBeNull();
            (await elsewhere.TryTake(consumer, default)).ShouldBeNull();
            await using var another = (await elsewhere.TryTake(Some.Word(), default)).ShouldNotBeNull();
        }

        await using var taken = (await elsewhere.TryTake(consumer, default)).ShouldNotBeNull();
        (await feed.TryTake(consumer, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Where_a_consumer_has_come_to_is_kept()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        FeedPlace place;
        await using (var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull())
        {
            place = (await ReadUntil(turn, turn.Place, events => events.Any(happened => happened.Stream == history.Stream)))[^1].Place;
            await turn.Save(place, default);
            turn.Place.ShouldBe(place);
        }

        await using var again = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        again.Place.ShouldBe(place);
        (await again.Read(again.Place, null, 1_000, default)).Events.ShouldNotContain(happened => happened.Stream == history.Stream);
    }

    [Fact]
    public async Task Who_loses_the_connection_has_lost_the_turn_and_can_save_nothing()
    {
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        await using (var kill = postgres.Superuser.CreateCommand("""
            select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = hashtext($1)::bigint::bit(32)::bigint::oid and granted
            """))
        {
            kill.Parameters.Add(new() { Value = consumer });
            await kill.ExecuteNonQueryAsync();
        }

        await Should.ThrowAsync<StorageException>(() => turn.Save(new(1, 1), default));
        await Should.ThrowAsync<StorageException>(() => turn.Read(FeedPlace.Start, null, 10, default));
        await turn.DisposeAsync();
        await using var again = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        again.Place.ShouldBe(FeedPlace.Start);
    }

    [Fact]
    public async Task A_consumer_of_rare_events_passes_the_others_by_in_bounded_steps()
    {
        var tenant = Some.Tenant();
        await using (var fill = postgres.Superuser.CreateCommand("""
            insert into event (tenant_id, stream_id, version, at, kind, data) select $1, $1, n, now(), 'test.common', '{}' from generate_series(1, 2500) n
            """))
        {
            fill.Parameters.Add(new() { Value = tenant.Value });
            await fill.ExecuteNonQueryAsync();
        }

        var history = new TicketHistory(tenant);
        await Append(history.Next(TicketHistory.Opened()));
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        var (found, after, looks) = (new List<FeedEvent>(), turn.Place, 0);
        var patience = Stopwatch.StartNew();
        while (found.Count == 0 && patience.Elapsed < TimeSpan.FromSeconds(30))
        {
            var page = await turn.Read(after, ["test.rare", "ticket.opened"], 10, default);
            found.AddRange(page.Events.Where(happened => happened.Stream == history.Stream));
            page.Events.ShouldAllBe(happened => happened.Kind == "ticket.opened");
            (after, looks) = (page.Next, looks + (page.IsFull ? 1 : 0));
        }

        found.ShouldHaveSingleItem();
        looks.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Events_of_the_feed_are_read_as_what_they_were_recorded_from()
    {
        var reader = postgres.Port<IEventReader>();
        var history = new TicketHistory(Some.Tenant());
        var opened = TicketHistory.Opened();
        await Append(history.Next(opened));
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        var happened = (await ReadUntil(turn, turn.Place, events => events.Any(one => one.Stream == history.Stream))).Single(
            one => one.Stream == history.Stream);

        reader.Read<TicketEvent>(happened).ShouldNotBeNull().Event.ShouldBe(opened);
        reader.Read<Domain.Tenants.TenantEvent>(happened).ShouldBeNull();
        Should.Throw<UnreadableException>(() => reader.Read<TicketEvent>(happened with { Kind = "ticket.unheard_of" }));
    }

    [Fact]
    public async Task What_is_set_aside_comes_again_when_its_time_has_come_of_each_tenant_a_few_and_is_leased_meanwhile()
    {
        var (now, many, one) = (Instant.FromUtc(2026, 11, 18, 12, 0), Some.Tenant(), Some.Tenant());
        var histories = Enumerable.Range(0, 7).Select(_ => new TicketHistory(many)).Append(new(one)).ToList();
        foreach (var history in histories)
            await Append(history.Next(TicketHistory.Opened()));
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        var events = (await ReadUntil(turn, turn.Place, read => histories.All(each => read.Any(one => one.Stream == each.Stream))))
            .Where(happened => histories.Any(each => each.Stream == happened.Stream)).ToList();
        foreach (var happened in events)
            await turn.SetAside(happened, new(MishapReason.Failed, "It fails."), 1, now, now + Duration.FromSeconds(1), default);

        (await turn.TakeAside(now, now, 100, default)).ShouldBeEmpty();
        var (due, lease) = (now + Duration.FromSeconds(1), now + Duration.FromMinutes(1));
        var taken = await turn.TakeAside(due, lease, 100, default);
        taken.GroupBy(aside => aside.Event.Tenant).ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(new Dictionary<TenantId, int> { [many] = 5, [one] = 1 }, ignoreOrder: true);
        taken.ShouldAllBe(aside => events.Contains(aside.Event) && aside.Tries == 1);
        (await turn.TakeAside(due, lease, 100, default)).Count.ShouldBe(2, "the others are leased");

        await turn.SetAside(taken[0].Event, new(MishapReason.Failed, "Still."), 2, due, null, default);
        foreach (var aside in taken.Skip(1))
            await turn.Settle(aside.Event, default);
        (await turn.TakeAside(lease, lease, 100, default)).Count.ShouldBe(2, "what is parked stays, what is settled is gone");
        var parked = (await postgres.Port<IParkedItems>().List(taken[0].Event.Tenant, null, 100, default))
            .Single(item => item.NextAt is null);
        (parked.Tries, parked.Mishap, parked.Handler, parked.FirstAt).ShouldBe((2, new(MishapReason.Failed, "Still."), consumer, now));
    }

    [Fact]
    public async Task An_event_with_a_moment_that_no_calendar_has_can_be_read()
    {
        var history = new TicketHistory(Some.Tenant());
        await Append(history.Next(TicketHistory.Opened()));
        await using (var spoil = postgres.Superuser.CreateCommand("update event set at = 'infinity', data = '5' where stream_id = $1"))
        {
            spoil.Parameters.Add(new() { Value = history.Stream });
            (await spoil.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();

        await ReadUntil(turn, turn.Place, events => events.Any(one => one.Stream == history.Stream));
    }

    [Fact]
    public async Task Operations_are_forgotten_after_72_hours_and_not_before()
    {
        var tenant = Some.Tenant();
        await using (var fill = postgres.Superuser.CreateCommand("""
            insert into operation (tenant_id, id, fingerprint, stream_id, from_version, to_version, at)
            select $1, gen_random_uuid(), case when n <= 7 then 'old' else 'young' end, $1, 1, 1, now() - case when n <= 7 then interval '73 hours' else interval '71 hours' end
            from generate_series(1, 10) n
            """))
        {
            fill.Parameters.Add(new() { Value = tenant.Value });
            await fill.ExecuteNonQueryAsync();
        }

        var purge = postgres.Port<IEnumerable<IPurge>>().Single(one => one.What == "operations");
        var counts = new[] { await Purge(), await Purge(), await Purge() };

        counts.ShouldBe([4, 3, 0]);
        (await postgres.Ask("select count(*) filter (where fingerprint = 'young') from operation")).ShouldBe(3L);

        Task<int> Purge() => purge.Purge(SystemClock.Instance.GetCurrentInstant(), 4, default);
    }

    private async Task Write(TenantId tenant, Random random, int streams, int appends)
    {
        var histories = Enumerable.Range(0, streams).Select(_ => new TicketHistory(tenant)).ToList();
        foreach (var history in histories)
            await Append(history.Next(TicketHistory.Opened()));
        var left = histories.SelectMany(history => Enumerable.Repeat(history, appends - 1)).ToArray();
        random.Shuffle(left);
        foreach (var history in left)
            await Append(history.Next(TicketHistory.Said()));
    }

    private static async Task<List<FeedEvent>> ReadUntil(IFeedTurn turn, FeedPlace after, Func<List<FeedEvent>, bool> isEnough)
    {
        var (read, patience) = (new List<FeedEvent>(), Stopwatch.StartNew());
        while (!isEnough(read))
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "What must come did not come.");
            var page = await turn.Read(after, null, 1_000, default);
            read.AddRange(page.Events);
            after = page.Next;
        }

        return read;
    }

    private async Task Append(Append<Ticket, TicketEvent> append) =>
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
}

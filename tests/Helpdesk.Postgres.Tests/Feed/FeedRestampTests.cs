using Helpdesk.Postgres.Feed;

namespace Helpdesk.Postgres.Tests.Feed;

/// <summary>A server that is far ahead is played by stamping everything with ids that this one will not reach.</summary>
public sealed class FeedRestampTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string FarAhead = "update event set tx = (tx::text::numeric + 1000000000000)::text::xid8";

    [Fact]
    public async Task After_a_dump_was_restored_elsewhere_consumers_go_on_where_they_stood_and_new_events_follow()
    {
        var (handled, waiting, later) =
            (new TicketHistory(Some.Tenant()), new TicketHistory(Some.Tenant()), new TicketHistory(Some.Tenant()));
        await Append(handled.Next(TicketHistory.Opened()));
        await Append(handled.Next(TicketHistory.Said()));
        var (fast, slow, fresh) = ("fast", "slow", "fresh");
        await Follow(slow, until: handled);
        await Append(waiting.Next(TicketHistory.Opened()));
        await Append(waiting.Next(TicketHistory.Said()));
        await Follow(fast, until: waiting);
        await Sql($"{FarAhead}; update feed_position set tx = (tx::text::numeric + 1000000000000)::text::xid8; update ticket set tx = "
            + "'2000000000000', public_tx = '2000000000000'");
        (await Read("nobody")).ShouldBeEmpty("without the new stamps the feed is hidden");

        await Restamp();

        await Append(later.Next(TicketHistory.Opened()));
        (await Read(fast)).ShouldBe([(later.Stream, 1)]);
        (await Read(slow)).ShouldBe([(waiting.Stream, 1), (waiting.Stream, 2), (later.Stream, 1)]);
        (await Read(fresh)).ShouldBe(
            [(handled.Stream, 1), (handled.Stream, 2), (waiting.Stream, 1), (waiting.Stream, 2), (later.Stream, 1)]);
        (await Count("select count(*) from ticket where tx >= pg_snapshot_xmin(pg_current_snapshot())")).ShouldBe(0);
        (await Count("select count(*) from pg_class where relname in ('event', 'ticket') and relforcerowsecurity")).ShouldBe(2);
        await Restamp();
        (await Read(fast)).ShouldBe([(later.Stream, 1)]);
    }

    [Fact]
    public async Task It_is_refused_while_a_Helpdesk_is_connected()
    {
        await using var database = new Database(postgres.Connections, TestDatabases.Options);
        await using var connection = await database.Worker.OpenConnectionAsync();

        var refusal = await Should.ThrowAsync<StartupRefusedException>(() => FeedRestamp.RunAsync(postgres.Database.Owner));

        refusal.Message.ShouldStartWith("A Helpdesk is connected");
    }

    // Every connection of the fixture's own is closed first: it would look like a Helpdesk.
    private async Task Restamp()
    {
        postgres.Database.App.Clear();
        postgres.Database.Worker.Clear();
        while (await Count("select count(*) from pg_stat_activity where datname = current_database() and application_name in "
            + "('helpdesk app', 'helpdesk worker')") > 0)
            await Task.Yield();
        await FeedRestamp.RunAsync(postgres.Database.Owner);
    }

    private async Task Follow(string consumer, TicketHistory until)
    {
        await using var feed = new Postgres.Feed.Feed(postgres.Database);
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        for (var place = turn.Place; ;)
        {
            var page = await turn.Read(place, null, 100, default);
            place = page.Next;
            if (page.Events.Any(happened => happened.Stream == until.Stream))
            {
                await turn.Save(page.Events[^1].Place, default);
                return;
            }
        }
    }

    // Transactions of other databases on the server hold the horizon back for moments: asked until it comes to rest.
    private async Task<List<(Guid, int)>> Read(string consumer)
    {
        await using var feed = new Postgres.Feed.Feed(postgres.Database);
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        while (await Count(
            "select count(*) from event where tx >= pg_snapshot_xmin(pg_current_snapshot()) and tx::text::numeric < 1000000000000") > 0)
            await Task.Yield();
        var page = await turn.Read(turn.Place, null, 100, default);
        return [.. page.Events.Select(happened => (happened.Stream, happened.Version))];
    }

    private async Task Append(Append<Ticket, TicketEvent> append) =>
        (await postgres.Port<ITicketStore>().Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();

    private Task Sql(string sql) => postgres.Run(sql);

    private async Task<long> Count(string sql)
    {
        return (long)(await postgres.Ask(sql))!;
    }
}

using Helpdesk.Postgres.Feed;

namespace Helpdesk.Postgres.Tests.Feed;

/// <summary>Several consumers share one connection: what one asks must not harm another, above all while the process ends.</summary>
public sealed class FeedSessionTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly string consumer = Some.Word();

    [Fact]
    public async Task A_session_in_the_middle_of_an_answer_is_open_so_that_nobody_takes_it_away_from_who_asked()
    {
        await using var session = new FeedSession(await postgres.Database.Worker.OpenConnectionAsync());
        var (reading, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var answer = session.Ask(
            batch => batch.Add("select n from generate_series(1, 100000) n"),
            async reader =>
            {
                await reader.ReadAsync();
                reading.SetResult();
                await goOn.Task;
                return reader.GetInt32(0);
            },
            default);
        await reading.Task;

        session.IsOpen.ShouldBeTrue();

        goOn.SetResult();
        (await answer).ShouldBe(1);
        session.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_whose_connection_was_ended_is_not_open()
    {
        var connection = await postgres.Database.Worker.OpenConnectionAsync();
        await using var session = new FeedSession(connection);
        await postgres.Run($"select pg_terminate_backend({connection.ProcessID}, 10000)");
        await Should.ThrowAsync<StorageException>(() => session.Ask(batch => batch.Add("select 1"), _ => Task.FromResult(true), default));

        session.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_consumer_gets_its_turn_while_one_is_asking()
    {
        await using var feed = new Postgres.Feed.Feed(postgres.Database);
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        await using var barrier = await Barrier.Close(postgres.Superuser);
        var saving = turn.Save(new(1, 1), default);
        await barrier.SomebodyWaits();

        var taking = feed.TryTake(Some.Word(), default);
        await barrier.Open();

        await saving;
        await using var other = (await taking).ShouldNotBeNull();
        await turn.Save(new(2, 2), default);
        turn.Place.ShouldBe(new(2, 2));
    }

    [Fact]
    public async Task A_turn_that_is_given_back_while_another_consumer_asks_is_free_for_other_processes()
    {
        await using var feed = new Postgres.Feed.Feed(postgres.Database);
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        var given = (await feed.TryTake("given", default)).ShouldNotBeNull();
        await using var barrier = await Barrier.Close(postgres.Superuser);
        var saving = turn.Save(new(1, 1), default);
        await barrier.SomebodyWaits();

        var giving = given.DisposeAsync().AsTask();
        await barrier.Open();
        await Task.WhenAll(saving, giving);

        await using var elsewhere = new Postgres.Feed.Feed(postgres.Database);
        await using var taken = (await elsewhere.TryTake("given", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_end_waits_for_what_is_being_asked_refuses_what_comes_later_and_frees_every_turn()
    {
        var feed = new Postgres.Feed.Feed(postgres.Database);
        var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        await using var barrier = await Barrier.Close(postgres.Superuser);
        var saving = turn.Save(new(1, 1), default);
        await barrier.SomebodyWaits();

        var ending = feed.DisposeAsync().AsTask();
        var late = turn.Save(new(2, 2), default);
        ending.IsCompleted.ShouldBeFalse();
        await barrier.Open();
        await ending;

        await saving;
        await Should.ThrowAsync<StorageException>(late);
        await Should.ThrowAsync<StorageException>(() => turn.Read(FeedPlace.Start, null, 1, default));
        await Should.ThrowAsync<ObjectDisposedException>(() => feed.TryTake(Some.Word(), default));
        await turn.DisposeAsync();
        await feed.DisposeAsync();
        await using var elsewhere = new Postgres.Feed.Feed(postgres.Database);
        await using var taken = (await elsewhere.TryTake(consumer, default)).ShouldNotBeNull();
        taken.Place.ShouldBe(new(1, 1));
    }

    [Fact]
    public async Task A_question_that_is_called_off_leaves_the_session_to_the_others()
    {
        await using var feed = new Postgres.Feed.Feed(postgres.Database);
        await using var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        await using var barrier = await Barrier.Close(postgres.Superuser);
        using var stopping = new CancellationTokenSource();
        var saving = turn.Save(new(1, 1), stopping.Token);
        await barrier.SomebodyWaits();

        await stopping.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(saving);
        await barrier.Open();

        await turn.Save(new(2, 2), default);
        turn.Place.ShouldBe(new(2, 2));
    }

    [Fact]
    public async Task When_the_server_has_gone_first_the_end_is_quiet()
    {
        var database = new Database(postgres.Connections, TestDatabases.Options);
        var feed = new Postgres.Feed.Feed(database);
        var turn = (await feed.TryTake(consumer, default)).ShouldNotBeNull();
        await database.DisposeAsync();
        await using (var kill = postgres.Superuser.CreateCommand("""
            select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = hashtext($1)::bigint::bit(32)::bigint::oid and granted
            """))
        {
            kill.Parameters.Add(new() { Value = consumer });
            (await kill.ExecuteScalarAsync()).ShouldBe(true);
        }

        await turn.DisposeAsync();
        await feed.DisposeAsync();
    }

    [Fact]
    public async Task A_host_ends_the_session_after_those_who_follow_and_before_the_database()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        var follower = new Follower();
        builder.Services.AddSingleton(postgres.Database).AddStores();
        builder.Services.AddSingleton<IHostedService>(services => follower.Of(services.GetRequiredService<IFeed>(), consumer));
        using var host = builder.Build();
        await host.StartAsync();
        var turn = follower.Turn.ShouldNotBeNull();

        await host.StopAsync();

        follower.CouldSaveAtItsEnd.ShouldBeTrue();
        await Should.ThrowAsync<StorageException>(() => turn.Save(new(2, 2), default));
        await using var elsewhere = new Postgres.Feed.Feed(postgres.Database);
        await using var taken = (await elsewhere.TryTake(consumer, default)).ShouldNotBeNull();
    }

    /// <summary>Stands for the runner: what it does last is to save where it has come to.</summary>
    private sealed class Follower : IHostedService
    {
        private IFeed? feed;
        private string consumer = "";

        public IFeedTurn? Turn { get; private set; }

        public bool CouldSaveAtItsEnd { get; private set; }

        public Follower Of(IFeed followed, string name)
        {
            (feed, consumer) = (followed, name);
            return this;
        }

        public async Task StartAsync(CancellationToken cancellationToken) => Turn = await feed!.TryTake(consumer, cancellationToken);

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            await Turn!.Save(new(1, 1), cancellationToken);
            CouldSaveAtItsEnd = true;
        }
    }

    /// <summary>A lock on the table of places: whoever saves one waits until it opens.</summary>
    private sealed class Barrier : IAsyncDisposable
    {
        private readonly NpgsqlDataSource superuser;
        private readonly NpgsqlConnection connection;
        private NpgsqlTransaction? transaction;

        private Barrier(NpgsqlDataSource superuser, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
            (this.superuser, this.connection, this.transaction) = (superuser, connection, transaction);

        public static async Task<Barrier> Close(NpgsqlDataSource superuser)
        {
            var connection = await superuser.OpenConnectionAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var close = new NpgsqlCommand("lock table feed_position in exclusive mode", connection, transaction);
            await close.ExecuteNonQueryAsync();
            return new(superuser, connection, transaction);
        }

        public async Task SomebodyWaits()
        {
            await using var look = superuser.CreateCommand(
                "select count(*) from pg_locks where relation = 'feed_position'::regclass and not granted");
            while (await look.ExecuteScalarAsync() is 0L)
                await Task.Yield();
        }

        public async Task Open()
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
            transaction = null;
        }

        public async ValueTask DisposeAsync()
        {
            await Open();
            await connection.DisposeAsync();
        }
    }
}

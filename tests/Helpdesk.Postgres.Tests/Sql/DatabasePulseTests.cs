using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpdesk.Postgres.Tests.Sql;

/// <summary>Asked by itself, over a network that fails. No statement here runs into its own time limit: that is ten minutes.</summary>
public sealed class DatabasePulseTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly DatabaseOptions options = new()
    {
        Silence = TimeSpan.FromSeconds(3),
        CommandTimeout = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        MayLoseCommits = true,
    };

    private readonly DatabaseProxy network = new(postgres.Connections);
    private Database database = null!;
    private DatabasePulse pulse = null!;

    public async Task InitializeAsync()
    {
        database = new(network.Connections, options);
        pulse = new(database, Options.Create(options), NullLogger<DatabasePulse>.Instance);
        (await Ask()).ShouldBe(1);
        await pulse.StartAsync(default);
    }

    public async Task DisposeAsync()
    {
        await pulse.StopAsync(default);
        pulse.Dispose();
        await database.DisposeAsync();
        await network.DisposeAsync();
    }

    [Fact]
    public async Task While_it_is_silent_nobody_gets_a_connection_and_afterwards_everybody_does()
    {
        network.Stall();
        await Until(() => database.Silence.IsComplete);

        Should.Throw<StorageException>(() => database.App);
        Should.Throw<StorageException>(() => database.Worker);
        Should.Throw<StorageException>(() => database.ForTenant(Some.Tenant()));
        database.Silence.Doubt.IsCancellationRequested.ShouldBeTrue();
        (await database.AnswersAsync(default)).ShouldBeFalse();

        network.Resume();
        await Until(() => !database.Silence.IsComplete);
        (await Ask()).ShouldBe(1);
        await Until(() => !database.Silence.Doubt.IsCancellationRequested);
    }

    [Fact]
    public async Task Who_asks_already_gets_the_answer_when_it_comes()
    {
        network.Stall();
        var waiting = Ask();
        await Until(() => database.Silence.IsComplete);

        network.Resume();

        (await waiting).ShouldBe(1);
    }

    [Fact]
    public async Task Connections_that_something_in_between_has_dropped_are_let_go_without_anybody_waiting_for_them()
    {
        const int pooled = 1;
        await Until(() => network.Open > 1); // its own beside it
        do
            network.Cut(); // more than once: on a busy machine its own may just have been making
        while (!await HoldsWithin(TimeSpan.FromSeconds(5), () => !network.IsOpen(pooled)));

        await Until(() => !database.Silence.IsComplete);
        (await Ask()).ShouldBe(1);
    }

    [Fact]
    public async Task Connections_that_a_server_has_ended_are_handed_out_to_nobody()
    {
        await using (var idle = database.Worker.CreateCommand("select 1"))
            await idle.ExecuteScalarAsync();
        await Until(() => network.Open > 2); // one of each pool, and its own
        var before = database.Forgotten;

        await EndAll();

        (await HoldsWithin(TimeSpan.FromMinutes(1), () => database.Forgotten >= before + 2)).ShouldBeTrue(
            $"{database.Forgotten - before}"); // when it ends, and when the server is there again
        (await Ask()).ShouldBe(1);
        await using var again = database.Worker.CreateCommand("select 1");
        (await again.ExecuteScalarAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_gets_a_connection_that_has_ended_is_the_only_one()
    {
        await pulse.StopAsync(default);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using var slow = database.App.CreateCommand("select pg_sleep(0.2)");
            await slow.ExecuteNonQueryAsync();
        }));
        await EndAll();

        (await Record.ExceptionAsync(Batch)).ShouldBeAssignableTo<NpgsqlException>();

        for (var use = 0; use < 3; use++)
            await Batch();
    }

    private async Task<int> Batch()
    {
        await using var batch = database.ForTenant(Some.Tenant());
        batch.Add("select 1");
        return await batch.ExecuteAsync(default);
    }

    // As if the server had crashed: it ends every session.
    private Task EndAll() => postgres.Run(
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() "
                + "and application_name like 'helpdesk %'");

    [Fact]
    public async Task A_server_that_refuses_is_not_silent()
    {
        await using (await StoppedDatabase.Of(postgres))
        {
            for (var look = 0; look < 16; look++)
            {
                await Task.Delay(Pulse.Look);
                database.Silence.IsComplete.ShouldBeFalse();
            }
        }
    }

    private async Task<object?> Ask()
    {
        await using var command = database.App.CreateCommand("select 1");
        return await command.ExecuteScalarAsync();
    }

    private static async Task Until(Func<bool> holds) => (await HoldsWithin(TimeSpan.FromMinutes(1), holds)).ShouldBeTrue();

    private static async Task<bool> HoldsWithin(TimeSpan limit, Func<bool> holds)
    {
        var since = Stopwatch.StartNew();
        while (!holds() && since.Elapsed < limit)
            await Task.Delay(20);
        return holds();
    }
}

namespace Helpdesk.Postgres.Tests.Sql;

/// <summary>A server that says nothing, and one that says that it took too long.</summary>
public sealed class TimedOutCommandTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly DatabaseProxy network = new(postgres.Connections);
    private NpgsqlDataSource source = null!;

    public async Task InitializeAsync()
    {
        source = Connection.Source(network.Connections.Application, DatabaseRoles.Application, poolSize: 5, new()
        {
            CommandTimeout = TimeSpan.FromSeconds(1),
            ConnectTimeout = TimeSpan.FromSeconds(30),
        });
        await Ask("select 1");
        network.Accepted.ShouldBe(1);
    }

    public async Task DisposeAsync()
    {
        await source.DisposeAsync();
        await network.DisposeAsync();
    }

    [Fact]
    public async Task Silence_ends_with_a_closed_connection_and_without_a_request_to_cancel()
    {
        network.Stall();

        (await Should.ThrowAsync<NpgsqlException>(() => Ask("select 1"))).InnerException.ShouldBeOfType<TimeoutException>();

        network.Accepted.ShouldBe(1, "a request to cancel is a connection of its own");
        network.Resume();
        await Until(() => network.Open == 0);
        await Ask("select 1");
        network.Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_asked_and_has_gone_leaves_a_closed_connection_and_no_request_to_cancel()
    {
        using var going = new CancellationTokenSource();
        network.Stall();
        var asked = Ask("select 1", going.Token);

        await going.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        network.Accepted.ShouldBe(1, "a request to cancel is a connection of its own");
        network.Resume();
        await Until(() => network.Open == 0);
    }

    [Fact]
    public async Task The_driver_is_kept_from_it_more_than_once_and_goes_on_connecting()
    {
        for (var time = 1; time <= 3; time++)
        {
            network.Stall();
            await Should.ThrowAsync<NpgsqlException>(() => Ask("select 1"));
            network.Resume();
            await Ask("select 1");
            network.Accepted.ShouldBe(1 + time);
        }
    }

    [Fact]
    public async Task What_the_server_gives_up_itself_leaves_the_connection_as_it_was()
    {
        var gaveUp = await Should.ThrowAsync<PostgresException>(() => Ask("select pg_sleep(600)"));

        gaveUp.SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);
        await Ask("select 1");
        network.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_server_gave_up_itself_is_known_to_be_undone_and_what_it_never_answered_is_not()
    {
        (await Failure("select pg_sleep(600)")).IsUndone.ShouldBeTrue();
        network.Stall();
        (await Failure("select 1")).IsUndone.ShouldBeFalse();
    }

    [Fact]
    public async Task The_server_looks_whether_its_client_is_still_there()
    {
        (await Ask("select current_setting('client_connection_check_interval')")).ShouldBe("2s");
        (await Ask("select current_setting('statement_timeout')")).ShouldBe("1s");
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        settings.Options.ShouldNotBeNull().ShouldContain("-c tcp_keepalives_idle=15");
        settings.Options.ShouldContain("-c tcp_user_timeout=30000");
        (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval).ShouldBe((true, 15, 5));
    }

    [Fact]
    public async Task On_a_socket_of_this_machine_nothing_of_tcp_is_set()
    {
        await using var local = Connection.Source(postgres.Connections.Application, DatabaseRoles.Application, poolSize: 1, new());

        new NpgsqlConnectionStringBuilder(local.ConnectionString).TcpKeepAlive.ShouldBeFalse();
        await using var ask = local.CreateCommand("select 1");
        (await ask.ExecuteScalarAsync()).ShouldBe(1);
    }

    private Task<StorageException> Failure(string sql) => Should.ThrowAsync<StorageException>(
        () => Helpdesk.Postgres.Feed.Storage.Ask(() => Ask(sql)));

    private async Task<object?> Ask(string sql, CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!holds())
            await Task.Delay(20, limit.Token);
    }
}

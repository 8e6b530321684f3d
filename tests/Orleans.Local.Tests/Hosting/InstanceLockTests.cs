namespace Orleans.Local.Tests.Hosting;

public sealed class InstanceLockTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_database_that_a_live_instance_serves_is_refused_in_one_line()
    {
        await using var first = await Start();

        var refusal = await Should.ThrowAsync<OrleansConfigurationException>(Start());

        refusal.Message.ShouldStartWith("Another instance serves the database ");
        refusal.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task After_a_stop_the_next_instance_starts_though_the_pool_lives_on()
    {
        await using (await Start())
        {
        }

        await using var next = await Start();
    }

    [Fact]
    public async Task An_instance_whose_connection_was_cut_takes_the_database_again()
    {
        var clock = new FakeClock();
        await using var silo = await Start(clock);
        await Cut();

        clock.Advance(TimeSpan.FromSeconds(5));
        await silo.LockLooked;

        await Should.ThrowAsync<OrleansConfigurationException>(Start());
        silo.Stopping.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task An_instance_that_lost_the_database_to_another_one_stops()
    {
        var clock = new FakeClock();
        await using var silo = await Start(clock);
        await Cut();
        await using var other = await Start();

        clock.Advance(TimeSpan.FromSeconds(5));
        await silo.LockLooked;

        silo.Stopping.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task An_instance_whose_connection_was_cut_stops_quietly_and_leaves_the_database_to_the_next()
    {
        var silo = await Start();
        await Cut();

        await silo.DisposeAsync();

        await using var next = await Start();
    }

    private Task<TestSilo> Start(FakeClock? clock = null) =>
        TestSilo.Start(silo => silo.UseAdoNetClustering(options => options.DataSource = postgres.Database.App), clock);

    private async Task Cut()
    {
        await using var command = postgres.Superuser.CreateCommand(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())");
        await command.ExecuteNonQueryAsync();
    }
}

using Helpdesk.Postgres.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Helpdesk.Postgres.Tests;

public sealed class DatabaseStartupTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task The_database_is_open_before_any_other_hosted_service_starts_and_until_all_have_stopped()
    {
        var builder = Builder(Environments.Development, postgres.Configuration);
        builder.Services.AddHostedService<Asks>();
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Asks.Answers.ShouldBe([1, 1]);
    }

    [Fact]
    public async Task With_nothing_configured_a_private_server_runs_as_long_as_the_host()
    {
        var data = Directory.CreateTempSubdirectory("helpdesk-startup-").FullName;
        File.SetUnixFileMode(data, (UnixFileMode)0b111_101_101);
        try
        {
            using var host =
                Builder(Environments.Development, [new("Helpdesk:Data", data), new("Helpdesk:Database:ApplicationPool", "150")]).Build();
            await host.StartAsync();
            await using (var ask = host.Services.GetRequiredService<Database>().Owner.CreateCommand(
                "select count(*) from schema_migration"))
                (await ask.ExecuteScalarAsync()).ShouldBe((long)Migration.All.Count);
            await using (var room = host.Services.GetRequiredService<Database>().App.CreateCommand(
                "select current_setting('max_connections')::int"))
                (await room.ExecuteScalarAsync()).ShouldBe(
                    150 + 10 + 10 + 20, "the pools of requests, workers and engine, and some to spare");
            Postgres.Embedded.EmbeddedPostgres.FindRunning(data).ShouldNotBeNull();

            await host.StopAsync();

            Postgres.Embedded.EmbeddedPostgres.FindRunning(data).ShouldBeNull();
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task One_login_that_may_take_on_all_three_roles_is_enough()
    {
        var login = $"login_{Guid.NewGuid():N}";
        await ExecuteAsync($"create role {login} login noinherit password 'secret'; grant helpdesk_app, helpdesk_worker, "
            + $"helpdesk_owner to {login}; grant connect on database \"{DatabaseName}\" to {login}");
        var text = new NpgsqlConnectionStringBuilder(postgres.Connections.Application)
        { Username = login, Password = "secret" }.ConnectionString;

        using var host =
            Builder(Environments.Development, [new("Helpdesk:Database", text), new("Helpdesk:Database:MayLoseCommits", "true")]).Build();
        await host.StartAsync();
        var database = host.Services.GetRequiredService<Database>();
        foreach (var (source, role) in new[] { (database.App, "helpdesk_app"), (database.Worker, "helpdesk_worker"),
            (database.Owner, "helpdesk_owner") })
        {
            await using var who = source.CreateCommand("select current_user::text");
            (await who.ExecuteScalarAsync()).ShouldBe(role);
        }
        await host.StopAsync();
        await ExecuteAsync($"drop owned by {login}; drop role {login}");
    }

    [Fact]
    public async Task Where_it_does_not_migrate_at_start_pending_migrations_refuse_it_and_say_what_to_do()
    {
        var empty = await TestDatabases.CreateEmptyAsync();
        var settings = PostgresFixture.ConfigurationFor(TestDatabases.Server.For(empty)).Append(
            new("Helpdesk:Database:MigrateAtStart", "false"));
        using var host = Builder(Environments.Development, settings).Build();

        (await Should.ThrowAsync<StartupRefusedException>(host.StartAsync())).Message.ShouldEndWith(
            "Run `./dev db migrate` and start again.");
        await TestDatabases.DropAsync(empty);
    }

    [Fact]
    public async Task A_function_in_another_text_refuses_it_as_well_and_is_applied_where_it_migrates_at_start()
    {
        var name = await TestDatabases.CreateAsync();
        var settings = PostgresFixture.ConfigurationFor(TestDatabases.Server.For(name)).ToList();
        await using var database = new Database(TestDatabases.Server.For(name), TestDatabases.Options);
        const string Another = "update schema_function set checksum = 'of another text' where name = 'erase_tenant'";
        await using (var change = database.Owner.CreateCommand(Another))
            (await change.ExecuteNonQueryAsync()).ShouldBe(1);

        using (var refused = Builder(Environments.Development, [.. settings, new("Helpdesk:Database:MigrateAtStart", "false")]).Build())
            (await Should.ThrowAsync<StartupRefusedException>(refused.StartAsync())).Message.ShouldBe(
                "The database lacks these functions or has them in another text: erase_tenant. Run `./dev db migrate` and start again.");
        using (var migrates = Builder(Environments.Development, settings).Build())
        {
            await migrates.StartAsync();
            await migrates.StopAsync();
        }

        (await new Migrator(database.Worker).StatusAsync()).IsCurrent.ShouldBeTrue();
        await TestDatabases.DropAsync(name);
    }

    [Fact]
    public async Task A_host_that_does_not_migrate_needs_no_login_of_the_owner()
    {
        var settings = postgres.Configuration.Where(setting => setting.Key != "Helpdesk:Database:Owner").Append(
            new("Helpdesk:Database:MigrateAtStart", "false"));
        using var host = Builder(Environments.Development, settings).Build();

        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task A_server_that_may_lose_commits_is_refused()
    {
        using var host =
            Builder(Environments.Development, postgres.Configuration.Where(setting => !setting.Key.EndsWith("MayLoseCommits"))).Build();

        (await Should.ThrowAsync<StartupRefusedException>(host.StartAsync())).Message
            .ShouldBe("The database has fsync = off: what it acknowledges may be lost. Set fsync = on.");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_refused_in_words()
    {
        using var host =
            Builder(Environments.Development, [new("Helpdesk:Database", "Host=/nowhere;Database=helpdesk;Username=x;Password=y")]).Build();

        (await Should.ThrowAsync<StartupRefusedException>(host.StartAsync())).Message.ShouldStartWith(
            "The database cannot be used as helpdesk_app: ");
    }

    [Fact]
    public async Task A_login_that_is_superuser_serves_only_in_the_role_that_is_not()
    {
        var text = new NpgsqlConnectionStringBuilder(TestDatabases.Server.Superuser(DatabaseName)).ConnectionString;
        using var host =
            Builder(Environments.Development, [new("Helpdesk:Database", text), new("Helpdesk:Database:MayLoseCommits", "true")]).Build();
        await host.StartAsync();

        await using var who = host.Services.GetRequiredService<Database>().App.CreateCommand(
            "select rolname || rolsuper from pg_roles where rolname = current_user");
        (await who.ExecuteScalarAsync()).ShouldBe("helpdesk_appfalse");
        await host.StopAsync();
    }

    [Fact]
    public async Task Every_wrong_setting_is_named_at_once()
    {
        using var host = Builder("Production",
        [
            new("Helpdesk:Database", "Host=h"), new("Helpdesk:Database:Worker", "no connection string"), new(
                "Helpdesk:Database:ApplicationPool", "0"),
            new("Helpdesk:Database:CommandTimeout", "00:00:00.5"), new("Helpdesk:Database:MayLoseCommits", "true"),
        ]).Build();

        var faults = (await Should.ThrowAsync<OptionsValidationException>(host.StartAsync())).Failures.ToList();

        faults.Count.ShouldBe(5);
        faults.ShouldContain("Helpdesk:Database is not a connection string: it names no Database.");
        faults.ShouldContain("Helpdesk:Database:Worker is not a connection string: it cannot be parsed.");
        faults.ShouldContain("Helpdesk:Database:MayLoseCommits is for Development only.");
    }

    private string DatabaseName => new NpgsqlConnectionStringBuilder(postgres.Connections.Application).Database!;

    private static HostApplicationBuilder Builder(string environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddHelpdeskDatabase();
        return builder;
    }

    private Task ExecuteAsync(string sql) => postgres.Run(sql);

    private sealed class Asks(Database database) : IHostedService
    {
        public static readonly List<int> Answers = [];

        public Task StartAsync(CancellationToken cancellationToken) => Ask(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Ask(cancellationToken);

        private async Task Ask(CancellationToken cancellation)
        {
            await using var command = database.App.CreateCommand("select 1");
            Answers.Add((int)(await command.ExecuteScalarAsync(cancellation))!);
        }
    }
}

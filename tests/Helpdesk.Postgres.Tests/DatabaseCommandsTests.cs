using Helpdesk.Postgres.Embedded;
using Helpdesk.Postgres.Migrations;

namespace Helpdesk.Postgres.Tests;

public sealed class DatabaseCommandsTests : IAsyncLifetime
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();
    private string name = "";

    [Fact]
    public async Task A_database_is_brought_up_looked_at_and_taken_back()
    {
        var all = Migration.All.Count;
        var functions = FunctionScript.All.Count;
        var last = FunctionScript.All.Count(function => function.Migration == Migration.All[^1].Number);

        (await Run("status")).ShouldBe(0);
        LastLine.ShouldBe($"0 applied, {all} pending, 0 unknown, 0 changed; functions: 0 applied, {functions} pending.");
        (await Run("migrate")).ShouldBe(0);
        LastLine.ShouldBe($"{all} migration(s) and {functions} function(s) applied.");
        (await Run("status")).ShouldBe(0);
        LastLine.ShouldBe($"{all} applied, 0 pending, 0 unknown, 0 changed; functions: {functions} applied, 0 pending.");
        (await Run("migrate")).ShouldBe(0);
        LastLine.ShouldBe("Nothing to do: the database is up to date.");
        (await Run("verify")).ShouldBe(0);
        LastLine.ShouldBe("Schema, roles and row-level security are as they should be.");
        (await Run("rollback")).ShouldBe(0);
        LastLine.ShouldBe($"1 migration(s) and {last} function(s) undone.");
        (await Run("verify")).ShouldBe(1);
        errors.ToString().ShouldContain("Run `./dev db migrate`");
        (await Run("rollback", "0")).ShouldBe(0);
        LastLine.ShouldBe($"{all - 1} migration(s) and {functions - last} function(s) undone.");
    }

    [Fact]
    public async Task Verify_names_a_fault_and_fails()
    {
        await Run("migrate");
        await using var superuser = Npgsql.NpgsqlDataSource.Create(TestDatabases.Server.Superuser(name));
        await using var open = superuser.CreateCommand(
            "create view everything as select 1 as n; grant select on everything to helpdesk_app");
        await open.ExecuteNonQueryAsync();

        (await Run("verify")).ShouldBe(1);

        output.ToString().ShouldContain("view everything: runs with its owner's rights");
        LastLine.ShouldBe("1 fault(s).");
    }

    [Theory]
    [InlineData]
    [InlineData("rollback", "-1")]
    [InlineData("drop")]
    public async Task What_it_does_not_know_it_explains(params string[] words)
    {
        (await Run(words)).ShouldBe(1);
        errors.ToString().Trim().ShouldBe(DatabaseCommands.Usage);
    }

    [Fact]
    public async Task Another_command_line_is_left_to_the_host()
    {
        (await DatabaseCommands.TryRunAsync([], output, errors)).ShouldBeNull();
        (await DatabaseCommands.TryRunAsync(["--urls", "http://localhost:5080"], output, errors)).ShouldBeNull();
    }

    [Fact]
    public async Task It_works_beside_a_Helpdesk_that_runs_and_without_one()
    {
        var data = Directory.CreateTempSubdirectory("helpdesk-commands-").FullName;
        File.SetUnixFileMode(data, (UnixFileMode)0b111_101_101);
        string[] status = ["db", "status", $"--Helpdesk:Data={data}"];
        try
        {
            (await DatabaseCommands.TryRunAsync(status, output, errors)).ShouldBe(0, errors.ToString());
            EmbeddedPostgres.FindRunning(data).ShouldBeNull();

            using var running = EmbeddedPostgres.Start(data, ClusterSettings.Tests);
            (await DatabaseCommands.TryRunAsync(status, output, errors)).ShouldBe(0, errors.ToString());
            EmbeddedPostgres.FindRunning(data).ShouldNotBeNull();
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public async Task InitializeAsync() => name = await TestDatabases.CreateEmptyAsync();

    public Task DisposeAsync() => TestDatabases.DropAsync(name);

    private string LastLine => output.ToString().TrimEnd().Split('\n')[^1];

    private Task<int?> Run(params string[] words)
    {
        var settings = PostgresFixture.ConfigurationFor(TestDatabases.Server.For(name)).Select(
            setting => $"--{setting.Key}={setting.Value}");
        return DatabaseCommands.TryRunAsync(["db", .. words, "--environment=Development", .. settings], output, errors);
    }
}

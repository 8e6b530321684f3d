using Helpdesk.Postgres.Migrations;

namespace Helpdesk.Postgres.Tests.Migrations;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Migration First = Migration.Of(1, "first", "create table first (n int)", "drop table first");
    private static readonly Migration Second = Migration.Of(
        2, "second", "create table second (n int); insert into second values (1)", "drop table second");
    private string name = "";
    private Database database = null!;

    [Fact]
    public async Task Every_migration_of_the_product_goes_up_down_and_up_again_to_the_same_schema()
    {
        var migrator = new Migrator(database.Owner);
        Migration.All.ShouldNotBeEmpty();

        FunctionScript.All.ShouldNotBeEmpty();

        var applied = await migrator.MigrateAsync();
        applied.Migrations.ShouldBe(Migration.All);
        applied.Functions.ShouldBe(FunctionScript.All);
        var schema = await SchemaAsync();
        var undone = await migrator.RollbackAsync(to: 0);
        undone.Migrations.ShouldBe(Migration.All.Reverse());
        undone.Functions.ShouldBe(FunctionScript.All.Reverse());
        (await SchemaAsync()).ShouldAllBe(line => line.Contains("schema_migration") || line.Contains("schema_function"));
        await migrator.MigrateAsync();

        (await SchemaAsync()).ShouldBe(schema);
    }

    [Fact]
    public async Task Every_migration_undoes_exactly_what_it_did()
    {
        foreach (var count in Enumerable.Range(1, Migration.All.Count))
        {
            IReadOnlyList<Migration> some = [.. Migration.All.Take(count)];
            IReadOnlyList<FunctionScript> theirs = [.. FunctionScript.All.Where(function => function.Migration <= some[^1].Number)];
            var migrator = new Migrator(database.Owner, some, theirs);
            var before = await SchemaAsync();
            await migrator.MigrateAsync();
            await migrator.RollbackAsync();
            if (count > 1)
                (await SchemaAsync()).ShouldBe(before, $"{Migration.All[count - 1]} leaves something behind");
            await migrator.MigrateAsync();
        }
    }

    [Fact]
    public async Task What_is_applied_is_not_applied_again()
    {
        await Of(First).MigrateAsync();

        (await Of(First, Second).MigrateAsync()).Migrations.ShouldBe([Second]);
        (await Of(First, Second).MigrateAsync()).IsNothing.ShouldBeTrue();
        var status = await Of(First, Second).StatusAsync();
        status.Log.Select(row => row.Name).ShouldBe(["first", "second"]);
        status.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_of_an_empty_database_changes_nothing()
    {
        (await Of(First).StatusAsync()).Pending.ShouldBe([First]);
        (await SchemaAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rollback_undoes_the_newest_or_down_to_a_number()
    {
        await Of(First, Second).MigrateAsync();
        (await Of(First, Second).RollbackAsync()).Migrations.ShouldBe([Second]);

        await Of(First, Second).MigrateAsync();
        (await Of(First, Second).RollbackAsync(to: 1)).Migrations.ShouldBe([Second]);
        (await Of(First, Second).RollbackAsync(to: 0)).Migrations.ShouldBe([First]);
        (await Of(First, Second).RollbackAsync()).IsNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_migration_is_refused_by_name()
    {
        await Of(First).MigrateAsync();
        var changed = Migration.Of(1, "first", First.Up + " -- a word more", First.Down);

        (await Should.ThrowAsync<StartupRefusedException>(Of(changed, Second).MigrateAsync())).Message.ShouldContain(
            "changed since: 0001_first");
        (await Should.ThrowAsync<StartupRefusedException>(Of(changed).RollbackAsync())).Message.ShouldContain("changed since: 0001_first");
        (await Of(First, Second).StatusAsync()).Pending.ShouldBe([Second]);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await Of(First, Second).MigrateAsync();

        (await Should.ThrowAsync<StartupRefusedException>(Of(First).MigrateAsync())).Message.ShouldContain(
            "newer than this program: it has 0002_second");
    }

    /// <summary>As databases are that carry the migrations from before they were put together.</summary>
    [Fact]
    public async Task A_database_of_another_line_of_migrations_is_refused_and_says_what_to_do()
    {
        var former = Migration.Of(2, "former", "create table former (n int)", "drop table former");
        await Of(First, former, Migration.Of(3, "later", "create table later (n int)", "drop table later")).MigrateAsync();

        foreach (var act in (Func<Task>[])[() => Of(First, Second).MigrateAsync(), () => Of(First, Second).RollbackAsync()])
        {
            var message = (await Should.ThrowAsync<StartupRefusedException>(act())).Message;
            message.ShouldStartWith("The database was made by other migrations than this program has: 0002_former. ");
            message.ShouldContain("Make a new database");
            message.ShouldContain(".data/postgres");
        }
        var status = await Of(First, Second).StatusAsync();
        status.Unknown.Select(row => row.Name).ShouldBe(["former", "later"]);
        status.Pending.ShouldBe([Second]);
    }

    [Fact]
    public async Task A_failing_migration_leaves_nothing_of_itself_and_all_before_it()
    {
        var broken = Migration.Of(2, "broken", "create table half (n int); select 1 / 0", "drop table half");

        (await Should.ThrowAsync<StartupRefusedException>(Of(First, broken).MigrateAsync())).Message.ShouldContain(
            "0002_broken failed and was undone: division by zero (22012)");

        (await SchemaAsync()).ShouldNotContain(line => line.Contains("half"));
        (await Of(First, broken).StatusAsync()).Pending.ShouldBe([broken]);
    }

    [Fact]
    public async Task Migrators_at_the_same_time_apply_everything_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var own = new Database(TestDatabases.Server.For(name), TestDatabases.Options);
            return await new Migrator(own.Owner, [First, Second], []).MigrateAsync();
        }));

        applied.SelectMany(changes => changes.Migrations).ShouldBe([First, Second]);
    }

    [Fact]
    public async Task A_migration_does_not_wait_for_a_busy_table_for_long()
    {
        await Of(First).MigrateAsync();
        await using var busy = await database.Owner.OpenConnectionAsync();
        await using var transaction = await busy.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table first in access exclusive mode", busy);
        await hold.ExecuteNonQueryAsync();
        var waits = Migration.Of(2, "waits", "set local lock_timeout = '50ms'; alter table first add m int", "alter table first drop m");

        (await Should.ThrowAsync<StartupRefusedException>(Of(First, waits).MigrateAsync())).Message.ShouldContain("55P03");
    }

    [Fact]
    public async Task A_lock_timeout_is_set_for_every_migration()
    {
        var looks = Migration.Of(1, "looks", "create table looks as select current_setting('lock_timeout') as found", "drop table looks");
        await Of(looks).MigrateAsync();

        await using var found = database.Owner.CreateCommand("select found from looks");
        (await found.ExecuteScalarAsync()).ShouldBe("5s");
    }

    public async Task InitializeAsync()
    {
        name = await TestDatabases.CreateEmptyAsync();
        database = new Database(TestDatabases.Server.For(name), TestDatabases.Options);
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        await TestDatabases.DropAsync(name);
    }

    private Migrator Of(params Migration[] migrations) => new(database.Owner, migrations, []);

    private Task<IReadOnlyList<string>> SchemaAsync() => SchemaListing.OfAsync(database);
}

using Helpdesk.Postgres.Migrations;
using Npgsql;

namespace Helpdesk.Postgres.Tests.Migrations;

public sealed class FunctionScriptTests : IAsyncLifetime
{
    private static readonly Migration First =
        Migration.Of(1, "first", "create table first (n int); create table ran (what text)", "drop table ran; drop table first");
    private static readonly Migration Second = Migration.Of(2, "second", "create table second (n int)", "drop table second");

    /// <summary>Each run of a script leaves a row.</summary>
    private static readonly FunctionScript Answer = AnswerOf("one");

    /// <summary>Its signature holds the table fast: the table cannot go before it.</summary>
    private static readonly FunctionScript Rows = FunctionScript.Of(2, "rows_of_second",
        "create or replace function rows_of_second() returns setof second language sql as 'select * from second'",
        "drop function rows_of_second");

    private string name = "";
    private Database database = null!;

    [Fact]
    public async Task A_function_is_applied_once_after_the_migrations()
    {
        (await Of([First, Second], Answer, Rows).StatusAsync()).PendingFunctions.ShouldBe([Answer, Rows]);

        (await Of([First, Second], Answer, Rows).MigrateAsync()).Functions.ShouldBe([Answer, Rows]);
        (await Of([First, Second], Answer, Rows).MigrateAsync()).IsNothing.ShouldBeTrue();

        (await AskAsync("select string_agg(what, ',') from ran")).ShouldBe("one");
        (await AskAsync("select answer()")).ShouldBe("one");
        var status = await Of([First, Second], Answer, Rows).StatusAsync();
        status.IsCurrent.ShouldBeTrue();
        status.FunctionLog.Select(row => row.Name).ShouldBe(["answer", "rows_of_second"]);
    }

    [Fact]
    public async Task It_is_applied_again_when_its_text_has_changed_and_keeps_its_rights()
    {
        await Of([First], Answer).MigrateAsync();
        await AskAsync("grant execute on function answer to helpdesk_app");

        (await Of([First], AnswerOf("two")).StatusAsync()).PendingFunctions.Select(function => function.Name).ShouldBe(["answer"]);
        Should.Throw<StartupRefusedException>((await Of([First], AnswerOf("two")).StatusAsync()).RequireCurrent).Message
            .ShouldBe("The database lacks these functions or has them in another text: answer. Run `./dev db migrate` and start again.");
        (await Of([First], AnswerOf("two")).MigrateAsync()).Functions.Select(function => function.Name).ShouldBe(["answer"]);

        (await AskAsync("select answer()")).ShouldBe("two");
        (await AskAsync("select has_function_privilege('helpdesk_app', 'answer()', 'execute')")).ShouldBe(true);
        (await Of([First], AnswerOf("two")).StatusAsync()).IsCurrent.ShouldBeTrue();
        (await AskAsync("select string_agg(what, ',') from ran")).ShouldBe("one,two");
    }

    /// <summary>The way back of a function.</summary>
    [Fact]
    public async Task An_older_program_puts_its_own_text_back_and_minds_no_function_that_it_does_not_know()
    {
        var later = FunctionScript.Of(1, "later",
            "create or replace function later() returns int language sql as 'select 1'", "drop function later");
        await Of([First], AnswerOf("two"), later).MigrateAsync();

        (await Of([First], Answer).MigrateAsync()).Functions.ShouldBe([Answer]);

        (await AskAsync("select answer()")).ShouldBe("one");
        (await AskAsync("select later()")).ShouldBe(1);
        var status = await Of([First], Answer).StatusAsync();
        status.RequireCurrent();
        status.FunctionLog.Select(row => row.Name).ShouldBe(["answer", "later"]);
    }

    [Fact]
    public async Task A_failing_one_is_undone_and_named_and_what_was_before_it_stays()
    {
        await Of([First], Answer).MigrateAsync();
        var broken = FunctionScript.Of(1, "broken", "create table half (n int); select 1 / 0", "");

        (await Should.ThrowAsync<StartupRefusedException>(Of([First, Second], AnswerOf("two"), broken, Rows).MigrateAsync())).Message
            .ShouldBe("Function broken failed and was undone: division by zero (22012).");

        (await AskAsync("select to_regclass('half') is null")).ShouldBe(true);
        (await AskAsync("select answer()")).ShouldBe("two");
        var status = await Of([First, Second], AnswerOf("two"), broken, Rows).StatusAsync();
        status.Pending.ShouldBeEmpty();
        status.PendingFunctions.ShouldBe([broken, Rows]);
    }

    [Fact]
    public async Task Migrators_at_the_same_time_apply_every_function_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var own = new Database(TestDatabases.Server.For(name), TestDatabases.Options);
            return await new Migrator(own.Owner, [First, Second], [Answer, Rows]).MigrateAsync();
        }));

        applied.SelectMany(changes => changes.Functions).ShouldBe([Answer, Rows]);
        (await AskAsync("select string_agg(what, ',') from ran")).ShouldBe("one");
    }

    [Fact]
    public async Task Rollback_takes_the_functions_that_stand_on_what_is_undone_first_and_leaves_the_others()
    {
        await Of([First, Second], Answer, Rows).MigrateAsync();

        var undone = await Of([First, Second], Answer, Rows).RollbackAsync();

        undone.Migrations.ShouldBe([Second]);
        undone.Functions.ShouldBe([Rows]);
        (await AskAsync("select answer()")).ShouldBe("one");
        (await Of([First], Answer).StatusAsync()).RequireCurrent();
        (await Of([First, Second], Answer, Rows).MigrateAsync()).Functions.ShouldBe([Rows]);
        (await Of([First, Second], Answer, Rows).RollbackAsync(to: 0)).Functions.ShouldBe([Rows, Answer]);
        (await SchemaListing.OfAsync(database)).ShouldAllBe(line => line.Contains("schema_"));
    }

    [Fact]
    public async Task A_function_that_a_migration_removed_and_forgot_is_made_again()
    {
        await Of([First], Answer).MigrateAsync();
        var removes = Migration.Of(2, "removes",
            "drop function if exists answer; delete from schema_function where name = 'answer'", "select 1");

        (await Of([First, removes], Answer).MigrateAsync()).Functions.ShouldBe([Answer]);

        (await AskAsync("select answer()")).ShouldBe("one");
    }

    /// <summary>A file is found by the name of its function.</summary>
    [Fact]
    public async Task Every_script_of_the_product_makes_the_function_that_it_is_named_after_and_can_run_again()
    {
        await new Migrator(database.Owner).MigrateAsync();
        var schema = await SchemaListing.OfAsync(database);

        foreach (var function in FunctionScript.All)
        {
            (await AskAsync($"select to_regproc('public.{function.Name}') is not null")).ShouldBe(true, function.Name);
            Migration.All.ShouldContain(migration => migration.Number == function.Migration, function.Name);
            await AskAsync(function.Text);
        }

        FunctionScript.All.Select(function => function.Name).ShouldBeUnique();
        (await SchemaListing.OfAsync(database)).ShouldBe(schema);
        (await AskAsync("""
            select coalesce(string_agg(proname, ',' order by proname), '') from pg_proc
            where pronamespace = 'public'::regnamespace and prokind = 'f' and not proname::text = any (select name from schema_function)
              -- What a column is generated by never changes, nor what that calls, so a migration makes it.
              and not exists (select from pg_depend d join pg_proc generates on generates.oid = d.refobjid
                where classid = 'pg_attrdef'::regclass and refclassid = 'pg_proc'::regclass
                  and (generates.oid = pg_proc.oid or position('public.' || pg_proc.proname || '(' in generates.prosrc) > 0))
            """)).ShouldBe("", "functions that stand in no script");
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

    private static FunctionScript AnswerOf(string answer) => FunctionScript.Of(1, "answer",
        $"create or replace function answer() returns text language sql as 'select ''{answer}'''; insert into ran values ('{answer}')",
        "drop function answer");

    private Migrator Of(IReadOnlyList<Migration> migrations, params FunctionScript[] functions) =>
        new(database.Owner, migrations, functions);

    private async Task<object?> AskAsync(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}

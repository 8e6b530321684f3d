using System.Globalization;
using Helpdesk.Postgres.Migrations;

namespace Helpdesk.Postgres;

/// <summary>
/// <c>Helpdesk.Api db migrate|rollback|status|verify|restamp</c>: what an operator does to the database without starting the platform.
/// Works on the configured server, or on the private one of the data directory, whether or not a Helpdesk runs on it.
/// </summary>
public static class DatabaseCommands
{
    public const string Usage = """
        db migrate         apply what is pending
        db rollback [N]    undo the newest migration, or all above number N (0: all)
        db status          list migrations and functions: applied, pending, unknown, changed
        db verify          check schema, roles and settings of the server; exit code 1 and a line for each fault
        db restamp         after a dump was restored into another server, with the platform stopped: let the feed go on where it stood
        """;

    internal delegate Task<int> Act(Database database, TextWriter output);

    /// <summary>The exit code, or <c>null</c> when the command line is not for the database. Call it first in <c>Program</c>.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ["db", .. var words])
            return null;
        try
        {
            var act = Parse([.. words.Where(word => !IsSetting(word))]);
            var host = Host.CreateApplicationBuilder([.. words.Where(IsSetting)]);
            return await RunAsync(host, act, output);
        }
        catch (Exception refusal) when (refusal is StartupRefusedException or OptionsValidationException or NpgsqlException)
        {
            await errors.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>Settings are given as to the host itself: <c>--Helpdesk:Data=DIR</c>.</summary>
    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private static Act Parse(string[] words) => words switch
    {
        ["migrate"] => MigrateAsync,
        ["rollback"] => (database, output) => RollbackAsync(database, null, output),
        ["rollback", var to] when int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            (database, output) => RollbackAsync(database, number, output),
        ["status"] => StatusAsync,
        ["verify"] => VerifyAsync,
        ["restamp"] => RestampAsync,
        _ => throw new StartupRefusedException(Usage),
    };

    /// <summary>On the configured server, or beside a Helpdesk that runs on the private one.</summary>
    internal static Task<int> RunAsync(HostApplicationBuilder host, Act act, TextWriter output) =>
        RunBesideAsync(host, services => act(services.GetRequiredService<Database>(), output));

    /// <summary>
    /// For commands: services on the database of a platform, whether or not one runs on it. Nothing that is registered as a hosted service
    /// is started.
    /// </summary>
    /// <exception cref="StartupRefusedException">The server cannot be used, in words for the operator.</exception>
    public static async Task<int> RunBesideAsync(HostApplicationBuilder host, Func<IServiceProvider, Task<int>> act)
    {
        host.AddHelpdeskDatabase();
        await using var services = host.Services.BuildServiceProvider();
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

        using var server = await DatabaseServer.OpenBesideAsync(
            options, DataDirectory.Of(options, host.Environment), CancellationToken.None);
        var database = services.GetRequiredService<Database>();
        database.Open(server.Connections, options);
        return await act(services);
    }

    /// <summary>Whether the schema is the one that this program was built for.</summary>
    /// <exception cref="StartupRefusedException">It is not.</exception>
    public static async Task RequireCurrentAsync(Database database) => (await new Migrator(database.Worker).StatusAsync()).RequireCurrent();

    private static async Task<int> MigrateAsync(Database database, TextWriter output)
    {
        var applied = await new Migrator(database.Owner).MigrateAsync();
        await ListAsync("applied ", applied, output);
        await output.WriteLineAsync(applied.IsNothing ? "Nothing to do: the database is up to date." : $"{Count(applied)} applied.");
        return 0;
    }

    private static async Task<int> RollbackAsync(Database database, int? to, TextWriter output)
    {
        var undone = await new Migrator(database.Owner).RollbackAsync(to);
        await ListAsync("undone  ", undone, output);
        await output.WriteLineAsync(undone.IsNothing ? "Nothing to do: no migration to undo." : $"{Count(undone)} undone.");
        return 0;
    }

    private static async Task ListAsync(string word, MigrationChanges changes, TextWriter output)
    {
        foreach (var migration in changes.Migrations)
            await output.WriteLineAsync($"{word} {migration}");
        foreach (var function in changes.Functions)
            await output.WriteLineAsync($"{word} function {function}");
    }

    private static string Count(MigrationChanges changes) =>
        $"{changes.Migrations.Count} migration(s) and {changes.Functions.Count} function(s)";

    private static async Task<int> StatusAsync(Database database, TextWriter output)
    {
        // To look, no owner is needed.
        var status = await new Migrator(database.Worker).StatusAsync();
        foreach (var row in status.Log)
            await output.WriteLineAsync($"{WordFor(status, row),-8} {row.Number:D4}_{row.Name}  {row.AppliedAt}");
        foreach (var migration in status.Pending)
            await output.WriteLineAsync($"pending  {migration}");
        foreach (var row in status.FunctionLog)
            await output.WriteLineAsync($"{WordFor(status, row),-8} function {row.Name}  {row.AppliedAt}");
        foreach (var function in status.PendingFunctions.Except(status.AppliedFunctions))
            await output.WriteLineAsync($"pending  function {function}");
        await output.WriteLineAsync($"{status.Applied.Count} applied, {status.Pending.Count} pending, {status.Unknown.Count} unknown, "
            + $"{status.Changed.Count} changed; functions: {status.Functions.Count - status.PendingFunctions.Count} applied, "
            + $"{status.PendingFunctions.Count} pending.");
        return status.Unknown.Count + status.Changed.Count == 0 ? 0 : 1;
    }

    private static string WordFor(MigrationStatus status, AppliedMigration row) =>
        status.Unknown.Contains(row) ? "unknown" : status.Changed.Any(changed => changed.Number == row.Number) ? "changed" : "applied";

    /// <summary>A function in another text than this program has is pending; one that it does not know is no harm.</summary>
    private static string WordFor(MigrationStatus status, AppliedFunction row) =>
        status.PendingFunctions.Any(function => function.Name == row.Name) ? "pending"
        : status.Functions.Any(function => function.Name == row.Name) ? "applied" : "unknown";

    private static async Task<int> RestampAsync(Database database, TextWriter output)
    {
        // With the owner's connections alone: others would look like a Helpdesk that runs.
        (await new Migrator(database.Owner).StatusAsync()).RequireCurrent();
        var (events, consumers) = await FeedRestamp.RunAsync(database.Owner);
        await output.WriteLineAsync($"{events} events and the places of {consumers} consumers are stamped for this server.");
        return 0;
    }

    private static async Task<int> VerifyAsync(Database database, TextWriter output)
    {
        (await new Migrator(database.Worker).StatusAsync()).RequireCurrent();
        var faults = await CatalogCheck.FaultsAsync(database.Worker);
        foreach (var fault in faults)
            await output.WriteLineAsync(fault);
        await output.WriteLineAsync(
            faults.Count == 0 ? "Schema, roles and row-level security are as they should be." : $"{faults.Count} fault(s).");
        return faults.Count == 0 ? 0 : 1;
    }
}

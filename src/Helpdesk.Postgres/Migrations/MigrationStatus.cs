namespace Helpdesk.Postgres.Migrations;

/// <summary>A row of the migration log.</summary>
public sealed record AppliedMigration(int Number, string Name, string Checksum, Instant AppliedAt);

/// <summary>A row of the log of functions: the text that a function has now.</summary>
public sealed record AppliedFunction(string Name, string Checksum, Instant AppliedAt);

/// <summary>What this program knows beside what the database has.</summary>
/// <param name="Known">All migrations of this program, in order.</param>
/// <param name="Log">What was applied to the database, in order.</param>
/// <param name="Functions">All functions of this program, in order.</param>
/// <param name="FunctionLog">What functions the database has. One that this program does not know is no harm.</param>
public sealed record MigrationStatus(
    IReadOnlyList<Migration> Known, IReadOnlyList<AppliedMigration> Log,
    IReadOnlyList<FunctionScript> Functions, IReadOnlyList<AppliedFunction> FunctionLog)
{
    public IReadOnlyList<Migration> Applied { get; } = [.. Known.Where(migration => Log.Any(row => IsOf(row, migration)))];

    public IReadOnlyList<Migration> Pending { get; } = [.. Known.Where(migration => !Log.Any(row => IsOf(row, migration)))];

    /// <summary>Applied, but not by this program: the database is newer, or of another line.</summary>
    public IReadOnlyList<AppliedMigration> Unknown { get; } = [.. Log.Where(row => !Known.Any(migration => IsOf(row, migration)))];

    /// <summary>Applied with another text than this program has.</summary>
    public IReadOnlyList<Migration> Changed { get; } =
        [.. Known.Where(migration => Log.Any(row => IsOf(row, migration) && row.Checksum != migration.Checksum))];

    /// <summary>Those of <see cref="Unknown"/> that no newer program can have applied: they stand among the numbers of this one.</summary>
    public IReadOnlyList<AppliedMigration> Foreign =>
        [.. Unknown.Where(row => Known.Any(migration => migration.Number >= row.Number))];

    /// <summary>The database has them, in whatever text.</summary>
    public IReadOnlyList<FunctionScript> AppliedFunctions { get; } =
        [.. Functions.Where(function => FunctionLog.Any(row => row.Name == function.Name))];

    /// <summary>The database lacks them, or has them in another text.</summary>
    public IReadOnlyList<FunctionScript> PendingFunctions { get; } =
        [.. Functions.Where(function => FunctionLog.All(row => row.Name != function.Name || row.Checksum != function.Checksum))];

    public bool IsCurrent => Pending.Count + PendingFunctions.Count == 0;

    /// <exception cref="StartupRefusedException">There are <see cref="Unknown"/> or <see cref="Changed"/> migrations.</exception>
    public void RequireKnown()
    {
        if (Foreign.Count > 0)
            throw new StartupRefusedException(
                "The database was made by other migrations than this program has: "
                + $"{Some([.. Foreign.Select(row => $"{row.Number:D4}_{row.Name}")])}. There is no way from those to these. "
                + "Make a new database, or take this one back to nothing with the program that made it (`./dev db rollback 0`). "
                + "The private one of a developer's machine is made anew when its folder .data/postgres is gone.");
        if (Unknown.Count > 0)
            throw new StartupRefusedException(
                $"The database is newer than this program: it has {List(Unknown.Select(row => $"{row.Number:D4}_{row.Name}"))}. Start "
                    + "the newer program, or roll back with it first.");
        if (Changed.Count > 0)
            throw new StartupRefusedException(
                $"Applied migrations have changed since: {List(Changed.Select(migration => migration.ToString()))}. Restore their text "
                    + "and write what is new into a migration of its own.");
    }

    /// <exception cref="StartupRefusedException">As <see cref="RequireKnown"/>, or migrations or functions are pending.</exception>
    public void RequireCurrent()
    {
        RequireKnown();
        if (Pending.Count > 0)
            throw new StartupRefusedException(
                $"The database lacks {Pending.Count} migration(s), from {Pending[0]} to {Pending[^1]}. Run `./dev db migrate` and "
                    + "start again.");
        if (PendingFunctions.Count > 0)
            throw new StartupRefusedException(
                "The database lacks these functions or has them in another text: "
                + $"{List(PendingFunctions.Select(function => function.Name))}. Run `./dev db migrate` and start again.");
    }

    private static bool IsOf(AppliedMigration row, Migration migration) => row.Number == migration.Number && row.Name == migration.Name;

    private static string Some(IReadOnlyList<string> names) =>
        names.Count <= 3 ? List(names) : $"{List(names.Take(3))} and {names.Count - 3} more";

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}

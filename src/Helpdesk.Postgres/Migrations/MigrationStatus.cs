namespace Helpdesk.Postgres.Migrations;

/// <summary>A row of the migration log.</summary>
public sealed record AppliedMigration(int Number, string Name, string Checksum, Instant AppliedAt);

/// <summary>What this program knows beside what the database has.</summary>
/// <param name="Known">All migrations of this program, in order.</param>
/// <param name="Log">What was applied to the database, in order.</param>
public sealed record MigrationStatus(IReadOnlyList<Migration> Known, IReadOnlyList<AppliedMigration> Log)
{
    public IReadOnlyList<Migration> Applied { get; } = [.. Known.Where(migration => Log.Any(row => row.Number == migration.Number))];

    public IReadOnlyList<Migration> Pending { get; } = [.. Known.Where(migration => Log.All(row => row.Number != migration.Number))];

    /// <summary>Applied, but not by this program: the database is newer.</summary>
    public IReadOnlyList<AppliedMigration> Unknown { get; } = [.. Log.Where(row => Known.All(migration => migration.Number != row.Number))];

    /// <summary>Applied with another text than this program has.</summary>
    public IReadOnlyList<Migration> Changed { get; } =
        [.. Known.Where(migration => Log.Any(row => row.Number == migration.Number && row.Checksum != migration.Checksum))];

    /// <exception cref="StartupRefusedException">There are <see cref="Unknown"/> or <see cref="Changed"/> migrations.</exception>
    public void RequireKnown()
    {
        if (Unknown.Count > 0)
            throw new StartupRefusedException(
                $"The database is newer than this program: it has {List(Unknown.Select(row => $"{row.Number:D4}_{row.Name}"))}. Start the newer program, or roll back with it first.");
        if (Changed.Count > 0)
            throw new StartupRefusedException(
                $"Applied migrations have changed since: {List(Changed.Select(migration => migration.ToString()))}. Restore their text and write what is new into a migration of its own.");
    }

    /// <exception cref="StartupRefusedException">As <see cref="RequireKnown"/>, or migrations are pending.</exception>
    public void RequireCurrent()
    {
        RequireKnown();
        if (Pending.Count > 0)
            throw new StartupRefusedException(
                $"The database lacks {Pending.Count} migration(s), from {Pending[0]} to {Pending[^1]}. Run `./dev db migrate` and start again.");
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}

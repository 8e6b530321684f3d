namespace Helpdesk.Postgres.Migrations;

/// <summary>
/// Brings a database to the schema of this program and back. One migrator at a time works on a database; the others wait.
/// </summary>
/// <param name="owner">Connections of <see cref="DatabaseRoles.Owner"/>; for <see cref="StatusAsync"/> alone, of any role.</param>
public sealed class Migrator(NpgsqlDataSource owner, IReadOnlyList<Migration> migrations, IReadOnlyList<FunctionScript> functions)
{
    /// <summary>Any constant will do, as long as nothing else in the database locks it.</summary>
    private const long LockKey = 0x48656C70_6465736B;

    public Migrator(NpgsqlDataSource owner) : this(owner, Migration.All, FunctionScript.All) { }

    /// <summary>What is applied and what is not. Changes nothing, waits for nobody.</summary>
    public async Task<MigrationStatus> StatusAsync(CancellationToken cancellation = default)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        return await StatusAsync(connection, cancellation);
    }

    /// <summary>Applies what is pending, migrations before functions, each in its own transaction, and answers what was applied.</summary>
    /// <exception cref="StartupRefusedException">
    /// The database is newer than this program, or an applied migration has changed since.
    /// </exception>
    public async Task<MigrationChanges> MigrateAsync(CancellationToken cancellation = default)
    {
        await using var session = await MigrationSession.OpenAsync(owner, LockKey, cancellation);
        var status = await StatusAsync(session.Connection, cancellation);
        status.RequireKnown();
        await session.ExecuteAsync(MigrationLog.Create, cancellation);

        foreach (var migration in status.Pending)
            await session.ApplyAsync($"Migration {migration}", migration.Up, MigrationLog.Record(migration), cancellation);
        // Asked again: a migration may have removed a function, so that its script has to run once more.
        var changed = (await StatusAsync(session.Connection, cancellation)).PendingFunctions;
        foreach (var function in changed)
            await session.ApplyAsync($"Function {function}", function.Text, MigrationLog.Record(function), cancellation);
        return new MigrationChanges(status.Pending, changed);
    }

    /// <summary>
    /// Undoes applied migrations, newest first, until <paramref name="to"/> is the newest; by default only the newest.
    /// The functions that stand on them go first; the others stay in the text that they have.
    /// </summary>
    /// <param name="to">Number of the migration that stays as the newest; 0 undoes all.</param>
    /// <exception cref="StartupRefusedException">As for <see cref="MigrateAsync"/>.</exception>
    public async Task<MigrationChanges> RollbackAsync(int? to = null, CancellationToken cancellation = default)
    {
        await using var session = await MigrationSession.OpenAsync(owner, LockKey, cancellation);
        var status = await StatusAsync(session.Connection, cancellation);
        status.RequireKnown();

        var undone = status.Applied.Reverse().Where((migration, index) => to is { } stay ? migration.Number > stay : index == 0).ToList();
        var removed = status.AppliedFunctions.Reverse()
            .Where(function => undone.Any(migration => migration.Number <= function.Migration))
            .ToList();
        foreach (var function in removed)
            await session.ApplyAsync($"Undoing function {function}", function.Down, MigrationLog.Forget(function), cancellation);
        foreach (var migration in undone)
            await session.ApplyAsync($"Undoing migration {migration}", migration.Down, MigrationLog.Forget(migration), cancellation);
        return new MigrationChanges(undone, removed);
    }

    private async Task<MigrationStatus> StatusAsync(NpgsqlConnection connection, CancellationToken cancellation) => new(
        migrations,
        await ReadAsync(connection, MigrationLog.Exists, MigrationLog.Select,
            row => new AppliedMigration(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInstant(3)), cancellation),
        functions,
        await ReadAsync(connection, MigrationLog.FunctionsExist, MigrationLog.SelectFunctions,
            row => new AppliedFunction(row.GetString(0), row.GetString(1), row.GetInstant(2)), cancellation));

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlConnection connection, string exists, string select, Func<NpgsqlDataReader, T> of, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(exists, connection);
        if (await ask.ExecuteScalarAsync(cancellation) is not true)
            return [];

        await using var command = new NpgsqlCommand(select, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(of(reader));
        return rows;
    }
}

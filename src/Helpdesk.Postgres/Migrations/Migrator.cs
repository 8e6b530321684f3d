namespace Helpdesk.Postgres.Migrations;

/// <summary>Brings a database to the schema of this program and back. One migrator at a time works on a database; the others wait.</summary>
/// <param name="owner">Connections of <see cref="DatabaseRoles.Owner"/>; for <see cref="StatusAsync"/> alone, of any role.</param>
public sealed class Migrator(NpgsqlDataSource owner, IReadOnlyList<Migration> migrations)
{
    /// <summary>Any constant will do, as long as nothing else in the database locks it.</summary>
    private const long LockKey = 0x48656C70_6465736B;

    public Migrator(NpgsqlDataSource owner) : this(owner, Migration.All) { }

    /// <summary>What is applied and what is not. Changes nothing, waits for nobody.</summary>
    public async Task<MigrationStatus> StatusAsync(CancellationToken cancellation = default)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        return new MigrationStatus(migrations, await AppliedAsync(connection, cancellation));
    }

    /// <summary>Applies what is pending, each migration in a transaction of its own, and answers what was applied.</summary>
    /// <exception cref="StartupRefusedException">The database is newer than this program, or an applied migration has changed since.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation = default)
    {
        await using var session = await MigrationSession.OpenAsync(owner, LockKey, cancellation);
        await session.ExecuteAsync(MigrationLog.Create, cancellation);
        var status = new MigrationStatus(migrations, await AppliedAsync(session.Connection, cancellation));
        status.RequireKnown();

        foreach (var migration in status.Pending)
            await session.ApplyAsync(migration, migration.Up, MigrationLog.Record(migration), cancellation);
        return status.Pending;
    }

    /// <summary>Undoes applied migrations, newest first, until <paramref name="to"/> is the newest; by default only the newest.</summary>
    /// <param name="to">Number of the migration that stays as the newest; 0 undoes all.</param>
    /// <exception cref="StartupRefusedException">As for <see cref="MigrateAsync"/>.</exception>
    public async Task<IReadOnlyList<Migration>> RollbackAsync(int? to = null, CancellationToken cancellation = default)
    {
        await using var session = await MigrationSession.OpenAsync(owner, LockKey, cancellation);
        var status = new MigrationStatus(migrations, await AppliedAsync(session.Connection, cancellation));
        status.RequireKnown();

        var undone = status.Applied.Reverse().Where((migration, index) => to is { } stay ? migration.Number > stay : index == 0).ToList();
        foreach (var migration in undone)
            await session.ApplyAsync(migration, migration.Down, MigrationLog.Forget(migration), cancellation);
        return undone;
    }

    private static async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand(MigrationLog.Exists, connection);
        if (await exists.ExecuteScalarAsync(cancellation) is not true)
            return [];

        await using var select = new NpgsqlCommand(MigrationLog.Select, connection);
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        var applied = new List<AppliedMigration>();
        while (await reader.ReadAsync(cancellation))
            applied.Add(new AppliedMigration(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetInstant(3)));
        return applied;
    }
}

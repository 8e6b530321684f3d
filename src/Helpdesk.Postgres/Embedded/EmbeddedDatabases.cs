namespace Helpdesk.Postgres.Embedded;

/// <summary>Databases of a private server.</summary>
public static class EmbeddedDatabases
{
    /// <summary>Makes the database if it is not there, owned by <see cref="DatabaseRoles.Owner"/>.</summary>
    public static async Task EnsureDatabaseAsync(
        this EmbeddedConnections connections, string name, CancellationToken cancellation = default)
    {
        await using var source = NpgsqlDataSource.Create(connections.Superuser());
        await using var exists = source.CreateCommand("select exists (select from pg_database where datname = $1)");
        exists.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        if (await exists.ExecuteScalarAsync(cancellation) is true)
            return;
        await using var create = source.CreateCommand($"create database \"{name}\" owner {DatabaseRoles.Owner}");
        await create.ExecuteNonQueryAsync(cancellation);
        // Whoever may sign in to the server has no business in the database unless it is one of the three roles.
        await using var close = source.CreateCommand(
            $"revoke all on database \"{name}\" from public; grant connect on database \"{name}\" to {DatabaseRoles.Application}, "
                + $"{DatabaseRoles.Worker}");
        await close.ExecuteNonQueryAsync(cancellation);
    }
}

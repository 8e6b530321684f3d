namespace Helpdesk.Postgres.Migrations;

/// <summary>
/// One connection that holds the migrators' lock. The lock is the session's: it ends with it, even when the program is killed.
/// </summary>
internal sealed class MigrationSession : IAsyncDisposable
{
    private readonly NpgsqlDataSource owner;

    private MigrationSession(NpgsqlDataSource owner, NpgsqlConnection connection) => (this.owner, Connection) = (owner, connection);

    public NpgsqlConnection Connection { get; }

    /// <exception cref="StartupRefusedException">Another migrator worked on the database for longer than a minute.</exception>
    public static async Task<MigrationSession> OpenAsync(NpgsqlDataSource owner, long key, CancellationToken cancellation)
    {
        var session = new MigrationSession(owner, await ConnectAsync(owner, cancellation));
        try
        {
            await session.ExecuteAsync($"set lock_timeout = '60s'; select pg_advisory_lock({key})", cancellation);
            return session;
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await session.DisposeAsync();
            throw new StartupRefusedException(
                "Another program has been migrating this database for more than a minute. Wait for it to end, then start again.", held);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlDataSource owner, CancellationToken cancellation)
    {
        try
        {
            return await owner.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw new StartupRefusedException(
                $"The database cannot be used as {DatabaseRoles.Owner}, which migrations need: "
                    + $"{failure.InnerException?.Message ?? failure.Message}. Set Helpdesk__Database__Owner.", failure);
        }
    }

    /// <summary>The step and its entry in the log, or neither.</summary>
    public async Task ApplyAsync(string step, string sql, (string Sql, object[] Values) entry, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await Connection.BeginTransactionAsync(cancellation);
            // A step that waits for a busy table would stop everybody behind it: better to fail and be run again.
            await ExecuteAsync("set local lock_timeout = '5s'", cancellation);
            await ExecuteAsync(sql, cancellation);
            await RecordAsync(entry, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException failure)
        {
            throw new StartupRefusedException($"{step} failed and was undone: {failure.MessageText} ({failure.SqlState}).", failure);
        }
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        // Back in the pool the session would go on holding the lock.
        owner.Clear();
    }

    private async Task RecordAsync((string Sql, object[] Values) entry, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(entry.Sql, Connection);
        foreach (var value in entry.Values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

namespace Helpdesk.Postgres.Sql;

/// <summary>A connection over which the database is asked whether it is there.</summary>
internal sealed class PulseLine(NpgsqlDataSource source) : IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private Task<bool>? question;
    private int lost;

    /// <summary>Unless a question is open.</summary>
    public void Ask(CancellationToken cancellation) => question ??= Task.Run(() => IsThere(cancellation), CancellationToken.None);

    /// <summary>
    /// Whether an answer has come since the last look. A question that failed is over as well: the next one opens a new connection.
    /// </summary>
    public async Task<bool> IsAnswered()
    {
        if (question is not { IsCompleted: true } over)
            return false;
        question = null;
        return await over;
    }

    /// <summary>Since the last call, the connection was ended at the other side, or not taken: others may have ended as well.</summary>
    public bool WasLost() => Interlocked.Exchange(ref lost, 0) != 0;

    /// <summary>Waits until the question is answered or given up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (question is { } open)
            await open;
        await HangUp();
    }

    /// <summary>The next question opens a new connection. Not while one is open.</summary>
    public async Task HangUp()
    {
        try
        {
            if (Interlocked.Exchange(ref connection, null) is { } over)
                await over.DisposeAsync();
        }
        catch (Exception broken) when (broken is NpgsqlException or IOException or InvalidOperationException)
        {
            // It is closed all the same.
        }
    }

    private async Task<bool> IsThere(CancellationToken cancellation)
    {
        try
        {
            connection ??= await source.OpenConnectionAsync(cancellation);
            await using var ask = new NpgsqlCommand("select 1", connection);
            await ask.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await HangUp();
            if (Connection.IsLost(failure))
                Interlocked.Exchange(ref lost, 1);
            // Whoever refuses is there: one that starts, has no connection left, or asks for another password.
            return failure is PostgresException;
        }
    }
}

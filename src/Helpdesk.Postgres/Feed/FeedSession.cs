using System.Data;

namespace Helpdesk.Postgres.Feed;

/// <summary>
/// The one connection on which this process follows the feed. It holds the locks that say whose turn it is, and everything is read and
/// saved on it: whoever loses it has lost the turn and cannot save any more.
/// </summary>
internal sealed class FeedSession(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile bool isOver;

    /// <summary>Consumers whose turn is held here. The server would give it to the same session twice.</summary>
    public HashSet<string> Held { get; } = new(StringComparer.Ordinal);

    // Busy is open too: while a question is under way the state says Executing or Fetching beside Open.
    public bool IsOpen => !isOver && (connection.FullState & (ConnectionState.Open | ConnectionState.Broken)) == ConnectionState.Open;

    /// <exception cref="StorageException">The connection is gone, and every turn with it.</exception>
    public Task<T> Ask<T>(Action<FeedBatch> statements, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await oneAtATime.WaitAsync(cancellation);
        // Called off it runs to its end, unheard: the driver would close the connection, and with it go the turns of all.
        return await RunAndMakeRoom(statements, read).WaitAsync(cancellation);
    });

    /// <summary>
    /// Nothing can be asked any more, and every turn of this session is lost: for when it is unknown which locks the server holds for it.
    /// </summary>
    public void GiveUp() => isOver = true;

    /// <summary>
    /// Waits for what is being asked, refuses what would be asked afterwards, and frees every turn. In the pool the connection would keep
    /// its locks, so they are given back first; one that cannot give them back is closed for good.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        isOver = true;
        await oneAtATime.WaitAsync();
        try
        {
            if (connection.State is ConnectionState.Open)
                await Storage.Ask(
                    () => Run(batch => batch.Add("select pg_advisory_unlock_all()"), _ => Task.FromResult(true)));
        }
        catch (StorageException)
        {
            NpgsqlConnection.ClearPool(connection);
        }
        finally
        {
            await connection.DisposeAsync();
            oneAtATime.Release();
        }
    }

    private async Task<T> RunAndMakeRoom<T>(Action<FeedBatch> statements, Func<NpgsqlDataReader, Task<T>> read)
    {
        try
        {
            return IsOpen
                ? await Run(statements, read)
                : throw new IOException("The turn is lost with its connection.");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<T> Run<T>(Action<FeedBatch> statements, Func<NpgsqlDataReader, Task<T>> read)
    {
        await using var batch = new FeedBatch(connection.CreateBatch());
        statements(batch);
        await using var reader = await batch.ReadAsync(CancellationToken.None);
        return await read(reader);
    }
}

/// <summary>Statements that travel together on the session's connection.</summary>
internal sealed class FeedBatch(NpgsqlBatch batch) : IAsyncDisposable
{
    public BatchStatement Add(string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return new BatchStatement(command.Parameters);
    }

    public Task<NpgsqlDataReader> ReadAsync(CancellationToken cancellation) => batch.ExecuteReaderAsync(cancellation);

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}

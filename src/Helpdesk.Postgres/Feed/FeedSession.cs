using System.Data;
using Helpdesk.Domain.Feed;
using Npgsql;

namespace Helpdesk.Postgres.Feed;

/// <summary>
/// The one connection on which this process follows the feed. It holds the locks that say whose turn it is, and everything is read and saved on it:
/// whoever loses it has lost the turn and cannot save any more.
/// </summary>
internal sealed class FeedSession(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Consumers whose turn is held here. The server would give it to the same session twice.</summary>
    public HashSet<string> Held { get; } = new(StringComparer.Ordinal);

    // Busy is open too: while a question is under way the state says Executing or Fetching beside Open.
    public bool IsOpen => (connection.FullState & (ConnectionState.Open | ConnectionState.Broken)) == ConnectionState.Open;

    /// <exception cref="StorageException">The connection is gone, and every turn with it.</exception>
    public Task<T> Ask<T>(Action<FeedBatch> statements, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (!IsOpen)
                throw new IOException("The turn is lost with its connection.");
            await using var batch = new FeedBatch(connection.CreateBatch());
            statements(batch);
            await using var reader = await batch.ReadAsync(cancellation);
            return await read(reader);
        }
        finally
        {
            oneAtATime.Release();
        }
    });

    /// <summary>In the pool the connection would keep its locks, so they are given back first; one that cannot is closed by that.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (IsOpen)
                await Ask(batch => batch.Add("select pg_advisory_unlock_all()"), _ => Task.FromResult(true), CancellationToken.None);
        }
        catch (StorageException)
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await connection.DisposeAsync();
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

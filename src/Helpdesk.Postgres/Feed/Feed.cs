namespace Helpdesk.Postgres.Feed;

/// <summary>
/// Turns are advisory locks of one session: the server frees them when their process dies, at once and by itself. A host stops this after
/// whoever follows the feed (which is registered later) and before the database: the session must not outlive its server, nor end under
/// somebody who still asks.
/// </summary>
internal sealed class Feed(Database database) : IFeed, IHostedService, IAsyncDisposable
{
    private const int LockClass = 0x66656564; // "feed"

    private readonly SemaphoreSlim opening = new(1);
    private FeedSession? session;
    private bool hasEnded;

    public async Task<IFeedTurn?> TryTake(string consumer, CancellationToken cancellation)
    {
        var session = await Session(cancellation);
        lock (session.Held)
        {
            if (!session.Held.Add(consumer))
                return null;
        }

        FeedPlace? place = null;
        try
        {
            place = await session.Ask(batch => AddTake(batch, consumer), ReadTaken, cancellation);
        }
        catch
        {
            // Whether the server has granted it is unknown.
            session.GiveUp();
            throw;
        }
        finally
        {
            if (place is null)
                Free(session, consumer);
        }

        return place is { } saved ? new FeedTurn(session, consumer, saved, Free) : null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    /// <summary>Afterwards every turn is free for other processes, and none can be taken here.</summary>
    public async ValueTask DisposeAsync()
    {
        await opening.WaitAsync();
        try
        {
            hasEnded = true;
            if (session is not null)
                await session.DisposeAsync();
            session = null;
        }
        finally
        {
            opening.Release();
        }
    }

    internal static void AddRelease(FeedBatch batch, string consumer) =>
        batch.Add("select pg_advisory_unlock($1, hashtext($2))").With(LockClass).With(consumer);

    private static void AddTake(FeedBatch batch, string consumer)
    {
        batch.Add("select pg_try_advisory_lock($1, hashtext($2))").With(LockClass).With(consumer);
        batch.Add("select tx, position from feed_position where consumer = $1").With(consumer);
    }

    // null: somebody else has the turn.
    private static async Task<FeedPlace?> ReadTaken(NpgsqlDataReader reader)
    {
        await reader.ReadAsync();
        if (!reader.GetBoolean(0))
            return null;
        await reader.NextResultAsync();
        return await reader.ReadAsync() ? FeedTurn.ReadPlace(reader) : FeedPlace.Start;
    }

    private static void Free(FeedSession session, string consumer)
    {
        lock (session.Held)
            session.Held.Remove(consumer);
    }

    private async Task<FeedSession> Session(CancellationToken cancellation)
    {
        await opening.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(hasEnded, this);
            if (session is { IsOpen: true })
                return session;
            if (session is not null)
                await session.DisposeAsync();
            session = null;
            return session = await Storage.Ask(async () => new FeedSession(await database.Worker.OpenConnectionAsync(cancellation)));
        }
        finally
        {
            opening.Release();
        }
    }
}

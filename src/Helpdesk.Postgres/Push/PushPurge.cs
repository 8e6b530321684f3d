using Helpdesk.Domain.Push;

namespace Helpdesk.Postgres.Push;

/// <summary>Browsers that came back no more: nobody asks them to be told any longer.</summary>
internal sealed class PushPurge(Database database) : IPurge
{
    public string What => "devices that were notified";

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            delete from push_subscription where ctid = any (array(select ctid from push_subscription where renewed_at < $1 limit $2))
            """).With(now - PushSubscription.Kept).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });
}

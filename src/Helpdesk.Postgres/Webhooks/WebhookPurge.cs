namespace Helpdesk.Postgres.Webhooks;

/// <summary>Deliveries that have ended: what they tell is kept no longer than somebody may want it sent again.</summary>
internal sealed class WebhookPurge(Database database) : IPurge
{
    public string What => "deliveries of webhooks";

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            delete from webhook_delivery where ctid = any (array(
                select ctid from webhook_delivery where next_at is null and created_at < now() - interval '30 days' limit $1))
            """).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });
}

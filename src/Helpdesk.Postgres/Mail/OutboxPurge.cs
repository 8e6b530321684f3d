namespace Helpdesk.Postgres.Mail;

/// <summary>Mails whose way has ended: addresses are kept no longer than somebody may ask about them.</summary>
internal sealed class OutboxPurge(Database database) : IPurge
{
    public string What => "mails";

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            delete from outgoing_mail where ctid = any (array(
                select ctid from outgoing_mail where next_at is null and queued_at < now() - interval '30 days' limit $1))
            """).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });
}

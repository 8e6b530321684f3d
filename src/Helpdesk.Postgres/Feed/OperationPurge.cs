namespace Helpdesk.Postgres.Feed;

/// <summary>A retry that is later than that is a new command.</summary>
internal sealed class OperationPurge(Database database) : IPurge
{
    public string What => "operations";

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            delete from operation where ctid = any (array(
                select ctid from operation where at < now() - interval '72 hours' limit $1))
            """).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });
}

namespace Helpdesk.Postgres.Feed;

internal sealed class OperationPurge(Database database) : IOperationPurge
{
    public Task<int> Purge(int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            delete from operation where ctid = any (array(
                select ctid from operation where at < now() - interval '72 hours' limit $1))
            """).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });
}

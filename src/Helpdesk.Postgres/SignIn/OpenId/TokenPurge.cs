namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>
/// Forgets tokens that are over. Not those that are used up and would still be good: only by its row is one recognized that comes back.
/// With a session go its tokens, whatever they are.
/// </summary>
internal sealed class TokenPurge(Database database) : IPurge
{
    public string What => "tokens";

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            delete from oidc_token t using (select tenant_id, id from oidc_token where expires_at < $1 order by expires_at limit $2) over
            where t.tenant_id = over.tenant_id and t.id = over.id
            """).With(now).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });
}

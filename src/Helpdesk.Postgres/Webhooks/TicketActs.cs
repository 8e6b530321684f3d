using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Postgres.Webhooks;

internal sealed class TicketActs(Database database) : ITicketActs
{
    // What one command appends has one transaction and one moment. Either alone would not do: a restored dump has few transactions, and a
    // clock may stand still.
    public Task<ActSpan?> SpanOf(FeedEvent happened, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(happened.Tenant);
        batch.Add("""
            select min(a.version), max(a.version) from event e
            join event a on a.tenant_id = e.tenant_id and a.stream_id = e.stream_id and a.tx = e.tx and a.at = e.at
            where e.tenant_id = $1 and e.stream_id = $2 and e.version = $3
            """).With(happened.Tenant.Value).With(happened.Stream).With(happened.Version);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !reader.IsDBNull(0) ? new ActSpan(reader.GetInt32(0), reader.GetInt32(1)) : null;
    });
}

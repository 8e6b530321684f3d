using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>Whoever says something has read what stands before it: in the transaction of their words.</summary>
internal static class TicketReadRows
{
    private const string Advance = """
        insert into ticket_read as present (tenant_id, account_id, ticket_id, version)
        select $1, account_id, $3, case when role = 'customer' then $5 else $4 end from membership where tenant_id = $1 and account_id = $2
        on conflict (tenant_id, account_id, ticket_id) do update set version = excluded.version, tx = excluded.tx
        where present.version < excluded.version
        """;

    public static void AddWrite(TenantBatch batch, Append<Ticket, TicketEvent> append)
    {
        foreach (var by in TicketReading.SpokenBy(append.Events))
            batch.Add(Advance).With(append.Tenant.Value).With(by.Value).With(append.Stream).With(append.After.Version)
                .With(append.After.PublicVersion);
    }
}

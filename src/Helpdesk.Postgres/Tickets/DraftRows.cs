using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>What is sent is no draft any more: it goes in the transaction of the comment, or of the ticket, that it became.</summary>
internal static class DraftRows
{
    // Also where nothing was saved: what was typed last may still be on its way, and must not come back.
    private const string Clear = """
        insert into draft (tenant_id, ticket_id, kind, account_id, version, saved_at) values ($1, $2, $3, $4, 1, $5)
        on conflict (tenant_id, ticket_id, kind, account_id) do update
            set version = draft.version + 1, saved_at = excluded.saved_at, shared = false, content = null
            where $6::text is null or draft.content ->> 'body' = $6
        """;

    public static string WordOf(DraftKind? kind) => kind is { } known ? Words<DraftKind>.Of(known) : "new_ticket";

    public static void AddWrite(TenantBatch batch, Append<Ticket, TicketEvent> append)
    {
        foreach (var sent in TicketDrafts.SentWith(new(append.Stream), append.Before, append.After, append.Events))
            batch.Add(Clear).With(append.Tenant.Value).With(sent.Ticket?.Value ?? Guid.Empty).With(WordOf(sent.Kind)).With(sent.By.Value)
                .With(sent.At).With(sent.OnlyOf);
        if (append.Events.Any(recorded => recorded.Event is TicketEvent.Deleted))
            batch.Add("delete from draft where tenant_id = $1 and ticket_id = $2").With(append.Tenant.Value).With(append.Stream);
    }
}

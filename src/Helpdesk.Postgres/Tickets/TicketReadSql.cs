namespace Helpdesk.Postgres.Tickets;

/// <summary>What of a ticket is unread, as a condition on its row; the same as <c>TicketReading.IsUnread</c>.</summary>
internal static class TicketReadSql
{
    /// <summary>The last act that is not the reader's own, in the versions that they read.</summary>
    public static string OfOthers(bool customer, string reader, string ticket = "ticket")
    {
        var acted = ticket + (customer ? ".public_acted" : ".acted");
        return $"case when {acted}_by is not distinct from {reader} then {acted}_before else {acted}_version end";
    }

    /// <summary>
    /// In two parts that are each joined once, so that a long list costs no look for every ticket: nothing of others is behind the mark;
    /// or the reader wants to look again.
    /// </summary>
    public static string IsUnread(bool customer, string reader) => $"""
        ((({OfOthers(customer, reader)}) > 0 and not exists (select from ticket_read r where r.tenant_id = ticket.tenant_id
                and r.account_id = {reader} and r.ticket_id = ticket.id and r.version >= ({OfOthers(customer, reader)})))
            or ticket.id in (select r.ticket_id from ticket_read r where r.account_id = {reader} and r.version = -1))
        """;
}

using Helpdesk.Domain;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Notifications;

/// <summary>
/// Writes what must be told beside the event that owes it: new rows only, so appends of different tickets never wait for each other, however many are
/// owed to one person.
/// </summary>
internal static class NotificationItems
{
    // What nobody would read is told one level up: who has left is replaced by the managers, and where there are none by the admins. Whoever
    // has switched a kind off is not replaced: they chose it.
    private const string ToPeople = """
        with staff as (
            select account_id, role, muted from membership where tenant_id = $1 and status = 'active' and role in ('agent', 'manager', 'admin')
        )
        insert into notification_item
            (tenant_id, stream_id, version, recipient, account_id, kind, number, target, step, due_at, at, tell_at)
        select $1, $2, $3, account_id::text, account_id, $5, $6, $7, $8, $9, $10, $11 from staff
        where not ($5 = any (muted)) and case
            when exists (select from staff where account_id = $4::uuid) then account_id = $4::uuid
            when exists (select from staff where role = 'manager') then role = 'manager'
            else role = 'admin'
        end
        """;

    private const string ToAddress = """
        insert into notification_item (tenant_id, stream_id, version, recipient, email, kind, number, target, step, due_at, at, tell_at)
        values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    public static void AddOwed(TenantBatch batch, Append<Ticket, TicketEvent> append)
    {
        foreach (var recorded in append.Events)
        {
            if (recorded.Event is TicketEvent.NotificationOwed owed)
                Add(batch, append, recorded, owed);
        }
    }

    private static void Add(TenantBatch batch, Append<Ticket, TicketEvent> append, Recorded<TicketEvent> recorded, TicketEvent.NotificationOwed owed)
    {
        var statement = batch.Add(owed.To is SlaRecipient.Email ? ToAddress : ToPeople)
            .With(append.Tenant.Value).With(append.Stream).With(recorded.Version);
        statement = owed.To switch
        {
            SlaRecipient.Email email => statement.With(email.Address),
            // Teams are words: until they have members, their managers answer for them.
            SlaRecipient.Account account => statement.With((Guid?)account.Id.Value),
            _ => statement.With((Guid?)null),
        };
        statement.With(Words<NotificationKind>.Of(owed.Missed ? NotificationKind.SlaBreach : NotificationKind.SlaWarning)).With(append.After.Number)
            .With(Words<SlaTarget>.Of(owed.About.Target)).With(owed.About.Step).With(owed.About.At).With(recorded.At).With(owed.TellAt ?? recorded.At);
    }
}

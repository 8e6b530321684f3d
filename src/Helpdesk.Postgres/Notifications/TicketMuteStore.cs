using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Notifications;

internal sealed class TicketMuteStore(Database database) : ITicketMutes
{
    // $1 tenant, $2 reader, $3 ticket, $4 whether staff.
    private const string Seen =
        "(select t.id from ticket t where t.tenant_id = $1 and t.id = $3 and not t.deleted and ($4 or t.requester = $2)) seen";

    private const string Stands = $"""
        select exists (select from ticket_mute m where m.tenant_id = $1 and m.account_id = $2 and m.ticket_id = seen.id) from {Seen}
        """;

    private const string Mute =
        $"insert into ticket_mute (tenant_id, account_id, ticket_id) select $1, $2, seen.id from {Seen} on conflict do nothing";

    private const string Unmute =
        $"delete from ticket_mute m using {Seen} where m.tenant_id = $1 and m.account_id = $2 and m.ticket_id = seen.id";

    public Task<bool?> Of(Member reader, TicketId ticket, CancellationToken cancellation) => Ask(reader, ticket, act: null, cancellation);

    public Task<bool?> Choose(Member reader, TicketId ticket, bool muted, CancellationToken cancellation) =>
        Ask(reader, ticket, muted ? Mute : Unmute, cancellation);

    private Task<bool?> Ask(Member reader, TicketId ticket, string? act, CancellationToken cancellation) => Storage.Ask<bool?>(async () =>
    {
        await using var batch = database.ForTenant(reader.Tenant);
        if (act is not null)
            Of(batch.Add(act));
        Of(batch.Add(Stands));
        await using var found = await batch.ReadAsync(cancellation);
        return await found.ReadAsync(cancellation) ? found.GetBoolean(0) : null;

        BatchStatement Of(BatchStatement statement) =>
            statement.With(reader.Tenant.Value).With(reader.Account.Value).With(ticket.Value).With(reader.IsStaff);
    });
}

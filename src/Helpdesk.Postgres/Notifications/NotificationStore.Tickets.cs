using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Notifications;

/// <summary>Notifications by ticket, and what was read of them.</summary>
internal sealed partial class NotificationStore
{
    // What the reader may not read any more leaves nothing, not even its number.
    private const string ByTicket = """
        with told as (
            select i.stream_id, i.number, t.subject, i.kind, i.tell_at, i.read_at is null and n.read_at is null as unread
            from notification_item i
            join ticket t on t.tenant_id = i.tenant_id and t.id = i.stream_id and not t.deleted and ($3 or t.requester = $2)
            left join notification n on n.tenant_id = i.tenant_id and n.id = i.notification_id
            where i.tenant_id = $1 and i.account_id = $2 and i.tell_at <= $4 and i.withdrawn_at is null and i.kind = any ($5)
        ), entry as (
            select stream_id, min(number) as number, min(subject) as subject, count(*) as items, count(*) filter (where unread) as unread,
                array_agg(distinct kind) as kinds, min(tell_at) as first_at, max(tell_at) as at
            from told group by stream_id
        )
        """;

    private const string ReadOfTicket = """
        update notification_item set read_at = $4
        where tenant_id = $1 and account_id = $2 and stream_id = $3 and tell_at <= $4 and read_at is null
        """;

    // One that tells of several is read when all of them are.
    private const string ReadWhole = """
        update notification n set read_at = $4, is_open = false
        where n.tenant_id = $1 and n.account_id = $2 and n.read_at is null
            and n.id in (select notification_id from notification_item where tenant_id = $1 and account_id = $2 and stream_id = $3)
            and not exists (select from notification_item i where i.tenant_id = $1 and i.notification_id = n.id and i.read_at is null)
        """;

    public Task<NotifiedTicketPage> Tickets(NotificationQuery query, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(query.Reader.Tenant);
        Begin(batch.Add($"""
            {ByTicket} select entry.*, exists (
                select from ticket_mute m where m.tenant_id = $1 and m.account_id = $2 and m.ticket_id = entry.stream_id)
            from entry
            where (not $6 or unread > 0) and ($7::timestamptz is null or (at, stream_id) < ($7, $8)) order by at desc, stream_id desc limit $9
            """)).With(query.UnreadOnly).With(query.After?.At).With(query.After?.Id).With(query.Limit + 1);
        Begin(batch.Add($"{ByTicket} select count(*) filter (where not $6 or unread > 0), count(*) filter (where unread > 0) from entry"))
            .With(query.UnreadOnly);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<NotifiedOfTicket>();
        while (await reader.ReadAsync(cancellation))
            found.Add(ReadEntry(reader));
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var items = found.Take(query.Limit).ToList();
        var next = found.Count > query.Limit ? new NotificationPlace(items[^1].At, items[^1].Ticket.Value) : null;
        return new NotifiedTicketPage(items, next, (int)reader.GetInt64(0), (int)reader.GetInt64(1));

        BatchStatement Begin(BatchStatement statement) => statement.With(query.Reader.Tenant.Value).With(query.Reader.Account.Value)
            .With(query.Reader.IsStaff).With(now).With(KindsFor(query.Reader));
    });

    public Task<bool> ReadTicket(Member reader, TicketId ticket, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var (tenant, account) = (reader.Tenant.Value, reader.Account.Value);
        await using var batch = database.ForTenant(reader.Tenant);
        AddGathering(batch, reader, now);
        batch.Add(ReadOfTicket).With(tenant).With(account).With(ticket.Value).With(now);
        batch.Add(ReadWhole).With(tenant).With(account).With(ticket.Value).With(now);
        batch.Add("""
            select exists (select from notification_item i
                join ticket t on t.tenant_id = i.tenant_id and t.id = i.stream_id and not t.deleted and ($4 or t.requester = $2)
                where i.tenant_id = $1 and i.account_id = $2 and i.stream_id = $3)
            """).With(tenant).With(account).With(ticket.Value).With(reader.IsStaff);
        await using var found = await batch.ReadAsync(cancellation);
        return await found.ReadAsync(cancellation) && found.GetBoolean(0);
    });

    public Task ReadAll(Member reader, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var (tenant, account) = (reader.Tenant.Value, reader.Account.Value);
        await using var batch = database.ForTenant(reader.Tenant);
        AddGathering(batch, reader, now);
        batch.Add("""
            update notification_item set read_at = $3 where tenant_id = $1 and account_id = $2 and tell_at <= $3 and read_at is null
            """).With(tenant).With(account).With(now);
        batch.Add("update notification set read_at = $3, is_open = false where tenant_id = $1 and account_id = $2 and read_at is null")
            .With(tenant).With(account).With(now);
        return await batch.ExecuteAsync(cancellation);
    });

    private static void AddGathering(TenantBatch batch, Member reader, Instant now)
    {
        batch.Add(Seal).With(reader.Tenant.Value).With(reader.Account.Value).With(now - NotificationRules.Window);
        batch.Add(Gather).With(reader.Tenant.Value).With(reader.Account.Value).With(now);
    }

    private static NotifiedOfTicket ReadEntry(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetString(2), (int)row.GetInt64(3), (int)row.GetInt64(4),
        [.. row.GetFieldValue<string[]>(5).Select(kind => Words<NotificationKind>.Parse(kind)!.Value).Order()], row.GetInstant(6),
        row.GetInstant(7))
    { IsMuted = row.GetBoolean(8) };
}

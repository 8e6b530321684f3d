using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Postgres.Notifications;

internal sealed partial class NotificationStore(Database database) : INotifications
{
    private const string Seal =
        "update notification set is_open = false where tenant_id = $1 and account_id = $2 and is_open and first_at <= $3";

    // Two looks at once: the second waits for the items of the first, and finds that they are told.
    private const string Gather = """
        with untold as (
            select stream_id, version, recipient, kind, tell_at from notification_item
            where tenant_id = $1 and account_id = $2 and notification_id is null and tell_at <= $3
            order by stream_id, version for update
        ), told as (
            insert into notification (tenant_id, id, account_id, kind, first_at, last_at, items, is_open)
            select $1, gen_random_uuid(), $2, kind, min(tell_at), max(tell_at), count(*), true from untold group by kind
            on conflict (tenant_id, account_id, kind) where is_open do update
                set last_at = greatest(notification.last_at, excluded.last_at), items = notification.items + excluded.items
            returning id, kind
        )
        update notification_item item set notification_id = told.id from untold join told using (kind)
        where item.tenant_id = $1 and item.stream_id = untold.stream_id and item.version = untold.version
            and item.recipient = untold.recipient
        """;

    private const string Shown = """
        select n.id, n.kind, n.first_at, n.last_at, n.items, n.read_at, named.tickets, named.numbers, named.targets, named.steps,
            named.moments, named.abouts, named.withdrawals
        from notification n cross join lateral (
            select coalesce(array_agg(stream_id), '{}'), coalesce(array_agg(number), '{}'), coalesce(array_agg(target), '{}'),
                coalesce(array_agg(step), '{}'), coalesce(array_agg(due_at), '{}'), coalesce(array_agg(about::text), '{}'),
                coalesce(array_agg(withdrawn_at), '{}')
            from (
                select stream_id, number, target, step, due_at, about, withdrawn_at from notification_item
                where tenant_id = $1 and notification_id = n.id order by tell_at desc, due_at desc, stream_id limit $3
            ) newest
        ) named (tickets, numbers, targets, steps, moments, abouts, withdrawals)
        where n.tenant_id = $1 and n.account_id = $2 and n.kind = any ($4)
        """;

    // Something that it tells stands: what was taken back, or is of a deleted ticket, is there to be seen and waits for nobody.
    private const string IsUnread = """
        (n.read_at is null and exists (select from notification_item i
            where i.tenant_id = n.tenant_id and i.notification_id = n.id and i.withdrawn_at is null))
        """;

    private const string Page = $"""
        {Shown} and (not $5 or {IsUnread}) and ($6::timestamptz is null or (n.last_at, n.id) < ($6, $7))
             order by n.last_at desc, n.id desc limit $8
        """;

    private const string Count = $"""
        select count(*) filter (where not $3 or {IsUnread}), count(*) filter (where {IsUnread}) from notification n
        where tenant_id = $1 and account_id = $2 and kind = any ($4)
        """;

    public Task<NotificationPage> Find(NotificationQuery query, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var (tenant, account, kinds) = (query.Reader.Tenant.Value, query.Reader.Account.Value, KindsFor(query.Reader));
        await using var batch = database.ForTenant(query.Reader.Tenant);
        AddGathering(batch, query.Reader, now);
        batch.Add(Page).With(tenant).With(account).With(NotificationRules.Named).With(kinds).With(query.UnreadOnly)
            .With(query.After?.At).With(query.After?.Id).With(query.Limit + 1);
        batch.Add(Count).With(tenant).With(account).With(query.UnreadOnly).With(kinds);

        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<Notification>();
        while (await reader.ReadAsync(cancellation))
            found.Add(ReadOne(reader));
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var items = found.Take(query.Limit).ToList();
        var next = found.Count > query.Limit ? new NotificationPlace(items[^1].At, items[^1].Id) : null;
        return new NotificationPage(items, next, (int)reader.GetInt64(0), (int)reader.GetInt64(1));
    });

    public Task<Notification?> Read(Member reader, Guid id, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var (tenant, account, kinds) = (reader.Tenant.Value, reader.Account.Value, KindsFor(reader));
        await using var batch = database.ForTenant(reader.Tenant);
        batch.Add("""
            update notification set read_at = $4, is_open = false
            where tenant_id = $1 and account_id = $2 and id = $3 and read_at is null and kind = any ($5)
            """).With(tenant).With(account).With(id).With(now).With(kinds);
        batch.Add(Shown + " and n.id = $5").With(tenant).With(account).With(NotificationRules.Named).With(kinds).With(id);
        await using var found = await batch.ReadAsync(cancellation);
        return await found.ReadAsync(cancellation) ? ReadOne(found) : null;
    });

    // What a later version told in kinds of its own is left to it.
    private static string[] KindsFor(Member reader) => [.. NotificationRules.ShownTo(reader).Select(Words<NotificationKind>.Of)];

    private static SlaTarget? TargetOf(string? word) => word is null ? null : Words<SlaTarget>.Parse(word);

    private static Notification ReadOne(NpgsqlDataReader row)
    {
        var (subjects, numbers) = (row.GetFieldValue<Guid[]>(6), row.GetFieldValue<string?[]>(7));
        var (targets, steps, moments) =
            (row.GetFieldValue<string?[]>(8), row.GetFieldValue<string?[]>(9), row.GetFieldValue<DateTime[]>(10));
        var (abouts, withdrawals) = (row.GetFieldValue<string?[]>(11), row.GetFieldValue<DateTime?[]>(12));
        var (tickets, notices) = (new List<NotifiedTicket>(), new List<NotifiedEvent>());
        for (var at = 0; at < subjects.Length; at++)
        {
            var moment = Instant.FromDateTimeUtc(moments[at]);
            if (abouts[at] is { } about)
                notices.Add(new(subjects[at], moment, about));
            else
                tickets.Add(new(subjects[at], numbers[at]!, TargetOf(targets[at]), steps[at], moment)
                { WithdrawnAt = withdrawals[at] is { } gone ? Instant.FromDateTimeUtc(gone) : null });
        }

        return new(
            row.GetGuid(0), Words<NotificationKind>.Parse(row.GetString(1))!.Value, row.GetInstant(2), row.GetInstant(3), row.GetInt32(4),
            row.GetInstantOrNull(5), tickets, notices);
    }
}

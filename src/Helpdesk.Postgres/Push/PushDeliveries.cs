using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Push;
using Helpdesk.Domain.Sla;
using Helpdesk.Postgres.Notifications;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.Push;

internal sealed class PushDeliveries(Database database) : IPushDeliveries
{
    private const int Reader = 9;

    // Whoever waits for a row that another process takes finds its time moved, and passes it over.
    private static readonly string TakeDue = $"""
        with waiting as (
            select tenant_id, stream_id, version, recipient, push_at, row_number() over (partition by tenant_id order by push_at) as nth
            from (select * from notification_item where push_at <= coalesce($1, now()) order by push_at limit 2000) first
        ), due as (
            update notification_item i set push_at = coalesce($1, now()) + make_interval(secs => $2)
            from (select * from waiting where nth <= 100 order by push_at limit $3) w
            where i.tenant_id = w.tenant_id and i.stream_id = w.stream_id and i.version = w.version and i.recipient = w.recipient
                and i.push_at <= coalesce($1, now())
            returning i.*
        )
        select due.tenant_id, due.stream_id, due.version, due.recipient, due.kind, due.tell_at, due.withdrawn_at is not null,
            due.read_at is not null or n.read_at is not null, t.priority, {NoticeReaderRow.Columns}
        from due
        left join ticket t on t.tenant_id = due.tenant_id and t.id = due.stream_id
        left join notification n on n.tenant_id = due.tenant_id and n.id = due.notification_id
        left join membership m on m.tenant_id = due.tenant_id and m.account_id = due.account_id
        {NoticeReaderRow.Joins("due.stream_id")}
        order by due.tell_at, due.stream_id, due.version
        """;

    private const string Keys = """
        update notification_item i set push_at = $2
        from unnest($3::uuid[], $4::int[], $5::text[]) told (stream_id, version, recipient)
        where i.tenant_id = $1 and i.stream_id = told.stream_id and i.version = told.version and i.recipient = told.recipient
            and i.push_at is not null
        """;

    // What is under way to a browser already is told as the newest; a service that wants to be left alone is left alone.
    private const string QueueForDevices = """
        insert into push_delivery (tenant_id, subscription_id, stream_id, host_tenant, version, recipient, service, queued_at, next_at)
        select i.tenant_id, p.id, i.stream_id, p.tenant_id, i.version, i.recipient, p.service, $5, $5
        from notification_item i join push_subscription p on p.account_id = i.account_id and p.tenant_id in (i.tenant_id, $6)
        where i.tenant_id = $1 and i.stream_id = $2 and i.version = $3 and i.recipient = $4
        on conflict (tenant_id, subscription_id, stream_id) do update set version = excluded.version, queued_at = excluded.queued_at
        where push_delivery.version < excluded.version
        """;

    // One service's share of a round: the more, the longer others wait while one is slow.
    private const string TakeDeliveries = """
        with waiting as (
            select tenant_id, subscription_id, stream_id, next_at, row_number() over (partition by service order by next_at) as nth
            from (select * from push_delivery where next_at <= coalesce($1, now()) order by next_at limit 2000) first
        ), taken as (
            update push_delivery d set next_at = coalesce($1, now()) + make_interval(secs => $2)
            from (select * from waiting where nth <= 50 order by next_at limit $3) w
            where d.tenant_id = w.tenant_id and d.subscription_id = w.subscription_id and d.stream_id = w.stream_id
                and d.next_at <= coalesce($1, now())
            returning d.*
        )
        select tenant_id, subscription_id, stream_id, host_tenant, version, recipient, service, attempts, queued_at, next_at
        from taken order by queued_at, subscription_id
        """;

    public Task<IReadOnlyList<DuePush>> TakeNotices(Instant? given, Duration lease, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(TakeDue).With(given).With(lease.TotalSeconds).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var taken = new List<DuePush>();
        while (await reader.ReadAsync(cancellation))
        {
            // One that cannot be read is looked at again when its lease ends, and stops nobody.
            if (ReadOrLeaveOut(reader) is { } notice)
                taken.Add(notice);
        }

        return (IReadOnlyList<DuePush>)taken;
    });

    public Task Carry(PushPlan plan, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var tenant = plan.Notices[0].Tenant;
        await using var batch = database.ForWorker();
        if (plan.Told is { } told)
            batch.Add(QueueForDevices).With(tenant.Value).With(told.Stream).With(told.Version).With(told.Recipient).With(now)
                .With(TenantId.Platform.Value);
        batch.Add(Keys).With(tenant.Value).With(plan.At).With(plan.Notices.Select(notice => notice.Stream).ToArray())
            .With(plan.Notices.Select(notice => notice.Version).ToArray())
            .With(plan.Notices.Select(notice => notice.Recipient).ToArray());
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<IReadOnlyList<PushDelivery>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(TakeDeliveries).With(given).With(lease.TotalSeconds).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var taken = new List<PushDelivery>();
        while (await reader.ReadAsync(cancellation))
            taken.Add(ReadDelivery(reader));
        return (IReadOnlyList<PushDelivery>)taken;
    });

    public Task<PushedNotice?> Find(NoticeKey told, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(told.Tenant);
        batch.Add("""
            select i.kind, i.number, i.target, i.due_at, i.withdrawn_at is not null or i.read_at is not null or n.read_at is not null
            from notification_item i left join notification n on n.tenant_id = i.tenant_id and n.id = i.notification_id
            where i.tenant_id = $1 and i.stream_id = $2 and i.version = $3 and i.recipient = $4
            """).With(told.Tenant.Value).With(told.Stream).With(told.Version).With(told.Recipient);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) && Words<NotificationKind>.Parse(reader.GetString(0)) is { } kind
            ? new PushedNotice(
                kind, reader.GetStringOrNull(1), Words<SlaTarget>.Parse(reader.GetStringOrNull(2)), reader.GetInstant(3),
                reader.GetBoolean(4))
            : null;
    });

    public Task Save(PushDelivery delivery, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        Place(batch.Add("""
            update push_delivery set attempts = $4, next_at = $5 where tenant_id = $1 and subscription_id = $2 and stream_id = $3
            """), delivery).With(delivery.Attempts).With(delivery.NextAt);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task End(PushDelivery delivery, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        Place(batch.Add("""
            delete from push_delivery where tenant_id = $1 and subscription_id = $2 and stream_id = $3 and version = $4
            """), delivery).With(delivery.Told.Version);
        Place(batch.Add("""
            update push_delivery set attempts = 0, next_at = $5
            where tenant_id = $1 and subscription_id = $2 and stream_id = $3 and version > $4
            """), delivery).With(delivery.Told.Version).With(now);
        return await batch.ExecuteAsync(cancellation);
    });

    private static BatchStatement Place(BatchStatement statement, PushDelivery delivery) => statement
        .With(delivery.Told.Tenant.Value).With(delivery.Subscription).With(delivery.Told.Stream);

    private static PushDelivery ReadDelivery(NpgsqlDataReader row) => new()
    {
        Told = new(new(row.GetGuid(0)), row.GetGuid(2), row.GetInt32(4), row.GetString(5)),
        Host = new(row.GetGuid(3)),
        Subscription = row.GetGuid(1),
        Service = row.GetString(6),
        Attempts = row.GetInt32(7),
        QueuedAt = row.GetInstant(8),
        NextAt = row.GetInstant(9),
    };

    private static DuePush? ReadOrLeaveOut(NpgsqlDataReader row)
    {
        try
        {
            return new()
            {
                Key = new(new(row.GetGuid(0)), row.GetGuid(1), row.GetInt32(2), row.GetString(3)),
                Kind = MembershipRow.Word<NotificationKind>(row.GetString(4)),
                At = row.GetInstant(5),
                IsWithdrawn = row.GetBoolean(6),
                IsRead = !row.IsDBNull(7) && row.GetBoolean(7),
                Priority = row.IsDBNull(8) ? null : (Priority)row.GetInt16(8),
                Reader = row.IsDBNull(Reader) ? null : NoticeReaderRow.Read(row, Reader),
            };
        }
        catch (UnreadableException)
        {
            return null;
        }
    }
}

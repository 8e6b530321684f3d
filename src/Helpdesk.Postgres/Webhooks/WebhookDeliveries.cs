using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Postgres.Webhooks;

internal sealed class WebhookDeliveries(Database database) : IWebhookDeliveries
{
    // For one webhook; the more, the longer others wait while one has much to tell.
    private const int MostOfWebhook = 20;

    private static readonly string Columns = string.Join(", ", WebhookDeliveryRow.Names.Split(", ").Select(name => $"d.{name}"));

    public Task Queue(IReadOnlyList<WebhookDelivery> deliveries, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(deliveries[0].Tenant);
        foreach (var delivery in deliveries)
            WebhookDeliveryRow.Add(
                batch.Add($"""
                    insert into webhook_delivery ({WebhookDeliveryRow.Names}) values ({WebhookDeliveryRow.Values}) on conflict do nothing
                    """), delivery);
        return await batch.ExecuteAsync(cancellation);
    });

    // Whoever waits for a row that another process takes finds its time moved, and passes it over.
    public Task<IReadOnlyList<WebhookDelivery>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation) => Read(
        database.ForWorker, batch => batch.Add($"""
            with waiting as (
                select tenant_id, id, next_at, row_number() over (partition by tenant_id, webhook_id order by next_at, created_at) as nth
                from (
                    select tenant_id, id, webhook_id, next_at, created_at from webhook_delivery
                    where next_at <= coalesce($1, now()) order by next_at limit 2000) first),
            taken as (
                update webhook_delivery d set next_at = coalesce($1, now()) + make_interval(secs => $2) from (
                    select tenant_id, id from waiting where nth <= {MostOfWebhook} order by next_at limit $3) w
                where d.tenant_id = w.tenant_id and d.id = w.id and d.next_at <= coalesce($1, now())
                returning d.*)
            select {Columns} from taken d order by d.created_at, d.ticket_version, d.id
            """).With(given).With(lease.TotalSeconds).With(limit), cancellation);

    public Task Save(WebhookDelivery delivery, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(delivery.Tenant);
        AddSave(batch, delivery);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<bool> HasArrived(TenantId tenant, Guid webhook, Instant since, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select exists (select from webhook_delivery where tenant_id = $1 and webhook_id = $2 and delivered_at >= $3)")
            .With(tenant.Value).With(webhook).With(since);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) && reader.GetBoolean(0);
    });

    public Task Forget(TenantId tenant, TicketId ticket, Guid? comment, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            update webhook_delivery set body = null, next_at = null,
                state = case when state in ('queued', 'delayed') then 'dropped' else state end,
                last_fault = case when state in ('queued', 'delayed') then $4 else last_fault end
            where tenant_id = $1 and ticket_id = $2 and event <> $3 and body is not null
                and ($5::uuid is null or comment_id = $5)
            """).With(tenant.Value).With(ticket.Value).With(WebhookKinds.Deleted).With(Words<DeliveryFault>.Of(DeliveryFault.Withdrawn))
            .With(comment);
        return await batch.ExecuteAsync(cancellation);
    });

    public async Task<WebhookDelivery?> Find(TenantId tenant, Guid webhook, Guid delivery, CancellationToken cancellation) =>
        (await Read(
            () => database.ForTenant(tenant),
            batch => batch.Add($"select {Columns} from webhook_delivery d where d.tenant_id = $1 and d.webhook_id = $2 and d.id = $3")
                .With(tenant.Value).With(webhook).With(delivery), cancellation)).SingleOrDefault();

    public Task<IReadOnlyList<WebhookDelivery>> List(
        TenantId tenant, Guid webhook, IReadOnlyList<DeliveryState> states, DeliveryPlace? after, int limit,
        CancellationToken cancellation) => Read(() => database.ForTenant(tenant), batch => batch.Add($"""
            select {Columns} from webhook_delivery d
            where d.tenant_id = $1 and d.webhook_id = $2 and (cardinality($3) = 0 or d.state = any ($3))
                and ($4::timestamptz is null or (d.created_at, d.id) < ($4, $5))
            order by d.created_at desc, d.id desc limit $6
            """).With(tenant.Value).With(webhook).With(states.Select(Words<DeliveryState>.Of).ToArray()).With(after?.CreatedAt)
            .With(after?.Id ?? Guid.Empty).With(limit), cancellation);

    public Task Replay(
        WebhookDelivery delivery, WebhookDeliveryEvent.Replayed happened, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(delivery.Tenant);
        AddSave(batch, delivery);
        EventAppender.Add(batch.Add, delivery.Tenant, delivery.Id, trace, happened);
        return await batch.ExecuteAsync(cancellation);
    });

    // Its body is never written anew, only forgotten.
    private static void AddSave(TenantBatch batch, WebhookDelivery delivery) => batch.Add("""
        update webhook_delivery set state = $3, attempts = $4, last_at = $5, last_status = $6, last_fault = $7, next_at = $8,
            delivered_at = $9, body = case when $10 then body end
        where tenant_id = $1 and id = $2
        """)
        .With(delivery.Tenant.Value).With(delivery.Id).With(Words<DeliveryState>.Of(delivery.State)).With(delivery.Attempts)
        .With(delivery.LastAt).With(delivery.LastStatus)
        .With(delivery.LastFault is { } fault ? Words<DeliveryFault>.Of(fault) : null).With(delivery.NextAt).With(delivery.DeliveredAt)
        .With(delivery.Body is not null);

    private static Task<IReadOnlyList<WebhookDelivery>> Read(
        Func<TenantBatch> open, Action<TenantBatch> ask, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = open();
        ask(batch);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<WebhookDelivery>();
        while (await reader.ReadAsync(cancellation))
            found.Add(WebhookDeliveryRow.Read(reader));
        return (IReadOnlyList<WebhookDelivery>)found;
    });
}

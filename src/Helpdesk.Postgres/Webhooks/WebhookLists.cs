using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Postgres.Webhooks;

internal sealed class WebhookLists(Database database)
    : AggregateStore<WebhookList, WebhookListEvent>(database, new DocumentRow<WebhookList, WebhookListEvent>()), IWebhookLists
{
    public Task<IReadOnlyDictionary<TenantId, WebhookList>> Of(
        IReadOnlyCollection<TenantId> tenants, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForWorker();
        batch.Add("select tenant_id, stream_id, state from aggregate where tenant_id = any ($1) and kind = $2")
            .With(tenants.Select(tenant => tenant.Value).ToArray()).With(WebhookList.Kind);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new Dictionary<TenantId, WebhookList>();
        while (await reader.ReadAsync(cancellation))
        {
            var (tenant, stream) = (new TenantId(reader.GetGuid(0)), reader.GetGuid(1));
            if (Database.States.ReadOrLeaveOut<WebhookList>(tenant, WebhookList.Kind, stream, reader.GetString(2)) is { } list)
                found.Add(tenant, list);
        }

        return (IReadOnlyDictionary<TenantId, WebhookList>)found;
    });
}

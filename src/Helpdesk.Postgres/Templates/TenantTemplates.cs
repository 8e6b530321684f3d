using System.Text.Json;
using Helpdesk.Domain.Templates;

namespace Helpdesk.Postgres.Templates;

internal sealed class TenantTemplates(Database database)
    : AggregateStore<TenantTemplate, TenantTemplateEvent>(database, new DocumentRow<TenantTemplate, TenantTemplateEvent>()),
        ITenantTemplates
{
    public Task<IReadOnlyList<TenantTemplate>> List(CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(TenantId.Platform);
        batch.Add("select state from aggregate where tenant_id = $1 and kind = $2 order by state ->> 'key' limit $3")
            .With(TenantId.Platform.Value).With(TenantTemplate.Kind).With(TenantTemplate.MostTemplates);
        await using var reader = await batch.ReadAsync(cancellation);
        var templates = new List<TenantTemplate>();
        while (await reader.ReadAsync(cancellation))
            templates.Add(JsonSerializer.Deserialize<TenantTemplate>(reader.GetString(0), RecordJson.Options)!);
        return (IReadOnlyList<TenantTemplate>)templates;
    });
}

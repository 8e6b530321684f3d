using Helpdesk.Domain.Templates;

namespace Helpdesk.Postgres.Templates;

internal sealed class TenantTemplates(Database database)
    : AggregateStore<TenantTemplate, TenantTemplateEvent>(database, new DocumentRow<TenantTemplate, TenantTemplateEvent>()),
        ITenantTemplates
{
    public Task<IReadOnlyList<TenantTemplate>> List(CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(TenantId.Platform);
        batch.Add("select state, stream_id from aggregate where tenant_id = $1 and kind = $2 order by state ->> 'key' limit $3")
            .With(TenantId.Platform.Value).With(TenantTemplate.Kind).With(TenantTemplate.MostTemplates);
        await using var reader = await batch.ReadAsync(cancellation);
        var templates = new List<TenantTemplate>();
        while (await reader.ReadAsync(cancellation))
        {
            if (Database.States.ReadOrLeaveOut<TenantTemplate>(
                TenantId.Platform, TenantTemplate.Kind, reader.GetGuid(1), reader.GetString(0)) is { } template)
                templates.Add(template);
        }

        return (IReadOnlyList<TenantTemplate>)templates;
    });
}

using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

internal sealed class TenantTexts(Database database)
    : AggregateStore<TenantText, TenantTextEvent>(database, new DocumentRow<TenantText, TenantTextEvent>()), ITenantTexts
{
    public Task<IReadOnlyList<(TenantTextKey Key, string Language)>> Written(TenantId tenant, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add("""
            select state ->> 'key', state ->> 'language' from aggregate
            where tenant_id = $1 and kind = $2 and state -> 'own' is not null and state -> 'own' <> 'null'::jsonb
            """).With(tenant.Value).With(TenantText.Kind);
        await using var reader = await batch.ReadAsync(cancellation);
        var written = new List<(TenantTextKey, string)>();
        while (await reader.ReadAsync(cancellation))
        {
            // What was written by a later program and is unknown to this one is not offered.
            if (Words<TenantTextKey>.Parse(reader.GetStringOrNull(0)) is { } key && reader.GetStringOrNull(1) is { } language)
                written.Add((key, language));
        }

        return (IReadOnlyList<(TenantTextKey, string)>)written;
    });
}

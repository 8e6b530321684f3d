using System.Text.Json;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

internal sealed class TenantStore(Database database) : AggregateStore<Tenant, TenantEvent>(database, new TenantRow()), ITenantStore
{
    protected override void Changed(TenantId tenant) => Database.OwnChanges.NoteTenant(tenant);

    public Task Erase(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForWorker();
        batch.Add("select erase_tenant($1)").With(tenant.Value);
        return await batch.ExecuteAsync(cancellation);
    });
}

internal sealed class TenantRow : IRowOf<Tenant, TenantEvent>
{
    public void AddLoad(TenantBatch batch, TenantId tenant, Guid stream) =>
        batch.Add("select state from tenant where id = $1 and version > 0").With(tenant.Value);

    public Tenant Read(NpgsqlDataReader row) => RecordJson.ReadStored<Tenant>(row.GetString(0));

    public void AddWrite(TenantBatch batch, Append<Tenant, TenantEvent> append)
    {
        var tenant = append.After;
        batch.Add("""
            insert into tenant (id, slug, name, number_prefix, status, version, settings, state, created_at, updated_at, erase_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (id) do update set name = excluded.name, status = excluded.status, version = excluded.version,
                settings = excluded.settings,
                state = excluded.state, updated_at = excluded.updated_at, erase_at = excluded.erase_at
            """)
            .With(append.Tenant.Value).With(tenant.Slug).With(tenant.Name).With(tenant.NumberPrefix).With(
                Words<TenantStatus>.Of(tenant.Status))
            .With(tenant.Version).WithJson(JsonSerializer.Serialize(tenant.Settings, RecordJson.Options))
            .WithJson(JsonSerializer.Serialize(tenant, RecordJson.Options)).With(tenant.CreatedAt).With(tenant.UpdatedAt).With(
                tenant.EraseAt);
    }
}

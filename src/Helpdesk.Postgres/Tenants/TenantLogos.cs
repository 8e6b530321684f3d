using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

internal sealed class TenantLogos(Database database) : ITenantLogos
{
    public Task Keep(TenantId tenant, string hash, byte[] png, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            insert into tenant_logo (tenant_id, hash, content, kept_at) values ($1, $2, $3, $4)
            on conflict (tenant_id, hash) do update set kept_at = excluded.kept_at
            """).With(tenant.Value).With(hash).With(png).With(now);
        batch.Add("""
            delete from tenant_logo where tenant_id = $1 and hash in (
                select hash from tenant_logo where tenant_id = $1 order by kept_at desc, hash offset $2)
            """).With(tenant.Value).With(ITenantLogos.Kept);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<byte[]?> Find(TenantId tenant, string hash, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select content from tenant_logo where tenant_id = $1 and hash = $2").With(tenant.Value).With(hash);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetFieldValue<byte[]>(0) : null;
    });
}

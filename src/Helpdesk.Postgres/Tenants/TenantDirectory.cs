using System.Text.Json;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Feed;
using Npgsql;

namespace Helpdesk.Postgres.Tenants;

/// <summary>Reads tenants in the worker's role: a host is resolved before any tenant is known.</summary>
internal sealed class TenantDirectory(Database database) : ITenantDirectory
{
    private const string Select = "select t.id, t.state, l.state from tenant t left join aggregate l on l.tenant_id = t.id and l.kind = 'licence'";

    public Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"{Select} where t.slug = $1 and t.version > 0").With(slug);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public Task<(IReadOnlyList<TenantRecord> Tenants, int Total)> List(string after, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("select count(*) from tenant where version > 0");
        batch.Add($"{Select} where t.slug > $1 and t.version > 0 order by t.slug limit $2").With(after).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = (int)reader.GetInt64(0);
        await reader.NextResultAsync(cancellation);
        var tenants = new List<TenantRecord>();
        while (await reader.ReadAsync(cancellation))
            tenants.Add(Read(reader));
        return ((IReadOnlyList<TenantRecord>)tenants, total);
    });

    private static TenantRecord Read(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)), JsonSerializer.Deserialize<Tenant>(reader.GetString(1), RecordJson.Options)!,
        LicenceStore.Read(reader.GetStringOrNull(2))?.Terms);
}

using System.Text.Json;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

/// <summary>Reads tenants in the worker's role: a host is resolved before any tenant is known.</summary>
internal sealed class TenantDirectory(Database database) : ITenantDirectory
{
    private const string Select =
        "select t.id, t.state, l.state from tenant t left join aggregate l on l.tenant_id = t.id and l.kind = 'licence'";

    public Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"{Select} where t.slug = $1 and t.version > 0").With(slug);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public Task<TenantRecord?> Find(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"{Select} where t.id = $1 and t.version > 0").With(tenant.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public Task<(IReadOnlyList<TenantOverview> Tenants, int Total)> List(
        string? text, string after, int limit, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"select count(*) from tenant t where t.version > 0 and {Named("$1")}").With(text);
        batch.Add($"""
            select page.*, work.open, work.overdue, people.members, people.admins, {SeatCount.Used("page.id", "$3")}
            from ({Select} where t.slug > $1 and t.version > 0 and {Named("$4")} order by t.slug limit $2) as page (id, tenant, licence)
            cross join lateral (
                select count(*)::int as open, count(*) filter (where due_at < $3)::int as overdue
                from ticket where tenant_id = page.id and not is_over and not deleted) work
            cross join lateral (
                select count(*)::int as members, count(*) filter (where role = 'admin')::int as admins
                from membership where tenant_id = page.id and status = 'active') people
            order by page.tenant ->> 'slug'
            """).With(after).With(limit).With(now).With(text);
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = (int)reader.GetInt64(0);
        await reader.NextResultAsync(cancellation);
        var tenants = new List<TenantOverview>();
        while (await reader.ReadAsync(cancellation))
            tenants.Add(
                new(Read(reader), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7)));
        return ((IReadOnlyList<TenantOverview>)tenants, total);
    });

    private static string Named(string text) =>
        $"({text}::text is null or strpos(search_key(t.name), search_key({text})) > 0 or strpos(t.slug, lower({text})) > 0)";

    private static TenantRecord Read(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)), JsonSerializer.Deserialize<Tenant>(reader.GetString(1), RecordJson.Options)!,
        LicenceStore.Read(reader.GetStringOrNull(2))?.Terms);
}

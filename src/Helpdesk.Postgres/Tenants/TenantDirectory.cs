using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

/// <summary>Reads tenants in the worker's role: a host is resolved before any tenant is known.</summary>
internal sealed class TenantDirectory(Database database) : ITenantDirectory
{
    private const string Select =
        "select t.id, t.state, l.state, t.slug from tenant t left join aggregate l on l.tenant_id = t.id and l.kind = 'licence'";

    public Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation) =>
        Find(batch => batch.Add($"{Select} where t.slug = $1 and t.version > 0").With(slug), cancellation);

    public Task<TenantRecord?> Find(TenantId tenant, CancellationToken cancellation) =>
        Find(batch => batch.Add($"{Select} where t.id = $1 and t.version > 0").With(tenant.Value), cancellation);

    // All that a municipality does begins here: if its row cannot be read, its events tell who it is.
    private async Task<TenantRecord?> Find(Action<TenantBatch> ask, CancellationToken cancellation)
    {
        var found = await Storage.Ask<(TenantId Id, Tenant? Tenant, bool IsLicensed, Licence? Licence)?>(async () =>
        {
            await using var batch = database.ForWorker();
            ask(batch);
            await using var reader = await batch.ReadAsync(cancellation);
            if (!await reader.ReadAsync(cancellation))
                return null;
            var (id, licence) = (new TenantId(reader.GetGuid(0)), reader.GetStringOrNull(2));
            return (id, database.States.ReadOrLeaveOut<Tenant>(id, Tenant.Kind, id.Value, reader.GetString(1)), licence is not null,
                LicenceStore.ReadOrLeaveOut(database, id, licence));
        });
        if (found is not var (id, tenant, isLicensed, licence))
            return null;
        if (isLicensed && licence is null)
            licence = await database.RoughlyRebuilt<Licence, LicenceEvent>(id, Licence.Stream);
        return new(id, await database.OrRebuilt<Tenant, TenantEvent>(tenant, id, id.Value), licence?.Terms);
    }

    // One that cannot be read is missing here, and among the parked items; the page is filled up with those behind it.
    public async Task<(IReadOnlyList<TenantOverview> Tenants, int Total)> List(
        string? text, string after, int limit, Instant now, CancellationToken cancellation)
    {
        var (tenants, total, isOver) = (new List<TenantOverview>(), 0, false);
        while (!isOver && tenants.Count < limit)
        {
            var wanted = limit - tenants.Count;
            (var rows, after, total) = await Storage.Ask(() => Rows(text, after, wanted, now, cancellation));
            isOver = rows.Count < wanted;
            tenants.AddRange(rows.OfType<TenantOverview>());
        }

        return (tenants, total);
    }

    private async Task<(List<TenantOverview?> Rows, string Last, int Total)> Rows(
        string? text, string after, int limit, Instant now, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add($"select count(*) from tenant t where t.version > 0 and {Named("$1")}").With(text);
        batch.Add($"""
            select page.*, work.open, work.overdue, people.members, people.admins, {SeatCount.Used("page.id", "$3")}
            from ({Select} where t.slug > $1 and t.version > 0 and {Named("$4")} order by t.slug limit $2) as page (id, tenant, licence, slug)
            cross join lateral (
                select count(*)::int as open, count(*) filter (where due_at < $3)::int as overdue
                from ticket where tenant_id = page.id and not is_over and not deleted) work
            cross join lateral (
                select count(*)::int as members, count(*) filter (where role = 'admin')::int as admins
                from membership where tenant_id = page.id and status = 'active') people
            order by page.slug
            """).With(after).With(limit).With(now).With(text);
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = (int)reader.GetInt64(0);
        await reader.NextResultAsync(cancellation);
        var rows = new List<TenantOverview?>();
        while (await reader.ReadAsync(cancellation))
        {
            after = reader.GetString(3);
            rows.Add(ReadOrLeaveOut(reader) is { } tenant
                ? new(tenant, reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8)) : null);
        }

        return (rows, after, total);
    }

    private TenantRecord? ReadOrLeaveOut(NpgsqlDataReader reader)
    {
        try
        {
            return Read(reader);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    // With a licence that cannot be read a municipality goes on as one without.
    private TenantRecord Read(NpgsqlDataReader reader)
    {
        var (id, licence) = (new TenantId(reader.GetGuid(0)), reader.GetStringOrNull(2));
        return new(
            id, database.States.Read<Tenant>(id, Tenant.Kind, id.Value, reader.GetString(1)),
            LicenceStore.ReadOrLeaveOut(database, id, licence)?.Terms);
    }

    private static string Named(string text) =>
        $"""
        ({text}::text is null or not exists (select from regexp_split_to_table({text}, '[[:space:],]+') word
            where strpos(search_key(t.name), search_key(word)) = 0 and strpos(t.slug, lower(word)) = 0))
        """;
}

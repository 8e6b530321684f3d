using Helpdesk.Domain.Audit;

namespace Helpdesk.Postgres.Audit;

/// <summary>
/// Written by the one process whose turn it is; should two think so for a moment, the second one's numbers are taken and it fails as a
/// whole.
/// </summary>
internal sealed class AuditChainStore(Database database) : IAuditChain
{
    private const string LinkColumns = "l.number, l.stream_id, l.version, l.at, l.kind, l.content, l.hash";

    public async Task Link(IReadOnlyList<FeedEvent> events, CancellationToken cancellation)
    {
        var (heads, linked) = await Storage.Ask(() => Known(events, cancellation));
        var links = new List<(TenantId Tenant, AuditLink Link)>(events.Count);
        foreach (var happened in events)
        {
            if (!linked.Add((happened.Tenant, happened.Stream, happened.Version)))
                continue;
            var next = AuditChain.Next(heads.GetValueOrDefault(happened.Tenant), happened);
            links.Add((happened.Tenant, heads[happened.Tenant] = next));
        }

        if (links.Count > 0)
            await Storage.Ask(() => Insert(links, cancellation));
    }

    public Task<AuditStretch> Read(TenantId tenant, long after, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select hash from audit_link where tenant_id = $1 and number = $2").With(tenant.Value).With(after);
        batch.Add($"""
            select {LinkColumns}, e.at, e.actor, e.origin, e.kind, e.data
            from audit_link l left join event e on e.tenant_id = $1 and e.stream_id = l.stream_id and e.version = l.version
            where l.tenant_id = $1 and l.number > $2 order by l.number limit $3
            """).With(tenant.Value).With(after).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var before = await reader.ReadAsync(cancellation) ? reader.GetFieldValue<byte[]>(0) : AuditChain.Start;
        await reader.NextResultAsync(cancellation);
        var links = new List<(AuditLink, FeedEvent?)>(limit);
        while (await reader.ReadAsync(cancellation))
            links.Add((ReadLink(reader), ReadEvent(reader, tenant)));
        return new AuditStretch(before, links);
    });

    public Task<IReadOnlyList<LinkedEvent>> Unlinked(TenantId tenant, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            select e.stream_id, e.version, e.at, e.kind from event e
            where e.tenant_id = $1 and not exists (select from audit_link l where l.tenant_id = $1 and l.stream_id = e.stream_id
                and l.version = e.version)
              and (e.tx, e.position) < (
                select h.tx, h.position from audit_link l join event h on h.tenant_id = $1 and h.stream_id = l.stream_id
                    and h.version = l.version
                where l.tenant_id = $1 order by l.number desc limit 1)
            order by e.tx, e.position limit $2
            """).With(tenant.Value).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var events = new List<LinkedEvent>();
        while (await reader.ReadAsync(cancellation))
            events.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetInstant(2), reader.GetString(3)));
        return (IReadOnlyList<LinkedEvent>)events;
    });

    public Task<AuditGaps> Gaps(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            select (select max(case when data ->> 'before' ~ '^\d{4}-\d\d-\d\dT[\d:.]+Z$' then (data ->> 'before')::timestamptz end)
                from event where tenant_id = $1 and stream_id = $2 and kind = 'audit.forgotten'),
                exists (select from event where tenant_id = $1 and stream_id = $1 and kind = 'tenant.erased')
            """).With(tenant.Value).With(AuditLog.Stream);
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new AuditGaps(reader.GetInstantOrNull(0), reader.GetBoolean(1));
    });

    private async Task<(Dictionary<TenantId, AuditLink> Heads, HashSet<(TenantId, Guid, int)> Linked)> Known(
        IReadOnlyList<FeedEvent> events, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add($"""
            select t.id, {LinkColumns} from unnest($1) t(id)
            cross join lateral (select * from audit_link where tenant_id = t.id order by number desc limit 1) l
            """).With(events.Select(happened => happened.Tenant.Value).Distinct().ToArray());
        batch.Add("""
            select l.tenant_id, l.stream_id, l.version from unnest($1, $2, $3) e(tenant, stream, version)
            join audit_link l on l.tenant_id = e.tenant and l.stream_id = e.stream and l.version = e.version
            """)
            .With(events.Select(happened => happened.Tenant.Value).ToArray()).With(events.Select(happened => happened.Stream).ToArray())
            .With(events.Select(happened => happened.Version).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        var heads = new Dictionary<TenantId, AuditLink>();
        while (await reader.ReadAsync(cancellation))
            heads[new(reader.GetGuid(0))] = ReadLink(reader, 1);
        await reader.NextResultAsync(cancellation);
        var linked = new HashSet<(TenantId, Guid, int)>(events.Count);
        while (await reader.ReadAsync(cancellation))
            linked.Add((new(reader.GetGuid(0)), reader.GetGuid(1), reader.GetInt32(2)));
        return (heads, linked);
    }

    private async Task<int> Insert(List<(TenantId Tenant, AuditLink Link)> links, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add("insert into audit_link (tenant_id, number, stream_id, version, at, kind, content, hash) select * from unnest($1, "
            + "$2, $3, $4, $5, $6, $7, $8)")
            .With(links.Select(one => one.Tenant.Value).ToArray()).With(links.Select(one => one.Link.Number).ToArray())
            .With(links.Select(one => one.Link.Stream).ToArray()).With(links.Select(one => one.Link.Version).ToArray())
            .With(links.Select(one => one.Link.At.ToDateTimeUtc()).ToArray()).With(links.Select(one => one.Link.Kind).ToArray())
            .With(links.Select(one => one.Link.Content).ToArray()).With(links.Select(one => one.Link.Hash).ToArray());
        return await batch.ExecuteAsync(cancellation);
    }

    private static AuditLink ReadLink(NpgsqlDataReader row, int at = 0) => new(
        row.GetInt64(at), row.GetGuid(at + 1), row.GetInt32(at + 2), row.GetInstant(at + 3), row.GetString(at + 4),
        row.GetFieldValue<byte[]>(at + 5),
        row.GetFieldValue<byte[]>(at + 6));

    // Behind the seven columns of the link.
    private static FeedEvent? ReadEvent(NpgsqlDataReader row, TenantId tenant) => row.IsDBNull(7) ? null : new()
    {
        Place = FeedPlace.Start,
        Tenant = tenant,
        Stream = row.GetGuid(1),
        Version = row.GetInt32(2),
        At = row.GetInstant(7),
        Actor = row.GetGuidOrNull(8) is { } actor
            ? new AccountId(actor) : null,
        Origin = row.GetStringOrNull(9),
        Kind = row.GetString(10),
        Data = row.GetString(11),
    };
}

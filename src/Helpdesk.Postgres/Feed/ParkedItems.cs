using Helpdesk.Domain.Clocks;

namespace Helpdesk.Postgres.Feed;

internal sealed class ParkedItems(Database database, IPlatformClock clock) : IParkedItems
{
    private const string Columns = """
        p.tenant_id, coalesce(t.slug, ''), p.id, p.source, p.handler, p.kind, p.stream_id, p.tries, p.reason, p.detail,
            p.first_at, p.last_at, p.next_at
        """;

    // A due moment that was settled or moved meanwhile is none of these any more.
    private const string Rows = """
        from parked_item p left join tenant t on t.id = p.tenant_id
        where (p.source <> 'due' or exists (
            select from due d where d.tenant_id = p.tenant_id and d.stream_id = p.stream_id and d.kind = p.kind
                and d.leased_until = 'infinity'))
        """;

    public Task<IReadOnlyList<ParkedItem>> List(TenantId? tenant, ParkedPlace? after, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"""
            select {Columns} {Rows} and ($1::uuid is null or p.tenant_id = $1)
                and ($2::timestamptz is null or (p.first_at, p.id) < ($2, $3))
            order by p.first_at desc, p.id desc limit $4
            """).With(tenant?.Value).With(after?.FirstAt).With(after?.Id ?? Guid.Empty).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var items = new List<ParkedItem>();
        while (await reader.ReadAsync(cancellation))
            items.Add(Read(reader));
        return (IReadOnlyList<ParkedItem>)items;
    });

    public async Task<Replayed> Replay(TenantId? tenant, Guid id, Trace trace, CancellationToken cancellation)
    {
        if (await Storage.Ask(() => Find(tenant, id, cancellation)) is not { } item)
            return Replayed.NotFound;
        // Nothing tries a state but whoever reads it: so it is read here.
        var isReadable = item.Source is not ParkedSource.State
            || await database.States.CanBeRead(item.Tenant, item.Handler, item.Subject, cancellation);
        return await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(item.Tenant);
            AddRetry(batch, item, isReadable);
            if (isReadable)
                EventAppender.Add(
                    batch.Add, item.Tenant, item.Id, trace,
                    new ParkedItemEvent.Replayed(item.Source, item.Handler, item.Kind, item.Subject));
            await batch.ExecuteAsync(cancellation);
            return isReadable ? Replayed.Begun : Replayed.StillUnreadable;
        });
    }

    private void AddRetry(TenantBatch batch, ParkedItem item, bool isReadable)
    {
        if (item.Source is ParkedSource.Due)
            batch.Add("""
                update due set leased_until = null, attempts = 0
                where tenant_id = $1 and stream_id = $2 and kind = $3 and leased_until = 'infinity'
                """).With(item.Tenant.Value).With(item.Subject).With(item.Kind);
        if (item.Source is ParkedSource.Due || (item.Source is ParkedSource.State && isReadable))
            batch.Add("delete from parked_item where tenant_id = $1 and id = $2").With(item.Tenant.Value).With(item.Id);
        else
            batch.Add("""
                update parked_item set tries = case when source = 'feed' then 0 else tries + 1 end,
                    next_at = case when source = 'feed' then coalesce($3, now()) end, last_at = coalesce($3, now())
                where tenant_id = $1 and id = $2
                """).With(item.Tenant.Value).With(item.Id).With(clock.Given);
    }

    private async Task<ParkedItem?> Find(TenantId? tenant, Guid id, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add($"select {Columns} {Rows} and p.id = $1 and ($2::uuid is null or p.tenant_id = $2)").With(id).With(tenant?.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    private static ParkedItem Read(NpgsqlDataReader row) => new()
    {
        Tenant = new(row.GetGuid(0)),
        TenantSlug = row.GetString(1),
        Id = row.GetGuid(2),
        Source = Words<ParkedSource>.Parse(row.GetString(3))!.Value,
        Handler = row.GetString(4),
        Kind = row.GetString(5),
        Subject = row.GetGuid(6),
        Tries = row.GetInt32(7),
        // A word of a later version: something failed, and what, the detail tells.
        Mishap = new(Words<MishapReason>.Parse(row.GetString(8)) ?? MishapReason.Failed, row.GetStringOrNull(9)),
        FirstAt = row.GetInstant(10),
        LastAt = row.GetInstant(11),
        NextAt = row.GetInstantOrNull(12),
    };
}

/// <summary>Due moments that were settled or moved after they had been parked, and events that are gone.</summary>
internal sealed class ParkedItemPurge(Database database) : IPurge
{
    public string What => "parked items";

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            delete from parked_item where ctid = any (array(
                select p.ctid from parked_item p
                where (p.source = 'due' and not exists (
                    select from due d where d.tenant_id = p.tenant_id and d.stream_id = p.stream_id and d.kind = p.kind
                        and d.leased_until = 'infinity'))
                or (p.source = 'feed' and not exists (
                    select from event e where e.tenant_id = p.tenant_id and e.stream_id = p.stream_id and e.version = p.version))
                limit $1))
            """).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });
}

/// <summary>States that could not be read and can be by now: somebody corrected the row, or another process wrote it anew.</summary>
internal sealed class MendedStatePurge(Database database) : IPurge
{
    public string What => "mended states";

    public async Task<int> Purge(Instant now, int limit, CancellationToken cancellation)
    {
        var (gone, last) = (0, Guid.Empty);
        while (await Storage.Ask(() => Next(last, limit, cancellation)) is { Count: > 0 } page)
        {
            foreach (var (tenant, id, kind, stream) in page)
            {
                last = id;
                if (await database.States.CanBeRead(tenant, kind, stream, cancellation))
                    gone += await Storage.Ask(() => Remove(tenant, id, cancellation));
            }
        }

        return gone;
    }

    private async Task<List<(TenantId Tenant, Guid Id, string Kind, Guid Stream)>> Next(
        Guid after, int limit, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add("select tenant_id, id, handler, stream_id from parked_item where source = 'state' and id > $1 order by id limit $2")
            .With(after).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var page = new List<(TenantId, Guid, string, Guid)>();
        while (await reader.ReadAsync(cancellation))
            page.Add((new(reader.GetGuid(0)), reader.GetGuid(1), reader.GetString(2), reader.GetGuid(3)));
        return page;
    }

    private async Task<int> Remove(TenantId tenant, Guid id, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add("delete from parked_item where tenant_id = $1 and id = $2").With(tenant.Value).With(id);
        return await batch.ExecuteAsync(cancellation);
    }
}

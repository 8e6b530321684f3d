using System.Globalization;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>What a copy must learn.</summary>
internal sealed partial class TicketList
{
    private static readonly string[] OfRoles = [.. TicketSight.Told.Select(what => EventKind.Of(MembershipEvent.Subject, what))];

    public Task<TicketNewsPage> News(TicketNewsQuery query, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var sights = await Sights(query, cancellation);
        await using var batch = database.ForTenants(query.Filter.Tenants);
        new TicketNewsSql(query, sights).AddPage(batch);
        new TicketListSql(query.Filter with { UpdatedFrom = query.Since }).AddCount(batch);
        await using var reader = await batch.ReadAsync(cancellation);
        var (items, gone, last) = (new List<TicketListItem>(), new List<GoneTicket>(), query.After);
        while (items.Count + gone.Count < query.Filter.Limit && await reader.ReadAsync(cancellation))
        {
            if (GoneOf(reader) is { } lost)
                gone.Add(lost);
            else
                items.Add(ReadItem(reader, TicketNewsSql.Besides));
            last = new(reader.GetFieldValue<ulong>(TicketNewsSql.Place).ToString(CultureInfo.InvariantCulture), reader.GetGuid(1),
                query.Filter.OnlyOf is null);
        }

        var (total, isMore) = await ReadTotal(reader, query.Filter, cancellation);
        return new TicketNewsPage(items, gone, last, total, isMore);
    });

    private static GoneTicket? GoneOf(NpgsqlDataReader row)
    {
        GoneReason? why = row.GetBoolean(TicketNewsSql.Lost) ? GoneReason.NoLongerVisible
            : row.GetBoolean(TicketNewsSql.Deleted) ? GoneReason.Deleted
            : row.GetBoolean(TicketNewsSql.Matches) ? null : GoneReason.NoLongerMatches;
        return why is { } what
            ? new(new(row.GetGuid(0)), new(row.GetGuid(1)), row.GetString(2), what, row.GetInstant(TicketNewsSql.At)) : null;
    }

    // As what the reader has been in each of the tenants.
    private async Task<IReadOnlyDictionary<TenantId, TicketSight>> Sights(TicketNewsQuery query, CancellationToken cancellation)
    {
        await using var batch = database.ForTenants(query.Filter.Tenants);
        batch.Add("""
            select tenant_id, tx, version, at, actor, kind, data from event
            where tenant_id = any ($1) and stream_id = $2 and kind = any ($3) order by tenant_id, version
            """).With(query.Filter.Tenants.Select(tenant => tenant.Value).ToArray()).With(query.Reader.Value).With(OfRoles);
        await using var reader = await batch.ReadAsync(cancellation);
        var steps = new List<(TenantId Tenant, SightStep Step)>();
        while (await reader.ReadAsync(cancellation))
        {
            var what = (MembershipEvent)EventAppender.Read(typeof(MembershipEvent), reader.GetString(5), reader.GetString(6));
            var by = reader.GetGuidOrNull(4) is { } actor ? new AccountId(actor) : (AccountId?)null;
            steps.Add((new(reader.GetGuid(0)), new(new(reader.GetInt32(2), reader.GetInstant(3), by, what),
                reader.GetFieldValue<ulong>(1).ToString(CultureInfo.InvariantCulture))));
        }

        var byTenant = steps.ToLookup(step => step.Tenant, step => step.Step);
        return query.Filter.Tenants.ToDictionary(
            tenant => tenant, tenant => TicketSight.Of([.. byTenant[tenant]], query.Filter.OnlyOf is null));
    }
}

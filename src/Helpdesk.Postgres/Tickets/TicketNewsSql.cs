using System.Globalization;
using Helpdesk.Domain.Tickets;
using NodaTime.Text;

namespace Helpdesk.Postgres.Tickets;

/// <summary>
/// One page of what a copy must learn. It is merged from parts that never overlap, all in one order: tickets that changed after the reader
/// came to see what they see, at the place of their change; and at the place of that coming those that had changed before it, and, for who
/// was staff until then, those that are gone with it. Nothing at or beyond the oldest transaction that still runs is shown, so nothing
/// that commits late is skipped.
/// </summary>
internal sealed class TicketNewsSql
{
    /// <summary>After the columns of a list: gone for the reader, deleted, left out by the filters, the time of it, the place.</summary>
    public const int Lost = 20, Deleted = 21, Matches = 22, At = 23, Place = 24, Besides = 25;

    private const string Visible = "pg_snapshot_xmin(pg_current_snapshot())";

    // Null for whoever came before the moment that is asked for: they are told of changes only.
    private const string Came = $"served.came < {Visible}";

    // Whoever saw all tickets at any time of its life saw this one.
    private const string Seen = """
        exists (select from unnest($4, $5, $6) as seen (tenant, since, until)
            where seen.tenant = ticket.tenant_id and ticket.created_at <= seen.until::timestamptz
                and (not ticket.deleted or ticket.updated_at >= seen.since::timestamptz))
        """;

    // The part of a page that all has one place begins where the page before ended, by an index.
    private const string FromPlace = """
        id > case when served.came > {0} then '00000000-0000-0000-0000-000000000000'::uuid when served.came = {0} then {1}
            else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end
        """;

    private readonly TicketNewsQuery query;
    private readonly TicketConditions values = new();
    private readonly string own, since, filters, origin, key, id, limit;
    private readonly bool customer;

    /// <param name="sights">Of each of the query's tenants.</param>
    public TicketNewsSql(TicketNewsQuery query, IReadOnlyDictionary<TenantId, TicketSight> sights)
    {
        (this.query, customer) = (query, query.Filter.OnlyOf is not null);
        AddSights(sights);
        own = values.Value(query.Reader.Value);
        since = values.Value(query.Since);
        key = values.Value(StartOf(sights)) + "::text::xid8";
        id = values.Value(Rewinds(sights) ? Guid.Empty : query.After?.Ticket ?? Guid.Empty);
        limit = values.Value(query.Filter.Limit + 1);
        values.AddOrigin(query.Filter);
        origin = values.IsEmpty ? "" : $" and {values}";
        var present = values.Beside();
        present.AddPresent(query.Filter, "served.tenant");
        filters = present.IsEmpty ? "true" : present.ToString();
        values = present;
    }

    public void AddPage(TenantBatch batch)
    {
        var (tx, updated) = customer ? ("public_tx", "public_updated_at") : ("tx", "updated_at");
        var mine = customer ? $" and requester = {own}" : "";
        var told = customer ? "" : $" and (not deleted or requester = {own} or {Seen})";
        var changed = Part("false", updated, tx,
            $"{tx} > coalesce(served.came, '0') and {tx} < {Visible} and {updated} >= {since}{mine}{told}");
        var met = Part("false", updated, "served.came", $"{tx} <= served.came and {Came}{mine}{told}");
        // For customers only, who were staff: everything else that they saw then.
        var lost = Part("true", "served.came_at", "served.came", $"requester <> {own} and {Came} and {Seen}");
        values.Fill(batch.Add($"""
            select page.*, {TicketListSql.Besides(customer, own)} from (
            select page.* from unnest($1, $2, $3) as given (tenant, came, came_at)
            cross join lateral (
                select given.tenant, case when given.came_at::timestamptz >= {since} then given.came::xid8 end, given.came_at::timestamptz
            ) as served (tenant, came, came_at)
            cross join lateral ({changed} union all {met}{(customer ? " union all " + lost : "")}) page
            order by place, id limit {limit}) page {TicketListSql.ItsTicket} order by page.place, page.id
            """));
    }

    private string Part(string isLost, string at, string place, string where)
    {
        var isOne = place == "served.came";
        var after = isOne ? string.Format(CultureInfo.InvariantCulture, FromPlace, key, id) : $"({place}, id) > ({key}, {id})";
        return $"""
            (select {TicketListSql.Columns(customer)}, {isLost} as lost, deleted, coalesce({filters}, false) as matches, {at} as at,
                {place} as place
            from ticket where tenant_id = served.tenant and {where}{origin} and {after}
            order by {(isOne ? "" : place + ", ")}id limit {limit})
            """;
    }

    // What is remembered of the role may be a few seconds old where a page is asked for: who was read for as staff, and had not been for a
    // moment, goes back to that moment.
    private bool Rewinds(IReadOnlyDictionary<TenantId, TicketSight> sights) => query.After is { AsStaff: { } before } after
        && before == customer && sights.Values.Any(sight => sight.Since is { } came && NumberOf(came.Place) <= NumberOf(after.Key));

    private string StartOf(IReadOnlyDictionary<TenantId, TicketSight> sights) => Rewinds(sights)
        ? sights.Values.Select(sight => sight.Since?.Place).OfType<string>().MinBy(NumberOf)!
        : query.After?.Key ?? "0";

    private void AddSights(IReadOnlyDictionary<TenantId, TicketSight> sights)
    {
        var tenants = query.Filter.Tenants;
        var periods = sights.SelectMany(pair => pair.Value.AsStaff.Select(seen => (Tenant: pair.Key, Seen: seen))).ToList();
        values.Value(tenants.Select(tenant => tenant.Value).ToArray());
        values.Value(tenants.Select(tenant => sights[tenant].Since?.Place).ToArray());
        values.Value(tenants.Select(tenant => TextOf(sights[tenant].Since?.What.At, null)).ToArray());
        values.Value(periods.Select(period => period.Tenant.Value).ToArray());
        values.Value(periods.Select(period => TextOf(period.Seen.HasStart ? period.Seen.Start : null, "-infinity")).ToArray());
        values.Value(periods.Select(period => TextOf(period.Seen.HasEnd ? period.Seen.End : null, "infinity")).ToArray());
    }

    private static string? TextOf(Instant? moment, string? none) =>
        moment is { } known ? InstantPattern.ExtendedIso.Format(known) : none;

    private static ulong NumberOf(string place) => ulong.Parse(place, CultureInfo.InvariantCulture);
}

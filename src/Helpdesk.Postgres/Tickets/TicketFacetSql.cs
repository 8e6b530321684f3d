using System.Globalization;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>
/// One statement for all facets: the tickets that the filters without a facet leave are gone through once, noting of each which of the
/// others it meets, and counted from there.
/// </summary>
internal sealed class TicketFacetSql
{
    private readonly TicketQuery query;
    private readonly TicketConditions where = new();
    private readonly Dictionary<TicketFacet, string> met = [];

    public TicketFacetSql(TicketQuery query)
    {
        this.query = query;
        var tenant = IsDesk ? "served.tenant" : "$1";
        _ = IsDesk ? where.Value(query.Tenants.Select(one => one.Value).ToArray()) : where.Value(query.Tenants[0].Value);
        where.Add($"tenant_id = {tenant} and not deleted");
        if (query.OnlyOf is { } only)
            where.Add($"requester = {where.Value(only.Value)}");
        where.AddOrigin(query);
        if (query.UpdatedFrom is { } from)
            where.Add($"{TicketConditions.UpdatedFor(query)} >= {where.Value(from)}");
        where.AddPresent(Enum.GetValues<TicketFacet>().Aggregate(query, (rest, facet) => TicketFacets.Without(facet, rest)), tenant);
        foreach (var facet in Enum.GetValues<TicketFacet>())
        {
            var own = where.Beside();
            own.AddPresent(TicketFacets.Only(facet, query), tenant);
            where.TakeValues(own);
            if (!own.IsEmpty)
                met.Add(facet, own.ToString());
        }
    }

    private bool IsDesk => query.Tenants.Count != 1;

    private string Served => IsDesk ? "unnest($1) as served (tenant) cross join " : "";

    public void AddTo(TenantBatch batch)
    {
        var marks = string.Concat(met.Select(one => $", coalesce({one.Value}, false) as {MarkOf(one.Key)}"));
        var counted = string.Join(
            " union all ",
            TicketFacets.ShownBy(query).Select(facet => $"({Counted(facet)} order by 3 desc, 2 limit {Most})"));
        where.Fill(batch.Add(string.Create(CultureInfo.InvariantCulture, $"""
            with base as materialized (
                select tenant_id, id, status, priority, category, assignee, queue, team, sla_state{marks}
                from {Served}ticket where {where} limit {TicketFacets.MostCounted + 1}
            ), counted (facet, value, amount) as ({counted})
            select facet, value, amount, case facet when 'assignee' then (
                select min(m.name) from membership m where m.tenant_id = {(IsDesk ? "any ($1)" : "$1")} and m.account_id::text = value) end
            from counted
            union all select 'all', '', count(*), null from base
            """)));
    }

    private static readonly string Most = TicketFacets.MostValues.ToString(CultureInfo.InvariantCulture);

    private string Counted(TicketFacet facet)
    {
        var (name, others) = (Words<TicketFacet>.Of(facet), Others(facet));
        return facet switch
        {
            TicketFacet.Status or TicketFacet.SlaState or TicketFacet.Priority =>
                $"select '{name}', {name}::text, count(*) from base where {name} is not null{others} group by {name}",
            TicketFacet.Assignee =>
                $"select '{name}', coalesce(assignee::text, '{TicketFacets.Nobody}'), count(*) from base where true{others} "
                    + "group by assignee",
            TicketFacet.Tenant => $"select 'tenant', tenant_id::text, count(*) from base where true{others} group by tenant_id",
            TicketFacet.Tag => $"""
                select 'tag', min(tag.tag), count(*) from base
                join ticket_tag tag on tag.tenant_id = base.tenant_id and tag.ticket_id = base.id
                where true{others} group by tag.word_key
                """,
            // Two spellings are one word: folded after counting, a word at a time.
            _ => $"""
                select '{name}', min(word), sum(amount)::bigint from (
                    select {name} as word, count(*) as amount from base where {name} is not null{others} group by {name}) spelled
                group by word_key(word)
                """,
        };
    }

    private string Others(TicketFacet facet) =>
        string.Concat(met.Keys.Where(other => other != facet).Select(other => " and " + MarkOf(other)));

    private static string MarkOf(TicketFacet facet) => "meets_" + Words<TicketFacet>.Of(facet);
}

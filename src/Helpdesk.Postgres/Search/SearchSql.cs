using Helpdesk.Domain.Search;
using Helpdesk.Postgres.Tickets;

namespace Helpdesk.Postgres.Search;

/// <summary>
/// One statement that finds, orders, counts and pages. Columns: <c>what, nth, value, tenant_id, id, amount, reasons, comment</c>: an
/// <c>item</c> of the page, or how many have one value of a facet, or how many there are of a <c>total</c>. Reasons are bits, by the order
/// of <see cref="SearchReason"/>; the comment is the newest one in which something was found.
/// </summary>
internal sealed class SearchSql
{
    private readonly TicketConditions values = new();
    private readonly string terms;
    private readonly string staff;
    private readonly string reader;
    private readonly string asked;
    private readonly SearchAsk ask;

    /// <param name="told">In which texts the words stand; <c>null</c>: as the database's own index says.</param>
    public SearchSql(SearchAsk ask, IReadOnlyList<TextHit>? told = null)
    {
        this.ask = ask;
        terms = values.Value(ask.Text.Terms.Select(term => term.Pattern).ToArray());
        staff = values.Value(ask.ForStaff);
        reader = values.Value(ask.Filter.OnlyOf?.Value ?? Guid.Empty);
        asked = told is null ? Own() : Told(told);
    }

    public void AddTo(TenantBatch batch)
    {
        var sql = $"""
            with asked as materialized ({asked}),
            hit as materialized ({TicketHits.Of("asked", staff, reader)}),
            matched as materialized ({Matched()}),
            person as materialized ({People()}),
            everything as (
                select 'ticket' as type, tenant_id, id, score, reasons, comment from matched
                union all select 'person', tenant_id, account_id, score, reasons, null from person),
            page as ({Page()})
            select 'item', page.nth, page.type, page.tenant_id, page.id, page.score::bigint, page.reasons, page.comment from page
            union all {Count("'total'", "type", "everything")}
            union all {Count("'status'", "status", "matched")}
            union all {Count("'priority'", "priority::text", "matched")}
            union all {Count("'category'", "category", "matched where category is not null")}
            union all {Count("'assignee'", "coalesce(assignee::text, 'none')", "matched")}
            """;
        if (ask.ForStaff)
            sql += $"""

                union all {Count("'queue'", "queue", "matched where queue is not null")}
                union all {Count("'team'", "team", "matched where team is not null")}
                union all {Count("'tag'", "tag.tag",
                    "matched join ticket_tag tag on tag.tenant_id = matched.tenant_id and tag.ticket_id = matched.id")}
                """;
        values.Fill(batch.Add(sql));
    }

    private string Own() => $"""
        select served.tenant, one.* from unnest({values.Value(ask.Filter.Tenants.Select(tenant => tenant.Value).ToArray())}::uuid[]) served (tenant)
        cross join lateral search_texts(served.tenant, {terms}, {staff}, {reader}, {values.Value(ask.Filter.ByAddress)}) one
        """;

    private string Told(IReadOnlyList<TextHit> told) => $"""
        select * from unnest({values.Value(told.Select(hit => hit.Tenant.Value).ToArray())}::uuid[], {values.Value(told.Select(hit => hit.Document).ToArray())}::uuid[],
            {values.Value(told.Select(hit => Words<SearchPart>.Of(hit.Part)).ToArray())}::text[], {values.Value(told.Select(hit => hit.Source).ToArray())}::text[],
            {values.Value(told.Select(hit => hit.Digest).ToArray())}::text[], {values.Value(told.Select(hit => (long)hit.Term).ToArray())}::bigint[],
            {values.Value(told.Select(hit => hit.IsExact).ToArray())}::boolean[]) one (tenant, document, part, source, digest, term, is_exact)
        """;

    private static string Count(string what, string value, string from) =>
        $"select {what}, null::bigint, {value}, null::uuid, null::uuid, count(*), null::integer, null::text from {from} group by {value}";

    // A bit for each place, since an array for each of all the tickets found would take longer than finding them.
    private static readonly string Reasons = string.Concat(Enum.GetValues<SearchReason>().Select(
        reason => $"when '{Words<SearchReason>.Of(reason)}' then {1 << (int)reason} ").Prepend("bit_or(case hit.part ").Append("end)"));

    // Every term stands in it, wherever.
    private string Matched()
    {
        if (!ask.Types.Contains(SearchType.Ticket))
            return """
                select null::uuid as tenant_id, null::uuid as id, 0 as score, 0 as reasons, '' as comment, '' as status, 0 as priority,
                    '' as category, '' as queue, '' as team, null::uuid as assignee where false
                """;
        var filter = values.Beside();
        filter.AddOrigin(ask.Filter);
        filter.AddPresent(ask.Filter with { Text = null }, "ticket.tenant_id");
        values.TakeValues(filter);
        return $"""
            select ticket.tenant_id, ticket.id, found.score, found.reasons, found.comment, status, priority, category, queue, team, assignee
            from (
                select found_in, found_id, sum(best)::integer as score, bit_or(reasons) as reasons, max(comment) as comment from (
                    select hit.tenant as found_in, hit.ticket_id as found_id, hit.term, max(hit.weight) as best, {Reasons} as reasons,
                        max(hit.source) filter (where hit.part = 'comment') as comment from hit group by 1, 2, 3) word
                group by 1, 2 having count(*) = cardinality({terms}::text[])) found
            join ticket on ticket.tenant_id = found.found_in and ticket.id = found.found_id{(filter.IsEmpty ? "" : $" where {filter}")}
            """;
    }

    private string People()
    {
        if (!ask.Types.Contains(SearchType.Person) || !ask.ForStaff)
            return "select null::uuid as tenant_id, null::uuid as account_id, 0 as score, 0 as reasons where false";
        return $"""
            select tenant as tenant_id, account_id, sum(best)::integer as score, bit_or(reasons) as reasons
            from (
                select hit.tenant, m.account_id, hit.term, max({TicketHits.Weight}) as best, {Reasons} as reasons from asked hit {TicketHits.PersonOf("hit")}
                where m.status <> 'ended'{(ask.PeopleFrom is { } home ? $" and m.home_id = {values.Value(home.Value)}" : "")}
                group by 1, 2, 3) word
            group by 1, 2 having count(*) = cardinality({terms}::text[])
            """;
    }

    private string Page()
    {
        var place = ask.After is { } after ? $" where (score, id) < ({values.Value(after.Score)}, {values.Value(after.Id)}::uuid)" : "";
        return $"""
            select everything.*, row_number() over (order by score desc, id desc) as nth
            from everything{place} order by score desc, id desc limit {values.Value(ask.Limit + 1)}
            """;
    }
}

using System.Globalization;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>The two statements of a list: a page, and a count that stops.</summary>
internal sealed class TicketListSql
{
    private readonly TicketQuery query;
    private readonly TicketConditions where = new();

    public TicketListSql(TicketQuery query)
    {
        this.query = query;
        // Its own tenant condition beside the policy's: without it the order of an index is lost. The tenants are the first value.
        var tenant = IsDesk ? "served.tenant" : "$1";
        _ = IsDesk ? where.Value(query.Tenants.Select(one => one.Value).ToArray()) : where.Value(query.Tenants[0].Value);
        where.Add($"tenant_id = {tenant} and not deleted");
        if (query.OnlyOf is { } only)
            where.Add($"requester = {where.Value(only.Value)}");
        where.AddOrigin(query);
        if (query.UpdatedFrom is { } from)
            where.Add($"{TicketConditions.UpdatedFor(query)} >= {where.Value(from)}");
        where.AddPresent(query, tenant);
    }

    private const string Served = "unnest($1) as served (tenant)";

    private bool IsDesk => query.Tenants.Count != 1;

    private string SortColumn => query.Sort switch
    {
        TicketSort.UpdatedAt => TicketConditions.UpdatedFor(query),
        TicketSort.DueAt => "due_at",
        TicketSort.SlaState => TicketList.SlaRank,
        TicketSort.Priority => "priority",
        TicketSort.Number => "sequence",
        _ => "created_at",
    };

    private string SortType => query.Sort switch
    {
        TicketSort.Priority or TicketSort.SlaState => "smallint",
        TicketSort.Number => "bigint",
        _ => "timestamptz",
    };

    /// <summary>What is read of a ticket, as its reader may know it.</summary>
    public static string Columns(bool customer) => $"""
        tenant_id, id, number, {(customer ? "public_version" : "version")}, status, priority, subject, category,
            queue, team, requester, assignee, created_at,
            {(customer ? "public_updated_at" : "updated_at")} as changed_at, due_at, sla_state, closed_at, reopen_requested_at, merged_into,
            case when merged_into is not null then (select target.number from ticket target where target.tenant_id = ticket.tenant_id
                and target.id = ticket.merged_into{(customer ? " and target.requester = ticket.requester" : "")}) end as merged_number
        """;

    /// <summary>
    /// What an item says besides, after the columns of a statement <c>page</c>: looked up for what is shown, not for what is gone through.
    /// </summary>
    public static string Besides(bool customer, string reader) => $"""
        {NameOf("page.requester")}, {NameOf("page.assignee")},
            {(customer ? "null::text, null::text[]" : OfStaff)},
            ticket.last_comment_at, ticket.last_comment_from_staff,
            {TicketReadSql.OfOthers(customer, reader)} > coalesce((select r.version from ticket_read r
                where r.tenant_id = page.tenant_id and r.account_id = {reader} and r.ticket_id = page.id), 0)
        """;

    private const string OfStaff =
        "ticket.state -> 'plan' ->> 'due_target', nullif(array(select jsonb_array_elements_text(ticket.state -> 'tags')), '{}')";

    /// <summary>The row of each item of a page.</summary>
    public const string ItsTicket = "join ticket on ticket.tenant_id = page.tenant_id and ticket.id = page.id";

    // People, those who left included, and programs; as MemberDirectory names them.
    private static string NameOf(string account) => $"""
        coalesce((select m.name from membership m where m.tenant_id = page.tenant_id and m.account_id = {account}),
            (select k.name from api_key k where k.tenant_id = page.tenant_id and k.id = {account}),
            (select a.name from oidc_application a where a.tenant_id = page.tenant_id and a.id = {account}))
        """;

    public void AddPage(TenantBatch batch)
    {
        var page = where.Beside();
        var place = Place(page);
        var (reader, limit) = (page.Value(query.Reader.Value), page.Value(query.Limit + 1));
        page.Fill(batch.Add(TicketListTexts.Of(
            new(where + place, query.OnlyOf is not null, IsDesk, query.Sort, query.Descending), () => PageText(place, reader, limit))));
    }

    private string PageText(string place, string reader, string limit)
    {
        var direction = query.Descending ? "desc" : "asc";
        var nulls = query.Sort == TicketSort.DueAt ? " nulls last" : "";
        var order = $" order by sorted {direction}{nulls}, id {direction} limit {limit}";
        var sql = $"""
            select {Columns(query.OnlyOf is not null)}, {SortColumn} as sorted
            from ticket where {where}{place}{order}
            """;
        // Over several tenants: a page of each, read in the order of its index, and of these the first ones.
        var rows = IsDesk ? $"select page.* from {Served} cross join lateral ({sql}) page{order}" : sql;
        var shown = order[..order.IndexOf(" limit", StringComparison.Ordinal)].Replace(" id ", " page.id ", StringComparison.Ordinal);
        return $"select page.*, {Besides(query.OnlyOf is not null, reader)} from ({rows}) page {ItsTicket}{shown}";
    }

    public void AddCount(TenantBatch batch)
    {
        var matches = $"from {(IsDesk ? Served + " cross join " : "")}ticket where {where}";
        where.Fill(
            batch.Add(query.CountAll
                ? $"select count(*) {matches}"
                : string.Create(
                    CultureInfo.InvariantCulture, $"select count(*) from (select 1 {matches} limit {TicketPage.CountedTo + 1}) counted")));
    }

    private string Place(TicketConditions page)
    {
        if (query.After is not { } after)
            return "";

        var comparison = query.Descending ? "<" : ">";
        if (query.Sort == TicketSort.DueAt && after.Key.Length == 0)
            return $" and due_at is null and id {comparison} {page.Value(after.Ticket)}";

        var key = $"{page.Value(after.Key)}::text::{SortType}";
        var id = page.Value(after.Ticket);
        return query.Sort == TicketSort.DueAt
            ? $" and (due_at is null or (due_at, id) {comparison} ({key}, {id}))" : $" and ({SortColumn}, id) {comparison} ({key}, {id})";
    }
}

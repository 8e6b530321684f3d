using System.Globalization;
using System.Text;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>
/// The two statements of a list: a page, and a count that stops. Only the filters that are set stand in the text, so that each combination
/// keeps a plan of its own and an index can serve it; values are parameters without exception.
/// </summary>
internal sealed class TicketListSql
{
    private readonly TicketQuery query;
    private readonly StringBuilder where = new();
    private readonly List<Action<BatchStatement>> values = [];
    private readonly bool customer;

    public TicketListSql(TicketQuery query)
    {
        this.query = query;
        customer = query.OnlyOf is not null;
        AddFilters();
    }

    private bool IsDesk => query.Tenants.Count != 1;

    // The tenants are the first value of both statements.
    private static string Served => "unnest($1) as served (tenant)";

    private string Updated => customer ? "public_updated_at" : "updated_at";

    private string Changed => customer ? "public_tx" : "tx";

    private string SortColumn => query.Sort switch
    {
        TicketSort.UpdatedAt => Updated,
        TicketSort.DueAt => "due_at",
        TicketSort.SlaState => TicketList.SlaRank,
        TicketSort.Priority => "priority",
        TicketSort.Number => "sequence",
        TicketSort.Change => Changed,
        _ => "created_at",
    };

    private string SortType => query.Sort switch
    {
        TicketSort.Priority or TicketSort.SlaState => "smallint",
        TicketSort.Number => "bigint",
        TicketSort.Change => "xid8",
        _ => "timestamptz",
    };

    public void AddPage(TenantBatch batch)
    {
        var sql = new StringBuilder($"""
            select tenant_id, id, number, {(customer ? "public_version" : "version")}, status, priority, subject, category,
                queue, team, requester, assignee, created_at, {Updated}, due_at, sla_state, closed_at, reopen_requested_at,
                {SortColumn} as sorted
            from ticket where {where}
            """);
        var statementValues = new List<Action<BatchStatement>>(values);
        AddPlace(sql, statementValues);
        statementValues.Add(statement => statement.With(query.Limit + 1));
        var direction = query.Descending ? "desc" : "asc";
        var nulls = query.Sort == TicketSort.DueAt ? " nulls last" : "";
        var order = string.Create(
            CultureInfo.InvariantCulture, $" order by sorted {direction}{nulls}, id {direction} limit ${statementValues.Count}");
        sql.Append(order);
        // Over several tenants: a page of each, read in the order of its index, and of these the first ones.
        Fill(batch.Add(IsDesk ? $"select page.* from {Served} cross join lateral ({sql}) page{order}" : sql.ToString()), statementValues);
    }

    public void AddCount(TenantBatch batch)
    {
        var matches = $"from {(IsDesk ? Served + " cross join " : "")}ticket where {where}";
        Fill(
            batch.Add(query.CountAll
                ? $"select count(*) {matches}"
                : string.Create(
                    CultureInfo.InvariantCulture, $"select count(*) from (select 1 {matches} limit {TicketPage.CountedTo + 1}) counted")),
            values);
    }

    private static void Fill(BatchStatement statement, List<Action<BatchStatement>> values)
    {
        foreach (var value in values)
            value(statement);
    }

    private void AddFilters()
    {
        // Its own tenant condition beside the policy's: without it the order of an index is lost.
        if (IsDesk)
        {
            values.Add(statement => statement.With(query.Tenants.Select(tenant => tenant.Value).ToArray()));
            Append("tenant_id = served.tenant");
        }
        else
        {
            Add("tenant_id = {0}", query.Tenants[0].Value);
        }

        where.Append(" and not deleted");

        if (query.OnlyOf is { } only)
            Add("requester = {0}", only.Value);
        if (query.Status.Count == 1)
            Add("status = {0}", Words<TicketStatus>.Of(query.Status[0]));
        else if (query.Status.Count > 1)
            Add("status = any ({0})", query.Status.Select(Words<TicketStatus>.Of).ToArray());
        if (query.Priority.Count > 0)
            Add("priority = any ({0})", query.Priority.Select(priority => (short)priority).ToArray());
        AddIfSet("category = {0}", query.Category);
        AddIfSet("queue = {0}", query.Queue);
        AddIfSet("team = {0}", query.Team);
        AddIfSet("exists (select from ticket_tag where ticket_tag.tenant_id = ticket.tenant_id and tag = {0} and ticket_id = ticket.id)",
            query.Tag);
        AddIfSet("sla_state = {0}", query.SlaState);
        if (query.Assignee is { } assignee)
            Add("assignee = {0}", assignee.Value);
        if (query.Unassigned)
            where.Append(" and assignee is null");
        if (query.ReopenRequested is { } requested)
            where.Append($" and reopen_requested_at is {(requested ? "not " : "")}null");
        if (query.Requester is { } requester)
            Add("requester = {0}", requester.Value);
        if (query.RequesterAddress is { } address)
            Add("requester = any (array(select account_id from membership where membership.tenant_id = ticket.tenant_id "
                + "and email_key = {0}))", address.Key);
        AddMoment("created_at >= {0}", query.CreatedFrom);
        AddMoment("created_at < {0}", query.CreatedTo);
        AddMoment($"{Updated} >= {{0}}", query.UpdatedFrom);
        AddMoment($"{Updated} < {{0}}", query.UpdatedTo);
        AddMoment("due_at < {0}", query.DueBefore);
        if (query.Text is { } text)
            Add("(number = upper({0}) or strpos(search_key(subject), search_key({0})) > 0)", text);
        if (query.Sort == TicketSort.Change)
            where.Append($" and {Changed} < pg_snapshot_xmin(pg_current_snapshot())");
    }

    private void AddPlace(StringBuilder sql, List<Action<BatchStatement>> values)
    {
        if (query.After is not { } after)
            return;

        var comparison = query.Descending ? "<" : ">";
        if (query.Sort == TicketSort.DueAt && after.Key.Length == 0)
        {
            values.Add(statement => statement.With(after.Ticket));
            sql.Append(CultureInfo.InvariantCulture, $" and due_at is null and id {comparison} ${values.Count}");
            return;
        }

        values.Add(statement => statement.With(after.Key));
        var key = $"${values.Count}::text::{SortType}";
        values.Add(statement => statement.With(after.Ticket));
        var id = $"${values.Count}";
        sql.Append(query.Sort == TicketSort.DueAt
            ? $" and (due_at is null or (due_at, id) {comparison} ({key}, {id}))"
            : $" and ({SortColumn}, id) {comparison} ({key}, {id})");
    }

    private void AddIfSet(string condition, string? value)
    {
        if (value is not null)
            Add(condition, value);
    }

    private void AddMoment(string condition, Instant? value)
    {
        if (value is not { } moment)
            return;
        values.Add(statement => statement.With(moment));
        Append(condition);
    }

    private void Add<T>(string condition, T value)
    {
        values.Add(statement => statement.With(value));
        Append(condition);
    }

    private void Append(string condition) => where
        .Append(where.Length == 0 ? "" : " and ")
        .Append(condition.Replace("{0}", $"${values.Count}", StringComparison.Ordinal));
}

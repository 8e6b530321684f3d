using System.Globalization;
using System.Text;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using NodaTime.Text;

namespace Helpdesk.Postgres.Tickets;

internal sealed class TicketList(Database database) : ITicketList
{
    /// <summary>From nothing promised to breached.</summary>
    internal const string SlaRank =
        "coalesce(array_position(array['met', 'paused', 'on_track', 'warned', 'breached'], sla_state), 0)::smallint";

    /// <summary>The column of a page that holds what it is sorted by.</summary>
    private const int Sorted = 17;

    public Task<TicketPage> Find(TicketQuery query, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = StatementsOf(query);
        await using var reader = await batch.ReadAsync(cancellation);
        var (items, next) = await ReadPage(reader, query, cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = (int)reader.GetInt64(0);
        return query.CountAll || total <= TicketPage.CountedTo
            ? new TicketPage(items, next, total, TotalIsMore: false)
            : new TicketPage(items, next, TicketPage.CountedTo, TotalIsMore: true);
    });

    private static readonly string[] StaffOnly = [.. TicketDisclosure.StaffOnly.Select(EventCodec<Ticket, TicketEvent>.KindOf)];

    internal TenantBatch StatementsOf(TicketQuery query)
    {
        var sql = new TicketListSql(query);
        var batch = database.ForTenants(query.Tenants);
        sql.AddPage(batch);
        sql.AddCount(batch);
        return batch;
    }

    public Task<IReadOnlyList<TicketId>> AssignedTo(
        TenantId tenant, AccountId assignee, TicketId? after, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            select id from ticket where tenant_id = $1 and assignee = $2 and not deleted and not is_final and id > $3 order by id limit $4
            """).With(tenant.Value).With(assignee.Value).With(after?.Value ?? Guid.Empty).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<TicketId>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetGuid(0)));
        return (IReadOnlyList<TicketId>)found;
    });

    public Task<IReadOnlyList<Recorded<TicketEvent>>> Timeline(TimelineQuery query, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(query.Tenant);
        batch.Add("""
            select version, at, actor, kind, data from event
            where tenant_id = $1 and stream_id = $2 and version > $3
              and ($4 or (not (kind = any ($5)) and (kind <> 'ticket.commented' or data ->> 'visibility' = 'public')))
            order by version limit $6
            """)
            .With(query.Tenant.Value).With(query.Ticket.Value).With(query.After).With(query.ForStaff).With(StaffOnly).With(query.Limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var history = new List<Recorded<TicketEvent>>();
        while (await reader.ReadAsync(cancellation))
            history.Add(TicketStore.ReadTicketEvent(reader));
        return (IReadOnlyList<Recorded<TicketEvent>>)history;
    });

    private static async Task<(List<TicketListItem>, TicketPlace?)> ReadPage(
        NpgsqlDataReader reader, TicketQuery query, CancellationToken cancellation)
    {
        var items = new List<TicketListItem>(query.Limit);
        TicketPlace? last = null;
        var more = false;
        while (await reader.ReadAsync(cancellation))
        {
            if (items.Count == query.Limit)
            {
                more = true;
                break;
            }

            items.Add(ReadItem(reader));
            if (items.Count == query.Limit || query.Sort == TicketSort.Change)
                last = new(ReadPlace(reader, query.Sort), items[^1].Id.Value);
        }

        // Changes never end: the last place read is where the next reading goes on, even when there is nothing yet.
        return (items, more ? last : query.Sort == TicketSort.Change ? last ?? query.After : null);
    }

    private static TicketListItem ReadItem(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), new(row.GetGuid(1)), row.GetString(2), row.GetInt32(3), Words<TicketStatus>.Parse(row.GetString(4))!.Value,
        (Priority)row.GetInt16(5), row.GetString(6), row.GetStringOrNull(7), row.GetStringOrNull(8), row.GetStringOrNull(9), new(
            row.GetGuid(10)),
        row.GetGuidOrNull(11) is { } assignee ? new(assignee) : null, row.GetInstant(12), row.GetInstant(13), row.GetInstantOrNull(14),
        row.GetStringOrNull(15), row.GetInstantOrNull(16));

    // Text that PostgreSQL reads back as the very same value.
    private static string ReadPlace(NpgsqlDataReader row, TicketSort sort) => sort switch
    {
        TicketSort.Priority or TicketSort.SlaState => row.GetInt16(Sorted).ToString(CultureInfo.InvariantCulture),
        TicketSort.Number => row.GetInt64(Sorted).ToString(CultureInfo.InvariantCulture),
        TicketSort.Change => row.GetFieldValue<ulong>(Sorted).ToString(CultureInfo.InvariantCulture),
        _ => row.GetInstantOrNull(Sorted) is { } moment ? InstantPattern.ExtendedIso.Format(moment) : "",
    };
}

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
                queue, team, requester, assignee, created_at, {Updated}, due_at, sla_state, closed_at, {SortColumn} as sorted
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
        if (query.Requester is { } requester)
            Add("requester = {0}", requester.Value);
        AddMoment("created_at >= {0}", query.CreatedFrom);
        AddMoment("created_at < {0}", query.CreatedTo);
        AddMoment($"{Updated} >= {{0}}", query.UpdatedFrom);
        AddMoment($"{Updated} < {{0}}", query.UpdatedTo);
        AddMoment("due_at < {0}", query.DueBefore);
        if (query.Text is { } text)
            Add("(number = upper({0}) or strpos(lower(subject), lower({0})) > 0)", text);
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

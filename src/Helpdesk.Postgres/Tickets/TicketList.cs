using System.Globalization;
using Helpdesk.Domain.Tickets;
using NodaTime.Text;

namespace Helpdesk.Postgres.Tickets;

internal sealed partial class TicketList(Database database) : ITicketList
{
    /// <summary>From nothing promised to breached.</summary>
    internal const string SlaRank =
        "coalesce(array_position(array['met', 'paused', 'on_track', 'warned', 'breached'], sla_state), 0)::smallint";

    /// <summary>The column of a page that holds what it is sorted by.</summary>
    private const int Sorted = 20, Besides = 21;

    public Task<TicketPage> Find(TicketQuery query, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = StatementsOf(query);
        await using var reader = await batch.ReadAsync(cancellation);
        var (items, next) = await ReadPage(reader, query, cancellation);
        var (total, isMore) = await ReadTotal(reader, query, cancellation);
        return new TicketPage(items, next, total, isMore);
    });

    private static async Task<(int Total, bool IsMore)> ReadTotal(
        NpgsqlDataReader reader, TicketQuery query, CancellationToken cancellation)
    {
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = (int)reader.GetInt64(0);
        return query.CountAll || total <= TicketPage.CountedTo ? (total, false) : (TicketPage.CountedTo, true);
    }

    // What a later version records may be meant for staff alone: what is not known here is not shown to customers.
    private static readonly string[] ForCustomers =
        [.. EventCodec<Ticket, TicketEvent>.All.Except(TicketDisclosure.StaffOnly.Select(EventCodec<Ticket, TicketEvent>.KindOf))];

    private static readonly string[] ByVisibility = [.. TicketDisclosure.ByVisibility.Select(EventCodec<Ticket, TicketEvent>.KindOf)];

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

    public Task<TicketId?> ByNumber(TenantId tenant, string number, CancellationToken cancellation) => Storage.Ask<TicketId?>(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select id from ticket where tenant_id = $1 and number = upper($2)").With(tenant.Value).With(number);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new TicketId(reader.GetGuid(0)) : null;
    });

    public Task<IReadOnlyList<HistoryEntry<TicketEvent>>> Timeline(TimelineQuery query, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(query.Tenant);
        batch.Add("""
            select version, at, actor, kind, data from event
            where tenant_id = $1 and stream_id = $2 and version > $3
              and ($4 or (kind = any ($5) and (not kind = any ($7)
                or data ->> 'visibility' = 'public')))
            order by version limit $6
            """)
            .With(query.Tenant.Value).With(query.Ticket.Value).With(query.After).With(query.ForStaff).With(ForCustomers).With(query.Limit)
            .With(ByVisibility);
        await using var reader = await batch.ReadAsync(cancellation);
        var history = new List<HistoryEntry<TicketEvent>>();
        while (await reader.ReadAsync(cancellation))
            history.Add(TicketStore.ReadTicketEntry(reader));
        return (IReadOnlyList<HistoryEntry<TicketEvent>>)history;
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

            items.Add(ReadItem(reader, Besides));
            if (items.Count == query.Limit)
                last = new(ReadPlace(reader, query.Sort), items[^1].Id.Value);
        }

        return (items, more ? last : null);
    }

    /// <param name="besides">Where <see cref="TicketListSql.Besides"/> begins.</param>
    internal static TicketListItem ReadItem(NpgsqlDataReader row, int besides) => new()
    {
        Tenant = new(row.GetGuid(0)),
        Id = new(row.GetGuid(1)),
        Number = row.GetString(2),
        Version = row.GetInt32(3),
        Status = Words<TicketStatus>.Parse(row.GetString(4))!.Value,
        Priority = (Priority)row.GetInt16(5),
        Subject = row.GetString(6),
        Category = row.GetStringOrNull(7),
        Queue = row.GetStringOrNull(8),
        Team = row.GetStringOrNull(9),
        Requester = new(row.GetGuid(10)),
        Assignee = row.GetGuidOrNull(11) is { } assignee ? new(assignee) : null,
        CreatedAt = row.GetInstant(12),
        UpdatedAt = row.GetInstant(13),
        DueAt = row.GetInstantOrNull(14),
        SlaState = row.GetStringOrNull(15),
        ClosedAt = row.GetInstantOrNull(16),
        ReopenRequestedAt = row.GetInstantOrNull(17),
        MergedInto = row.GetStringOrNull(19) is { } number ? new(new(row.GetGuid(18)), number) : null,
        RequesterName = row.GetStringOrNull(besides),
        AssigneeName = row.GetStringOrNull(besides + 1),
        DueTarget = row.GetStringOrNull(besides + 2),
        Tags = row.IsDBNull(besides + 3) ? [] : row.GetFieldValue<string[]>(besides + 3),
        LastComment = row.GetInstantOrNull(besides + 4) is { } said ? new(said, row.GetBoolean(besides + 5)) : null,
        IsUnread = row.GetBoolean(besides + 6),
    };

    // Text that PostgreSQL reads back as the very same value.
    private static string ReadPlace(NpgsqlDataReader row, TicketSort sort) => sort switch
    {
        TicketSort.Priority or TicketSort.SlaState => row.GetInt16(Sorted).ToString(CultureInfo.InvariantCulture),
        TicketSort.Number => row.GetInt64(Sorted).ToString(CultureInfo.InvariantCulture),
        _ => row.GetInstantOrNull(Sorted) is { } moment ? InstantPattern.ExtendedIso.Format(moment) : "",
    };
}

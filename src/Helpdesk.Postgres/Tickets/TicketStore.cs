using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

internal sealed class TicketStore(Database database) : AggregateStore<Ticket, TicketEvent>(database, Row), ITicketStore
{
    // Nothing that is kept depends on a ticket, and they change all the time.
    protected override void Changed(TenantId tenant) { }

    private const string SelectComments = """
        select said.stream_id, said.version, said.at, said.actor, said.kind, said.data, back.at, back.actor
        from event said left join event back on back.tenant_id = $1 and back.stream_id = said.stream_id
            and back.kind = 'ticket.comment_withdrawn' and back.data ->> 'comment' = said.data ->> 'id'
        where said.tenant_id = $1 and said.stream_id = any ($2) and said.kind = 'ticket.commented'
        """;

    private static readonly TicketRow Row = new();

    // In its place, so that pages stay as long as they are; who may have read it nobody knows.
    private static readonly TicketEvent Unreadable = new TicketEvent.Commented(
        Guid.Empty, "Dieser Kommentar ist nicht lesbar. / This comment cannot be read.", Visibility.Internal, FromStaff: true);

    public async Task<(Ticket Ticket, IReadOnlyList<TicketComment> Comments)?> LoadWithComments(
        TenantId tenant, Guid ticket, int comments, CancellationToken cancellation)
    {
        if (await ReadWithComments(tenant, ticket, comments, cancellation) is not { } stored)
            return null;
        var state = await Database.OrRebuilt<Ticket, TicketEvent>(stored.Ticket, tenant, ticket);
        // Each statement sees what was committed when it began: what came after the row was read is not part of it.
        return (state, [.. stored.Comments.Where(comment => comment.Recorded.Version <= state.Version)]);
    }

    private Task<(Ticket? Ticket, List<TicketComment> Comments)?> ReadWithComments(
        TenantId tenant, Guid ticket, int comments, CancellationToken cancellation) =>
        Storage.Ask<(Ticket?, List<TicketComment>)?>(async () =>
        {
            await using var batch = StatementsToLoad(tenant, ticket, comments);
            await using var reader = await batch.ReadAsync(cancellation);
            if (!await reader.ReadAsync(cancellation))
                return null;

            var state = Database.States.ReadOrLeaveOut(tenant, Ticket.Kind, ticket, () => Row.Read(reader));
            await reader.NextResultAsync(cancellation);
            return (state, await ReadComments(reader, cancellation));
        });

    internal TenantBatch StatementsToLoad(TenantId tenant, Guid ticket, int comments)
    {
        var batch = Database.ForTenant(tenant);
        Row.AddLoad(batch, tenant, ticket);
        batch.Add(SelectComments + " order by said.version limit $3").With(tenant.Value).With(new[] { ticket }).With(comments);
        return batch;
    }

    public Task<IReadOnlyList<TicketComment>> Comments(CommentQuery query, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(query.Tenant);
        var (beyond, order) = query.Descending ? ("<", "desc") : (">", "asc");
        batch.Add(SelectComments + $"""
              and ($3 or said.data ->> 'visibility' = 'public')
              and ($4::timestamptz is null or (said.at, said.stream_id, said.version) {beyond} ($4, $5, $6))
              and ($8::text is null or said.data ->> 'id' = $8)
            order by said.at {order}, said.stream_id {order}, said.version {order} limit $7
            """)
            .With(query.Tenant.Value).With(query.Tickets.ToArray()).With(query.IncludeInternal)
            .With(query.After?.At).With(query.After?.Ticket.Value ?? Guid.Empty).With(query.After?.Version ?? 0).With(query.Limit).With(
                query.Comment?.ToString("D"));
        await using var reader = await batch.ReadAsync(cancellation);
        return (IReadOnlyList<TicketComment>)await ReadComments(reader, cancellation);
    });

    // One question however far they reach: 30 ms for a chain of a thousand, where a question for each ticket would wake as many grains.
    public Task<ILookup<TicketId, LinkStep>> LinksFrom(
        TenantId tenant, TicketId start, LinkKind kind, int most, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add($"""
            with recursive reached (id) as (
                select $2::uuid
                union
                select step.other from reached near cross join lateral ({StepsFromNear}) step
            )
            select near.id, step.other, step.number, step.merged_into, step.held_by
            from (select id from reached limit $4) near cross join lateral ({StepsFromNear}) step
            """).With(tenant.Value).With(start.Value).With(Words<LinkKind>.Of(kind)).With(most);
        await using var reader = await batch.ReadAsync(cancellation);
        var links = new List<(TicketId From, LinkStep Step)>();
        while (await reader.ReadAsync(cancellation))
            links.Add((new(reader.GetGuid(0)), new(
                new(reader.GetGuid(1)), reader.GetString(2), reader.GetStringOrNull(3), reader.GetStringOrNull(4))));
        return links.ToLookup(pair => pair.From, pair => pair.Step);
    });

    // Those of a ticket and of what was merged into it. "offset 0" has each ticket looked up by its key, as long as the planner knows how
    // large the table is.
    private const string StepsFromNear = """
        select coalesce(o.merged_into, (link ->> 'other')::uuid) as other, link ->> 'number' as number, o.into_number as merged_into,
            case when one.id <> near.id then one.number end as held_by
        from lateral (
            select f.id, f.number, f.state -> 'links' as links from ticket f
            where f.tenant_id = $1 and not f.deleted and (f.id = near.id or f.merged_into = near.id) and f.id = any (array(
                select near.id union all
                select (absorbed ->> 'ticket')::uuid from ticket t cross join jsonb_array_elements(t.state -> 'absorbed') absorbed
                where t.tenant_id = $1 and t.id = near.id))
            offset 0
        ) one cross join jsonb_array_elements(one.links) link
        left join lateral (
            select n.merged_into,
                (select into_one.number from ticket into_one where into_one.tenant_id = $1 and into_one.id = n.merged_into) as into_number
            from ticket n where n.tenant_id = $1 and n.id = (link ->> 'other')::uuid offset 0
        ) o on true
        where link ->> 'kind' = $3
        """;

    public Task<NumberBlock> ReserveNumbers(TenantId tenant, int count, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add("""
            with block as (
                insert into ticket_number (tenant_id, reserved) values ($1, $2)
                on conflict (tenant_id) do update set reserved = ticket_number.reserved + $2
                returning reserved)
            select tenant.number_prefix, block.reserved from block, tenant where tenant.id = $1
            """).With(tenant.Value).With((long)count);
        await using var reader = await batch.ReadAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            throw new InvalidOperationException($"There is no tenant {tenant}.");

        var last = reader.GetInt64(1);
        return new NumberBlock(reader.GetString(0), last - count + 1, last);
    });

    /// <summary>Columns version, at, actor, kind, data.</summary>
    /// <param name="isWhole">Else members were left out on purpose.</param>
    internal static HistoryEntry<TicketEvent> ReadTicketEntry(NpgsqlDataReader reader, bool isWhole = true) =>
        ReadEntry(reader, 0, (kind, data) => EventCodec<Ticket, TicketEvent>.Read(kind, data, isWhole));

    private static async Task<List<TicketComment>> ReadComments(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var comments = new List<TicketComment>();
        while (await reader.ReadAsync(cancellation))
        {
            var entry = ReadEntry(reader, 1, (kind, data) => EventCodec<Ticket, TicketEvent>.Read(kind, data));
            var said = entry.Recorded ?? new(entry.Version, entry.At, entry.Actor, Unreadable);
            var comment = new TicketComment(new(reader.GetGuid(0)), said);
            var by = reader.GetGuidOrNull(7) is { } account ? new AccountId(account) : (AccountId?)null;
            comments.Add(reader.GetInstantOrNull(6) is { } withdrawn ? comment.Without(new(withdrawn, by)) : comment);
        }

        return comments;
    }
}

using System.Globalization;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

internal sealed class TicketReads(Database database) : ITicketReads
{
    // $1 tenant, $2 reader, $3 ticket, $4 whether staff.
    private static readonly string Seen = $"""
        select t.id, case when $4 then t.version else t.public_version end as version,
            case when $4 then {TicketReadSql.OfOthers(customer: false, "$2", "t")}
                else {TicketReadSql.OfOthers(customer: true, "$2", "t")} end as of_others
        from ticket t where t.tenant_id = $1 and t.id = $3 and not t.deleted and ($4 or t.requester = $2)
        """;

    private static readonly string Stands = $"""
        select seen.of_others > coalesce(r.version, 0), coalesce(r.version, 0)
        from ({Seen}) seen left join ticket_read r on r.tenant_id = $1 and r.account_id = $2 and r.ticket_id = seen.id
        """;

    // A mark never goes back, so what two windows say at once ends at the same.
    private static readonly string Advance = $"""
        insert into ticket_read as present (tenant_id, account_id, ticket_id, version)
        select $1, $2, seen.id, least(coalesce($5, seen.version), seen.version) from ({Seen}) seen
        on conflict (tenant_id, account_id, ticket_id) do update set version = excluded.version, tx = excluded.tx
        where present.version < excluded.version
        """;

    private static readonly string Mark = $"""
        insert into ticket_read as present (tenant_id, account_id, ticket_id, version) select $1, $2, seen.id, -1 from ({Seen}) seen
        on conflict (tenant_id, account_id, ticket_id) do update set version = excluded.version, tx = excluded.tx
        where present.version <> -1
        """;

    public Task<TicketReadMark?> Of(Member reader, TicketId ticket, CancellationToken cancellation) =>
        Ask(reader, ticket, null, cancellation);

    public Task<TicketReadMark?> Read(Member reader, TicketId ticket, int? version, CancellationToken cancellation) =>
        Ask(reader, ticket, (batch, of) => of(batch.Add(Advance)).With(version), cancellation);

    public Task<TicketReadMark?> MarkUnread(Member reader, TicketId ticket, CancellationToken cancellation) =>
        Ask(reader, ticket, (batch, of) => of(batch.Add(Mark)), cancellation);

    public Task<TicketReadNews> Since(string? since, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        // Whoever writes now has a later transaction than the oldest that still runs: told with the next question, perhaps twice.
        batch.Add("select pg_snapshot_xmin(pg_current_snapshot())::text");
        batch.Add($"""
            select r.tenant_id, r.account_id, r.ticket_id, t.requester,
                {TicketReadSql.OfOthers(customer: false, "r.account_id", "t")} > r.version,
                {TicketReadSql.OfOthers(customer: true, "r.account_id", "t")} > r.version, r.tx::text
            from ticket_read r join ticket t on t.tenant_id = r.tenant_id and t.id = r.ticket_id and not t.deleted
            where r.tx >= $1::text::xid8
            """).With(since ?? ulong.MaxValue.ToString(CultureInfo.InvariantCulture));
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var next = reader.GetString(0);
        await reader.NextResultAsync(cancellation);
        var changes = new List<TicketReadChange>();
        while (await reader.ReadAsync(cancellation))
            changes.Add(new(
                new(reader.GetGuid(0)), new(reader.GetGuid(1)), new(reader.GetGuid(2)), new(reader.GetGuid(3)), reader.GetBoolean(4),
                reader.GetBoolean(5), reader.GetString(6)));
        return new TicketReadNews(changes, next);
    });

    private Task<TicketReadMark?> Ask(
        Member reader, TicketId ticket, Action<TenantBatch, Func<BatchStatement, BatchStatement>>? act, CancellationToken cancellation) =>
        Storage.Ask<TicketReadMark?>(async () =>
    {
        await using var batch = database.ForTenant(reader.Tenant);
        act?.Invoke(batch, Of);
        Of(batch.Add(Stands));
        await using var found = await batch.ReadAsync(cancellation);
        return await found.ReadAsync(cancellation)
            ? new TicketReadMark(reader.Tenant, ticket, found.GetInt32(1), found.GetBoolean(0)) : null;

        BatchStatement Of(BatchStatement statement) =>
            statement.With(reader.Tenant.Value).With(reader.Account.Value).With(ticket.Value).With(reader.IsStaff);
    });
}

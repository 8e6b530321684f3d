using Helpdesk.Domain.Due;

namespace Helpdesk.Postgres.Due;

internal sealed class DueStore(Database database) : IDueStore
{
    // The lease doubles with each attempt: a subject that cannot be settled is told after 30 s, 1 min, 2 min, … at most every 16 min.
    // Nothing is told of a deleted municipality but that its own time has come: restored, it finds everything where it was.
    internal const string ClaimDue = """
        with taken as (
            select tenant_id, stream_id, kind from due
            where shard = $1 and due_at <= coalesce($2, now()) and (leased_until is null or leased_until <= coalesce($2, now()))
                and (subject = 'tenant' or not exists (select from tenant t where t.id = due.tenant_id and t.status = 'deleted'))
            order by due_at limit $3 for update skip locked)
        update due set attempts = due.attempts + 1,
            leased_until = coalesce($2, now()) + interval '30 seconds' * (1 << least(due.attempts, 5))
        from taken where due.tenant_id = taken.tenant_id and due.stream_id = taken.stream_id and due.kind = taken.kind
        returning due.tenant_id, due.stream_id, due.subject, due.kind, due.due_at, due.attempts
        """;

    public Task<IReadOnlyList<DueSubject>> Claim(int shard, Instant? given, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(ClaimDue).With((short)shard).With(given).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var due = new List<DueSubject>();
        while (await reader.ReadAsync(cancellation))
            due.Add(new(new(reader.GetGuid(0)), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetInstant(4),
                reader.GetInt32(5)));
        return (IReadOnlyList<DueSubject>)[.. due.OrderBy(one => one.At)];
    });

    public Task Postpone(IReadOnlyList<DueSubject> due, Instant until, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            update due set attempts = due.attempts - 1, leased_until = $4
            from unnest($1, $2, $3) one(tenant, stream, kind)
            where due.tenant_id = one.tenant and due.stream_id = one.stream and due.kind = one.kind and due.attempts > 0
                and due.leased_until < 'infinity'
            """)
            .With(due.Select(one => one.Tenant.Value).ToArray()).With(due.Select(one => one.Stream).ToArray())
            .With(due.Select(one => one.Kind).ToArray()).With(until);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task Park(DueSubject due, Mishap why, Instant? given, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        // The attempt that failed names it: settled, or moved to another moment, it is another one.
        batch.Add($"""
            with parked as (
                update due set leased_until = 'infinity'
                where tenant_id = $1 and stream_id = $2 and kind = $3 and attempts = $4
                returning subject)
            {ParkedSql.Insert} select $1, 'due', subject, $2, 0, $3, $4, $5, $6, coalesce($7, now()), coalesce($7, now()), null from parked
            {ParkedSql.Again}
            """)
            .With(due.Tenant.Value).With(due.Stream).With(due.Kind).With(due.Attempts).With(Words<MishapReason>.Of(why.Reason))
            .With(why.Detail).With(given);
        return await batch.ExecuteAsync(cancellation);
    });
}

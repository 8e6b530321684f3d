using Helpdesk.Domain.People;

namespace Helpdesk.Postgres.People;

internal sealed class ActivityLog(Database database) : IActivityLog
{
    // Two short walks down two indexes, newest first: what happened to the person, and what they did to others. The second index leaves out
    // what is never asked for, in these very words (0097).
    private const string Newest = """
        select a.at, a.position, a.kind, a.stream_id, a.actor, m.name, case when $4 then a.origin end
        from (
            (select at, position, kind, stream_id, actor, origin from event
             where tenant_id = $1 and stream_id = $2 and (split_part(kind, '.', 1) = 'membership' or ($4
                 and split_part(kind, '.', 1) = 'account'))
               and (at, position) < ($5, $6)
             order by at desc, position desc limit $7)
            union all
            (select at, position, kind, stream_id, actor, origin from event
             where tenant_id = $1 and actor = $2 and kind not like 'ticket.%' and kind not like 'account.%' and stream_id <> $2
               and split_part(kind, '.', 1) = any ($3) and (at, position) < ($5, $6)
             order by at desc, position desc limit $7)
        ) a
        left join membership m on m.tenant_id = $1 and m.account_id = a.actor
        order by a.at desc, a.position desc limit $7
        """;

    private static readonly Instant End = Instant.FromUtc(9000, 1, 1, 0, 0);

    public Task<IReadOnlyList<Activity>> Find(ActivityQuery query, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(query.Tenant);
        batch.Add(Newest).With(query.Tenant.Value).With(query.Person.Value).With(ActivityRules.Administrative.ToArray()).With(
            query.View is ActivityView.Security).With(query.After?.At ?? End).With(query.After?.Position ?? 0L).With(query.Limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<Activity>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new(
                new(reader.GetInstant(0), reader.GetInt64(1)), reader.GetString(2), reader.GetGuid(3), reader.GetGuidOrNull(4) is { } actor
                    ? new(actor) : null,
                reader.GetStringOrNull(5), reader.GetStringOrNull(6)));
        }

        return (IReadOnlyList<Activity>)found;
    });
}

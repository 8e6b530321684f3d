using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helpdesk.Domain.Audit;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Audit;

internal sealed class AuditTrail(Database database) : IAuditTrail
{
    private const int Page = 1_000;

    private static readonly string Columns = $"""
        select e.at, e.position, l.number, e.stream_id, e.version, e.actor, m.name, m.role, coalesce(k.name, c.name), e.origin, e.kind,
            e.data,
            case {string.Join(' ', AuditState.All.Select(Earlier))} end
        from event e
        left join audit_link l on l.tenant_id = $1 and l.stream_id = e.stream_id and l.version = e.version
        left join membership m on m.tenant_id = $1 and m.account_id = e.actor
        left join api_key k on k.tenant_id = $1 and k.id = e.actor
        left join oidc_application c on c.tenant_id = $1 and c.id = e.actor
        where e.tenant_id = $1
        """;

    public Task<IReadOnlyList<AuditEntry>> Find(AuditQuery query, AuditPlace? after, int limit, CancellationToken cancellation) =>
        Read(query, after, "<", "desc", limit, cancellation);

    public async IAsyncEnumerable<IReadOnlyList<AuditEntry>> Pages(
        AuditQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        AuditPlace? after = null;
        while (true)
        {
            var page = await Read(query, after, ">", "asc", Page, cancellation);
            yield return page;
            if (page.Count < Page)
                yield break;
            after = page[^1].Place;
        }
    }

    // The rows are few for the time they cover, but a first run may find years of them: so many at once that no statement runs for long.
    public async Task<int> Forget(TenantId tenant, Instant before, CancellationToken cancellation)
    {
        var (forgotten, round) = (0, 0);
        do
        {
            round = await Storage.Ask(async () =>
            {
                await using var batch = database.ForWorker();
                batch.Add("""
                    delete from event e using (
                        select stream_id, version from event o
                        where o.tenant_id = $1 and o.at < $2 and split_part(o.kind, '.', 1) = any ($3)
                          and exists (select from event l where l.tenant_id = $1 and l.stream_id = o.stream_id and l.version > o.version)
                        limit 5000) old
                    where e.tenant_id = $1 and e.stream_id = old.stream_id and e.version = old.version
                    """).With(tenant.Value).With(before).With(AuditRetention.Forgettable.ToArray());
                return await batch.ExecuteAsync(cancellation);
            });
            forgotten += round;
        }
        while (round > 0);
        return forgotten;
    }

    private Task<IReadOnlyList<AuditEntry>> Read(
        AuditQuery query, AuditPlace? after, string beyond, string order, int limit, CancellationToken cancellation) =>
            Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(query.Tenant);
        batch.Add($"""
            {Columns}
              and ($2::uuid is null or e.actor = $2) and ($3::text[] is null or e.kind = any ($3) or split_part(e.kind, '.', 1) = any ($3))
              and ($4::uuid is null or e.stream_id = $4) and e.at >= $5 and e.at < $6 and (e.at, e.position) {beyond} ($7, $8)
            order by e.at {order}, e.position {order} limit $9
            """)
            .With(query.Tenant.Value).With(query.Actor?.Value).With(query.Kinds.Count == 0 ? null : query.Kinds.ToArray())
                .With(query.Subject)
            .With(query.From ?? Instant.FromUtc(1970, 1, 1, 0, 0)).With(query.To ?? Instant.FromUtc(9000, 1, 1, 0, 0))
            .With(after?.At ?? (order == "asc" ? Instant.FromUtc(1970, 1, 1, 0, 0) : Instant.FromUtc(9000, 1, 1, 0, 0)))
                .With(after?.Position ?? 0L).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var entries = new List<AuditEntry>();
        while (await reader.ReadAsync(cancellation))
            entries.Add(ReadOne(reader));
        return (IReadOnlyList<AuditEntry>)entries;
    });

    // The value in the event before that set one. All words here are our own.
    private static string Earlier(AuditState state) => $"""
        when e.kind in ({Kinds(state, state.Sets.Concat(state.Ends))}) then (
            select p.data -> '{state.Value}' from event p
            where p.tenant_id = $1 and p.stream_id = e.stream_id and p.version < e.version and p.kind in ({Kinds(state, state.Sets)})
              {string.Concat(state.SameAs.Select(same => $"and p.data #>> '{{{same.InSets}}}' = coalesce(e.data #>> '{{{same.InSets}}}', e.data #>> '{{{same.InEnds}}}') "))}
            order by p.version desc limit 1)
        """;

    private static string Kinds(AuditState state, IEnumerable<string> what) =>
        string.Join(", ", what.Select(word => $"'{state.Aggregate}.{word}'"));

    private static AuditEntry ReadOne(NpgsqlDataReader row)
    {
        var kind = row.GetString(10);
        return new()
        {
            Place = new(row.GetInstant(0), row.GetInt64(1)),
            Number = row.IsDBNull(2)
                ? null : row.GetInt64(2),
            Stream = row.GetGuid(3),
            Version = row.GetInt32(4),
            Actor = ActorOf(row),
            Origin = AuditOrigin.Parse(row.GetStringOrNull(9)),
            Kind = kind,
            Data = AuditDisclosure.Of(kind, ParsedOrNull(row.GetString(11)) as JsonObject ?? []),
            Before = row.GetStringOrNull(12) is { } before ? ParsedOrNull(before) : null,
        };
    }

    // What was spoilt is shown by its kind alone: of what is no object nobody knows what in it may be shown.
    private static JsonNode? ParsedOrNull(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AuditActor? ActorOf(NpgsqlDataReader row)
    {
        if (row.GetGuidOrNull(5) is not { } id)
            return null;
        if (row.GetStringOrNull(8) is { } key)
            return new(new(id), AuditActorKind.ApiKey, key);
        return row.GetStringOrNull(6) is { } name && Words<Role>.Parse(row.GetString(7)) is not Role.Operator
            ? new(new(id), AuditActorKind.Person, name)
            : new(new(id), AuditActorKind.Operator, row.GetStringOrNull(6));
    }
}

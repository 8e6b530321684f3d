using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Postgres.FeatureFlags;

internal sealed class FlagSetStore(Database database)
    : AggregateStore<FlagSet, FlagSetEvent>(database, new DocumentRow<FlagSet, FlagSetEvent>()), IFlagSetStore
{
    public Task<IReadOnlyList<HistoryEntry<FlagSetEvent>>> HistoryOf(TenantId tenant, string key, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add("""
            select version, at, actor, kind, data from event
            where tenant_id = $1 and stream_id = $2 and data ->> 'key' = $3 order by version
            """).With(tenant.Value).With(FlagSet.Stream).With(key);
        await using var reader = await batch.ReadAsync(cancellation);
        var history = new List<HistoryEntry<FlagSetEvent>>();
        while (await reader.ReadAsync(cancellation))
            history.Add(ReadEntry(reader, 0, (kind, data) => EventCodec<FlagSet, FlagSetEvent>.Read(kind, data)));
        return (IReadOnlyList<HistoryEntry<FlagSetEvent>>)history;
    });
}

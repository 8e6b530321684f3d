using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Postgres.FeatureFlags;

/// <summary>
/// Reads all sets in the worker's role. The versions of a thousand tenants are a thousand short rows, so comparing them every second costs
/// less than keeping a list of changes would.
/// </summary>
internal sealed class FlagSources(Database database) : IFlagSources, IAsyncDisposable
{
    private const string Versions = """
        select t.id, t.version, coalesce(s.version, 0), coalesce(l.version, 0)
        from tenant t left join aggregate s on s.tenant_id = t.id and s.kind = 'flag_set'
        left join aggregate l on l.tenant_id = t.id and l.kind = 'licence'
        where t.status <> 'deleted'
        """;

    private const string Sources = """
        select t.id, t.slug, t.state, s.state, l.state
        from tenant t left join aggregate s on s.tenant_id = t.id and s.kind = 'flag_set'
        left join aggregate l on l.tenant_id = t.id and l.kind = 'licence'
        where t.id = any ($1)
        """;

    // One wait at a time, and none when the connection is closed: the driver refuses both.
    private readonly SemaphoreSlim waiting = new(1);
    private readonly CancellationTokenSource ending = new();
    private NpgsqlConnection? listening;
    private int listeningSince;

    public Task<FlagSourceChanges> ChangesSince(IReadOnlyDictionary<TenantId, FlagSourceVersion> known, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        var present = await ReadVersions(cancellation);
        var changed = present.Where(pair => !known.TryGetValue(pair.Key, out var version) || version != pair.Value)
            .Select(pair => pair.Key).ToList();
        var (sources, unreadable) = await ReadSources(changed, cancellation);

        // Each with the version seen before it was read: what changed in between differs again next time.
        return new FlagSourceChanges(
            [.. sources.Select(source => (source, present[source.Tenant.Id]))],
            [.. known.Keys.Where(tenant => !present.ContainsKey(tenant))],
            [.. unreadable.Select(pair => (pair.Tenant, present[pair.Tenant], pair.Why))]);
    });

    public async Task Nudged(TimeSpan atMost, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, ending.Token);
        await waiting.WaitAsync(ended.Token);
        try
        {
            await (await Listening(ended.Token)).WaitAsync(atMost, ended.Token);
        }
        catch (Exception lost) when (lost is NpgsqlException or IOException or InvalidOperationException or StorageException)
        {
            await StopListening();
            await Task.Delay(atMost, ended.Token);
        }
        finally
        {
            waiting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await waiting.WaitAsync();
        await StopListening();
        ending.Dispose();
        waiting.Dispose();
    }

    private async Task<Dictionary<TenantId, FlagSourceVersion>> ReadVersions(CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add(Versions);
        await using var reader = await batch.ReadAsync(cancellation);
        var versions = new Dictionary<TenantId, FlagSourceVersion>();
        while (await reader.ReadAsync(cancellation))
            versions[new(reader.GetGuid(0))] = new(reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
        return versions;
    }

    private async Task<(List<FlagSource> Sources, List<(TenantId Tenant, Exception Why)> Unreadable)> ReadSources(
        List<TenantId> tenants, CancellationToken cancellation)
    {
        var (sources, unreadable) = (new List<FlagSource>(), new List<(TenantId, Exception)>());
        if (tenants.Count == 0)
            return (sources, unreadable);

        foreach (var row in await ReadRows(tenants, cancellation))
        {
            try
            {
                sources.Add(new(await TenantFacts.Of(database, row), await Set(row)));
            }
            catch (UnreadableException why)
            {
                unreadable.Add((row.Tenant, why));
            }
        }

        return (sources, unreadable);
    }

    private async ValueTask<FlagSet?> Set(FlagSourceRow row) => row.Flags is null ? null : await database.OrRebuilt<FlagSet, FlagSetEvent>(
        database.States.ReadOrLeaveOut<FlagSet>(row.Tenant, FlagSet.Kind, FlagSet.Stream, row.Flags), row.Tenant, FlagSet.Stream);

    private async Task<List<FlagSourceRow>> ReadRows(List<TenantId> tenants, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add(Sources).With(tenants.Select(tenant => tenant.Value).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        var rows = new List<FlagSourceRow>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(new(
                new(reader.GetGuid(0)), reader.GetString(1), reader.GetString(2), reader.GetStringOrNull(3), reader.GetStringOrNull(4)));
        return rows;
    }

    private async Task<NpgsqlConnection> Listening(CancellationToken cancellation)
    {
        if (listening is not null && listeningSince == database.Forgotten)
            return listening;

        // It would wait for ever on a connection that was dropped in between: who only listens says nothing that could fail.
        await StopListening();
        listeningSince = database.Forgotten;
        var connection = await database.Worker.OpenConnectionAsync(cancellation);
        try
        {
            await using var listen = new NpgsqlCommand("listen helpdesk_flags", connection);
            await listen.ExecuteNonQueryAsync(cancellation);
            return listening = connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task StopListening()
    {
        if (listening is { } connection)
        {
            listening = null;
            await connection.DisposeAsync();
        }
    }
}

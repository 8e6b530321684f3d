using Helpdesk.Domain.FeatureFlags;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.FeatureFlags;

/// <summary>
/// Keeps the snapshot of this process in step with the database: read whole before the host serves anything, then whatever changed, on a
/// nudge or after <see cref="CurrentFlagsOptions.Poll"/>. While the database is away the last snapshot stays: not one answer changes.
/// </summary>
public sealed partial class CurrentFlags(
    IFlagSources sources, IOptions<CurrentFlagsOptions> options, TimeProvider time, ILogger<CurrentFlags> log)
        : BackgroundService, ICurrentFlags
{
    private readonly Dictionary<TenantId, FlagSourceVersion> known = [];
    private volatile State state = new(CompiledFlags.Empty, null);
    private readonly SemaphoreSlim refreshing = new(1);
    private bool away;

    public CompiledFlags Current => state.Snapshot;

    public Instant? InStepAt => state.InStepAt;

    public string Environment => options.Value.Environment;

    public Task CatchUp(CancellationToken cancellation) => TryRefresh(cancellation);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await sources.Nudged(options.Value.Poll, stoppingToken);
                await TryRefresh(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryRefresh(CancellationToken cancellation)
    {
        try
        {
            await Refresh(cancellation);
            if (away)
                LogBack(log);
            away = false;
        }
        catch (Exception unreachable) when (unreachable is not OperationCanceledException)
        {
            // Whatever it is, the last answers are better than none, and the next attempt may succeed.
            if (!away)
                LogAway(log, InStepAt, unreachable);
            away = true;
        }
    }

    private async Task Refresh(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            await RefreshAlone(cancellation);
        }
        finally
        {
            refreshing.Release();
        }
    }

    private async Task RefreshAlone(CancellationToken cancellation)
    {
        var now = time.Now();
        var changes = await sources.ChangesSince(known, cancellation);
        var next = state.Snapshot;
        if (changes.Gone.Count > 0)
            next = next.Without(changes.Gone);
        if (changes.Changed.Count > 0)
            next = next.With([.. changes.Changed.Select(change => change.Source)]);

        state = new(next, now);
        foreach (var gone in changes.Gone)
            known.Remove(gone);
        foreach (var (source, version) in changes.Changed)
            known[source.Tenant.Id] = version;
        foreach (var (tenant, version, why) in changes.Unreadable)
        {
            LogUnreadable(log, tenant.Value, why);
            known[tenant] = version;
        }
    }

    private sealed record State(CompiledFlags Snapshot, Instant? InStepAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; flags are answered as they were at {InStepAt}.")]
    private static partial void LogAway(ILogger log, Instant? inStepAt, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is back; flags are in step again.")]
    private static partial void LogBack(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The flags of tenant {TenantId} cannot be read; they are answered as before.")]
    private static partial void LogUnreadable(ILogger log, Guid tenantId, Exception exception);
}

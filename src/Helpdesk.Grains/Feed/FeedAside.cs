namespace Helpdesk.Grains.Feed;

/// <summary>Tries again what was set aside, beside the feed: each tenant by itself, so one that takes long holds up no other.</summary>
internal sealed partial class FeedAside(FeedConsumer consumer, IFeedTurn turn, FeedOptions options, TimeProvider time, ILogger log)
{
    private const int Lanes = 4;
    private const int Most = 50;

    // Until the tries that were begun are surely over.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <param name="stopping">For what is being asked; asking is never cut off before.</param>
    /// <param name="ending">Nothing new is begun.</param>
    public async Task Follow(CancellationToken stopping, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            var lease = time.Now() + Duration.FromTimeSpan(consumer.TimeLimit + Slack);
            var aside = await turn.TakeAside(time.Now(), lease, Most, stopping);
            await Parallel.ForEachAsync(
                aside.GroupBy(one => one.Event.Tenant),
                new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = stopping },
                async (ofTenant, _) => await Retry(ofTenant, stopping, ending));
            if (aside.Count == 0)
                await Task.Delay(Every, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // After one that takes too long the others of its tenant wait until their lease is over.
    private async Task Retry(IEnumerable<EventAside> ofTenant, CancellationToken stopping, CancellationToken ending)
    {
        foreach (var aside in ofTenant)
        {
            if (ending.IsCancellationRequested || await Retry(aside, stopping) is MishapReason.Overdue)
                return;
        }
    }

    private async Task<MishapReason?> Retry(EventAside aside, CancellationToken stopping)
    {
        var happened = aside.Event;
        if (await FeedTry.Run(token => consumer.Handle([happened], token), consumer.TimeLimit, stopping) is not { } why)
        {
            await turn.Settle(happened, stopping);
            return null;
        }

        var (tries, now) = (aside.Tries + 1, time.Now());
        var next = Retries.Next(why.Reason, tries, now, options.LongestPause);
        await turn.SetAside(happened, why, tries, now, next, stopping);
        if (next is null)
            LogParked(log, consumer.Name, happened.Kind, happened.Tenant, happened.Stream, happened.Version, tries, why.Reason, why.Detail);
        return why.Reason;
    }

    [LoggerMessage(Level = LogLevel.Error, Message =
        "{Consumer} could not handle {Kind} of tenant {Tenant}, {Stream} {Version} in {Tries} tries ({Reason}: {Detail}); it is parked.")]
    private static partial void LogParked(
        ILogger log, string consumer, string kind, TenantId tenant, Guid stream, int version, int tries, MishapReason reason,
        string? detail);
}

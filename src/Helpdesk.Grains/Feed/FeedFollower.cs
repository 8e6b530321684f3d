namespace Helpdesk.Grains.Feed;

/// <summary>
/// Takes one consumer along the feed as long as its turn is held. An event that cannot be handled is set aside and the others go on:
/// <see cref="FeedAside"/> tries it again.
/// </summary>
internal sealed partial class FeedFollower(
    FeedConsumer consumer, IFeedTurn turn, FeedOptions options, TimeProvider time, Action succeeded, ILogger log)
{
    // Large enough that a busy platform's events cost few round trips.
    private const int PageSize = 500;

    // So many in a row lack the database, a grain, …: it is not their fault, and tries would be wasted on them.
    private const int Outage = 3;

    // A consumer of rare events gets far without handling any; so far at most it would look again after a restart.
    private static readonly TimeSpan SaveIdleEvery = TimeSpan.FromMinutes(1);

    // A tenant's event that takes too long holds up everybody once; for so long what comes of this tenant is set aside untried.
    private static readonly TimeSpan SlowFor = TimeSpan.FromSeconds(30);

    private readonly Dictionary<TenantId, long> slowSince = [];
    private int unavailable;

    /// <inheritdoc cref="FeedAside.Follow"/>
    public async Task Follow(CancellationToken stopping, CancellationToken ending)
    {
        await consumer.Begin(() => turn.Save(FeedPlace.Start, stopping), stopping);
        var (place, saved, isBehind) = (turn.Place, time.GetTimestamp(), true);
        while (!ending.IsCancellationRequested)
        {
            var page = await turn.Read(place, consumer.Kinds, PageSize, stopping);
            var (ripe, next) = Ripe(page, place);
            await Handle(ripe, stopping);
            succeeded();
            place = next;
            if (ripe.Count > 0 || (place != turn.Place && time.GetElapsedTime(saved) > SaveIdleEvery))
            {
                await turn.Save(place, stopping);
                saved = time.GetTimestamp();
            }

            if (page.IsFull && ripe.Count == page.Events.Count)
                continue;
            if (isBehind)
                await consumer.CatchUp(stopping);
            isBehind = false;
            await Task.Delay(options.Poll, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Handle(IReadOnlyList<FeedEvent> events, CancellationToken stopping)
    {
        FeedPlace? done = null;
        var unsaved = 0;
        try
        {
            foreach (var together in events.Chunk(Math.Max(1, consumer.AtOnce)))
            {
                await HandleTogether(together, stopping);
                (done, unsaved) = (together[^1].Place, unsaved + together.Length);
                if (unsaved < consumer.SaveEvery)
                    continue;
                await turn.Save(done.Value, stopping);
                (done, unsaved) = (null, 0);
            }
        }
        catch when (done is not null)
        {
            // What was done before the failure need not be done again.
            await turn.Save(done.Value, CancellationToken.None);
            throw;
        }
    }

    private async Task HandleTogether(FeedEvent[] together, CancellationToken stopping)
    {
        if (together.Length > 1 && !together.Any(IsOfSlowTenant)
            && await FeedTry.Run(token => consumer.Handle(together, token), options.Patience, stopping) is null)
        {
            unavailable = 0;
            return;
        }

        foreach (var happened in together)
            await HandleAlone(happened, stopping);
    }

    private async Task HandleAlone(FeedEvent happened, CancellationToken stopping)
    {
        if (IsOfSlowTenant(happened))
        {
            await turn.SetAside(happened, Mishap.Waiting, 0, time.Now(), time.Now(), stopping);
            return;
        }

        if (await FeedTry.Run(token => consumer.Handle([happened], token), options.Patience, stopping) is { } why)
            await Failed(happened, why, stopping);
        else
            unavailable = 0;
    }

    private async Task Failed(FeedEvent happened, Mishap why, CancellationToken stopping)
    {
        if (why.Reason is MishapReason.Unavailable && ++unavailable >= Outage)
        {
            unavailable = 0;
            throw new TimeoutException($"Nothing that {consumer.Name} needs can be reached: {why.Detail}");
        }

        if (why.Reason is MishapReason.Overdue)
            slowSince[happened.Tenant] = time.GetTimestamp();
        var (now, next) = (time.Now(), Retries.Next(why.Reason, 1, time.Now(), options.LongestPause));
        await turn.SetAside(happened, why, 1, now, next, stopping);
        LogAside(log, consumer.Name, happened.Kind, happened.Tenant, happened.Stream, happened.Version, why.Reason, why.Detail);
    }

    private bool IsOfSlowTenant(FeedEvent happened)
    {
        if (!slowSince.TryGetValue(happened.Tenant, out var since))
            return false;
        if (time.GetElapsedTime(since) < SlowFor)
            return true;
        slowSince.Remove(happened.Tenant);
        return false;
    }

    // Order is kept: behind an event that is too young, none is taken, however old.
    private (IReadOnlyList<FeedEvent> Events, FeedPlace Next) Ripe(FeedPage page, FeedPlace before)
    {
        if (consumer.MinimumAge == TimeSpan.Zero)
            return (page.Events, page.Next);
        var oldEnough = time.Now() - Duration.FromTimeSpan(consumer.MinimumAge);
        var ripe = page.Events.TakeWhile(happened => happened.At <= oldEnough).ToList();
        return ripe.Count == page.Events.Count ? (ripe, page.Next) : (ripe, ripe.Count == 0 ? before : ripe[^1].Place);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "{Consumer} could not handle {Kind} of tenant {Tenant}, {Stream} {Version} ({Reason}: {Detail}); it is set aside and tried again.")]
    private static partial void LogAside(
        ILogger log, string consumer, string kind, TenantId tenant, Guid stream, int version, MishapReason reason, string? detail);
}

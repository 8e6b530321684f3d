using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Grains.Feed;

/// <summary>Runs the consumers whose turn this process gets, and asks for the others' now and then.</summary>
internal sealed partial class FeedRunner(
    IFeed feed, IEnumerable<FeedConsumer> consumers, IHostApplicationLifetime lifetime, IOptions<FeedOptions> options, TimeProvider time,
    ILogger<FeedRunner> log) : BackgroundService
{
    // Large enough that a busy platform's events cost few round trips.
    private const int PageSize = 500;

    // A consumer of rare events gets far without handling any; so far at most it would look again after a restart.
    private static readonly TimeSpan SaveIdleEvery = TimeSpan.FromMinutes(1);

    private readonly FeedOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Consumers call grains, which can be called once the host has started as a whole.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.WhenAll(consumers.Select(consumer => Run(consumer, stoppingToken)));
    }

    private async Task Run(FeedConsumer consumer, CancellationToken stopping)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var turn = await feed.TryTake(consumer.Name, stopping);
                if (turn is not null)
                    await Follow(consumer, turn, () => failures = 0, stopping);
                await Task.Delay(options.TakeOver, time, stopping);
            }
            catch (Exception ending) when (stopping.IsCancellationRequested
                && ending is OperationCanceledException or StorageException or ObjectDisposedException)
            {
                // Cancelling one question may reach the next one of the same session: to that it looks like a failure of the server.
                return;
            }
            catch (Exception failure)
            {
                LogFailed(log, consumer.Name, ++failures, failure);
                await Task.Delay(Pause(failures), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Until it fails: then the turn is given back, and whichever process comes first goes on.
    private async Task Follow(FeedConsumer consumer, IFeedTurn turn, Action succeeded, CancellationToken stopping)
    {
        var (place, saved) = (turn.Place, time.GetTimestamp());
        while (true)
        {
            var page = await turn.Read(place, consumer.Kinds, PageSize, stopping);
            var (ripe, next) = Ripe(consumer, page, place);
            await Handle(consumer, turn, ripe, stopping);
            succeeded();
            place = next;
            if (ripe.Count > 0 || (place != turn.Place && time.GetElapsedTime(saved) > SaveIdleEvery))
            {
                await Save(consumer, turn, place, stopping);
                saved = time.GetTimestamp();
            }

            if (!page.IsFull || ripe.Count < page.Events.Count)
                await Task.Delay(options.Poll, time, stopping);
        }
    }

    private static async Task Handle(FeedConsumer consumer, IFeedTurn turn, IReadOnlyList<FeedEvent> events, CancellationToken stopping)
    {
        FeedPlace? done = null;
        var unsaved = 0;
        try
        {
            foreach (var happened in events)
            {
                await consumer.Handle(happened, stopping);
                done = happened.Place;
                if (++unsaved < consumer.SaveEvery)
                    continue;
                await Save(consumer, turn, happened.Place, stopping);
                (done, unsaved) = (null, 0);
            }
        }
        catch when (done is not null)
        {
            // What was done before the failure need not be done again.
            await Save(consumer, turn, done.Value, CancellationToken.None);
            throw;
        }
    }

    private static async Task Save(FeedConsumer consumer, IFeedTurn turn, FeedPlace place, CancellationToken cancellation)
    {
        await consumer.Flush(cancellation);
        await turn.Save(place, cancellation);
    }

    // Order is kept: behind an event that is too young, none is taken, however old.
    private (IReadOnlyList<FeedEvent> Events, FeedPlace Next) Ripe(FeedConsumer consumer, FeedPage page, FeedPlace before)
    {
        if (consumer.MinimumAge == TimeSpan.Zero)
            return (page.Events, page.Next);
        var oldEnough = time.Now() - Duration.FromTimeSpan(consumer.MinimumAge);
        var ripe = page.Events.TakeWhile(happened => happened.At <= oldEnough).ToList();
        return ripe.Count == page.Events.Count ? (ripe, page.Next) : (ripe, ripe.Count == 0 ? before : ripe[^1].Place);
    }

    private TimeSpan Pause(int failures) => TimeSpan.FromSeconds(
        Math.Min(options.LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 20))));

    [LoggerMessage(Level = LogLevel.Error, Message =
        "{Consumer} could not go on following the feed (failure {Failures} in a row); trying again soon.")]
    private static partial void LogFailed(ILogger log, string consumer, int failures, Exception exception);
}

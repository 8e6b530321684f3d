using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Feed;

/// <summary>Runs the consumers whose turn this process gets, and asks for the others' now and then.</summary>
internal sealed partial class FeedRunner(
    IFeed feed, IEnumerable<FeedConsumer> consumers, IHostApplicationLifetime lifetime, IOptions<FeedOptions> options, TimeProvider time,
    ILogger<FeedRunner> log) : BackgroundService
{
    private readonly FeedOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
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

    // Until it fails: then the turn is given back, and whichever process comes first goes on. What is being asked when one of the two fails
    // is not cut off: on the connection that all share, that might reach somebody else's question.
    private async Task Follow(FeedConsumer consumer, IFeedTurn turn, Action succeeded, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var along = new FeedFollower(consumer, turn, options, time, succeeded, log).Follow(stopping, ending.Token);
        var aside = new FeedAside(consumer, turn, options, time, log).Follow(stopping, ending.Token);
        try
        {
            await await Task.WhenAny(along, aside);
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(along, aside).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private TimeSpan Pause(int failures) => TimeSpan.FromSeconds(
        Math.Min(options.LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 20))));

    [LoggerMessage(Level = LogLevel.Error, Message =
        "{Consumer} could not go on following the feed (failure {Failures} in a row); trying again soon.")]
    private static partial void LogFailed(ILogger log, string consumer, int failures, Exception exception);
}

namespace Helpdesk.Grains.Feed;

/// <summary>One try to handle something: within a time, and whatever goes wrong is an answer.</summary>
internal static class FeedTry
{
    /// <summary>Time is that of the machine, also where a test moves the clock: work takes as long as it takes.</summary>
    /// <param name="apart">On a thread of its own, for whoever may never give it back. Not from a grain.</param>
    /// <returns><c>null</c>: it is done.</returns>
    public static async Task<Mishap?> Run(
        Func<CancellationToken, Task> work, TimeSpan limit, CancellationToken stopping, bool apart = true)
    {
        var within = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        // Whoever never looks at the token is left behind.
        var running = apart ? Task.Run(() => work(within.Token), CancellationToken.None) : Begin(work, within.Token);
        _ = running.ContinueWith(
            ended => (_ = ended.Exception, within).within.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            await running.WaitAsync(limit, stopping);
            return null;
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            if (running.IsCompleted)
                return Mishap.Of(failure);
            await Cancel(within);
            return Mishap.Overdue(limit);
        }
    }

    // What is thrown before the first wait is a failure like any other.
    private static async Task Begin(Func<CancellationToken, Task> work, CancellationToken within) => await work(within);

    private static async Task Cancel(CancellationTokenSource within)
    {
        try
        {
            await within.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended at this very moment.
        }
    }
}

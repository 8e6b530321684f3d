namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>
/// Tells a client of the cluster that a silo was lost. Silos need none of this: they know which silo each open call went to, and the engine ends those
/// calls when that silo is declared dead. A client knows only the gateway.
/// </summary>
public sealed class SiloLosses
{
    /// <summary>Answers that are on their way still count. Most calls are answered within this time and are not made again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private TaskCompletionSource next = Promise();

    /// <summary>A silo was lost now: calls that are open may never be answered.</summary>
    public void Report() => Interlocked.Exchange(ref next, Promise()).TrySetResult();

    /// <summary>Ends when the next silo is lost. To be asked for before the call is made.</summary>
    internal Task Next => Volatile.Read(ref next).Task;

    /// <exception cref="SiloUnavailableException">A silo was lost, and the answer did not come.</exception>
    internal static async Task<T> Answer<T>(Task<T> answer, Task loss)
    {
        if (await Task.WhenAny(answer, loss) != answer && await Task.WhenAny(answer, Task.Delay(Grace)) != answer)
        {
            answer.Ignore();
            throw new SiloUnavailableException("A silo was lost while this call was open.");
        }

        return await answer;
    }

    private static TaskCompletionSource Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

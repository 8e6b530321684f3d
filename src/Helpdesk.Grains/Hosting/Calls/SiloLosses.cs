using System.Diagnostics;

namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>
/// Tells a client of the cluster that a silo was lost. Silos need none of this: they know which silo each open call went to, and the engine
/// ends those calls when that silo is declared dead. A client knows only the gateway.
/// </summary>
public sealed class SiloLosses
{
    /// <summary>Answers that are on their way still count. Most calls are answered within this time and are not made again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    // One for all calls that are open when a silo is lost. Those that are made later belong to the next.
    private CancellationTokenSource open = new();

    /// <summary>A silo was lost now: calls that are open may never be answered.</summary>
    public void Report() => Interlocked.Exchange(ref open, new()).CancelAfter(Grace);

    /// <summary>Makes the call, and gives it up when a silo is lost and no answer comes.</summary>
    /// <param name="caller">The caller's own token, the last argument of the call.</param>
    /// <exception cref="SiloUnavailableException">It was given up. Whether it ran is open.</exception>
    internal async Task Guard(IOutgoingGrainCallContext call, CancellationToken caller)
    {
        var loss = Volatile.Read(ref open).Token;
        using var either = caller.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(caller, loss) : null;
        var last = call.Request.GetArgumentCount() - 1;
        Debug.Assert(call.Request.GetArgument(last) is CancellationToken, "The token is the last argument of every method of a grain.");
        call.Request.SetArgument(last, either?.Token ?? loss);
        try
        {
            await call.Invoke();
        }
        catch (OperationCanceledException) when (loss.IsCancellationRequested && !caller.IsCancellationRequested)
        {
            throw new SiloUnavailableException("A silo was lost while this call was open.");
        }
        finally
        {
            call.Request.SetArgument(last, caller);
        }
    }
}

using Orleans.Runtime.Messaging;

namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>When a call is made again, and how whoever is called learns of it.</summary>
internal static class Repetition
{
    /// <summary>
    /// A call that is cut off is made again for this long; then the caller is told. Longer than a lost silo is noticed and its grains are
    /// found elsewhere, shorter than people wait. While nobody can answer, every request holds its place for this long.
    /// </summary>
    public static readonly TimeSpan RepeatsFor = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Before the first repetition; doubled each time up to <see cref="LongestPause"/>. A silo that stops in order has its grains elsewhere
    /// at once.
    /// </summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>So that a call goes on soon after the others have agreed that a silo is dead.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private const string Entry = "helpdesk.again";

    /// <summary>
    /// The call that is being answered may have had its effect before, without its caller learning of it. A refusal, or nothing to do, is
    /// to be believed only after a look for the operation.
    /// </summary>
    public static bool IsUnderWay => RequestContext.Get(Entry) is true;

    /// <summary>From here on, calls of this flow of control are repetitions.</summary>
    public static void Mark() => RequestContext.Set(Entry, true);

    /// <summary>
    /// The engine could not deliver the call, or lost the process that was to answer. Whether it ran is open. In its most general
    /// exception the engine says that it was about to begin the grain on a silo that turned out to be dead.
    /// </summary>
    public static bool Follows(Exception failure) => failure is OrleansMessageRejectionException or ConnectionFailedException
        || failure.GetType() == typeof(OrleansException);

    public static TimeSpan Pause(int attempt, GrainId target)
    {
        var pause = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, attempt), LongestPause.TotalMilliseconds);
        var spread = (target.GetUniformHashCode() % 1024) / 1024.0; // not all at the same moment
        return TimeSpan.FromMilliseconds(pause * (0.75 + (spread / 2)));
    }
}

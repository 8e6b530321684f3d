using Orleans.Configuration;

namespace Helpdesk.Hosting.Cluster;

/// <summary>
/// How soon a lost process is noticed, and what it costs to be wrong. These belong together: change one, and <c>./dev cluster drill</c>
/// says what became of the others.
/// </summary>
/// <remarks>
/// <para>
/// A silo asks every other one every half second to second. Killed, its port refuses: three refusals and it is declared dead, after 1.5 to
/// 2 s. Standing still (a stopped or moved virtual machine, memory that is swapped in), its connections stay open: it is declared dead once
/// nothing at all has come from it for <see cref="Window"/>. Calls are repeated in the meantime (<c>Helpdesk.Grains/Hosting/Calls</c>), so
/// people wait and are not refused.
/// </para>
/// <para>
/// <b>The price:</b> a process that says nothing for three seconds loses its life. It ends itself when it learns of that, and whoever
/// supervises it starts it again. Its grains are then elsewhere, its calls are repeated. What protects a machine that is merely busy: any
/// message counts as a sign of life, a silo that finds itself slow is more patient with others, and the last question before a vote is
/// asked through a third silo. Garbage collection here takes milliseconds. On hosts that freeze guests for longer than that, double
/// <see cref="Probe"/>: noticing takes twice as long then.
/// </para>
/// </remarks>
internal static class ClusterTimes
{
    /// <summary>Longest wait for an answer to "are you there". The engine adapts it between half of this and this.</summary>
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    /// <summary>Unanswered questions before a silo votes that another one is dead. One lost answer means nothing.</summary>
    private const int MissedProbes = 3;

    /// <summary>
    /// Silos that must agree; with three silos both that are left, with two the other one. One silo that is cut off alone kills nobody.
    /// </summary>
    private const int Votes = 2;

    /// <summary>
    /// Votes count together for this long. Not minutes: two doubts that have nothing to do with each other must not add up.
    /// </summary>
    private static readonly TimeSpan VoteLifetime = TimeSpan.FromSeconds(30);

    /// <summary>Nothing came from a silo for this long, and it may be declared dead although its connections are open.</summary>
    private static TimeSpan Window => Probe * MissedProbes;

    /// <summary>
    /// Changes of membership are told at once; this is for who was not reached, and for a silo that stood still: after this at the latest
    /// it reads that it is dead. One small query each.
    /// </summary>
    private static readonly TimeSpan TableRefresh = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Each silo writes this often that it lives. Who has not for three times as long is left out of account by one that starts: after all
    /// were killed the first waits that long. With the default of 30 s a cluster of which nothing is left takes minutes to come back.
    /// </summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A client reads this often which gateways there are. One that closes its connection it notices at once; one that stands still it
    /// keeps for this much longer than the silos do. One small query each.
    /// </summary>
    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(1);

    /// <summary>To open a connection. To a machine that vanished from the network nothing is answered, and calls wait for it.</summary>
    private static readonly TimeSpan Connect = TimeSpan.FromSeconds(2);

    /// <summary>Between attempts to connect; calls in between are refused at once, and repeated by their callers.</summary>
    private static readonly TimeSpan Reconnect = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Then a call that was delivered is given up. Long: nothing is repeated because it is slow, and a database that hangs is reported by
    /// whoever asked it (<c>CommandTimeout</c> 5 s), which says more than a time-out.
    /// </summary>
    private static readonly TimeSpan Response = TimeSpan.FromSeconds(30);

    public static void Apply(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = Probe;
        membership.MinProbeTimeout = Probe / 2;
        membership.MaxProbeTimeout = Probe;
        membership.NumMissedProbesLimit = MissedProbes;
        membership.NumVotesForDeathDeclaration = Votes;
        membership.DeathVoteExpirationTimeout = VoteLifetime;
        membership.TableRefreshTimeout = TableRefresh;
        membership.IAmAliveTablePublishTimeout = SignOfLife;
        // By the clock of whoever looks: a silo whose clock is ten minutes behind would be evicted while it joins. One that dies while it
        // joins is noticed by the questions above like any other.
        membership.EvictWhenMaxJoinAttemptTimeExceeded = false;
    }

    public static void Apply(ConnectionOptions connections) =>
        (connections.OpenConnectionTimeout, connections.ConnectionRetryDelay) = (Connect, Reconnect);

    public static void Apply(MessagingOptions messaging) => messaging.ResponseTimeout = Response;

    public static void Apply(GatewayOptions gateways) => gateways.GatewayListRefreshPeriod = GatewayRefresh;
}

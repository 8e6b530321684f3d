namespace Helpdesk.Domain.SignIn;

/// <summary>What failed tries are counted by. Each is a row of its own, and has its own patience.</summary>
public enum TryTrack
{
    /// <summary>One account, from one device that signed in to it before.</summary>
    Device,

    /// <summary>One account, from one network.</summary>
    Pair,

    /// <summary>One account, from all networks together from which it never signed in.</summary>
    Strangers,

    /// <summary>One network, any account.</summary>
    Network,
}

/// <summary>
/// Strangers slow down strangers: whoever comes from where this account signed in before has tries of their own, however many guess from
/// elsewhere, or at others from there.
/// </summary>
public static class SignInTracks
{
    /// <returns>Whose waits hold for the try, all of them.</returns>
    public static IReadOnlyList<TryTrack> Waiting(bool fromKnownDevice, bool fromKnownNetwork) =>
        fromKnownDevice ? [TryTrack.Device] : fromKnownNetwork ? [TryTrack.Pair] : [TryTrack.Pair, TryTrack.Strangers, TryTrack.Network];

    /// <returns>
    /// What counts before it is judged, so that many at once cannot slip through; a network is counted afterwards
    /// (<see cref="Failed"/>), or a town hall that signs in at eight o'clock would be taken for a guesser.
    /// </returns>
    public static IReadOnlyList<TryTrack> Reserved(bool fromKnownDevice, bool fromKnownNetwork) =>
        [.. Waiting(fromKnownDevice, fromKnownNetwork).Where(track => track is not TryTrack.Network)];

    /// <returns>What counts once it was wrong.</returns>
    public static IReadOnlyList<TryTrack> Failed(bool fromKnownDevice) => fromKnownDevice ? [] : [TryTrack.Network];

    public static SignInBackoff Backoff(TryTrack track) => track switch
    {
        TryTrack.Device or TryTrack.Pair => SignInBackoff.Pair,
        TryTrack.Strangers => SignInBackoff.Account,
        _ => SignInBackoff.Network,
    };

    /// <summary>What is counted, in words that differ for different things.</summary>
    public static string Subject(TryTrack track, SignInTry attempt) => track switch
    {
        TryTrack.Device => $"device|{attempt.EmailKey}|{Convert.ToHexString(attempt.Device!)}",
        TryTrack.Pair => $"pair|{attempt.EmailKey}|{attempt.Network}",
        TryTrack.Strangers => $"account|{attempt.EmailKey}",
        _ => $"network|{attempt.Network}",
    };
}

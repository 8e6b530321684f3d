namespace Helpdesk.Domain.SignIn;

/// <summary>What failed tries are counted by. Each is a row of its own, and has its own patience.</summary>
public enum TryTrack
{
    /// <summary>One account, from one device that signed in to it before.</summary>
    Device,

    /// <summary>One account, from one network.</summary>
    Pair,

    /// <summary>One account, from all networks of one customer of a provider: IPv6 alone, where one has 65,536 of them.</summary>
    Block,

    /// <summary>One network, any account.</summary>
    Network,

    /// <summary>One account, from all networks together from which it never signed in. Nobody waits for it.</summary>
    Strangers,

    /// <summary>Second factors of one account, with the right password, from everywhere it never signed in from.</summary>
    Codes,
}

/// <summary>
/// Strangers slow down strangers, and keep nobody out: how long a network waits follows from what failed in it, and what failed elsewhere
/// only decides how strict that is.
/// </summary>
/// <remarks>
/// Before the password is compared, its owner in a new place looks like any of a thousand guessers. A wait that all strangers share, or a
/// queue of theirs, is therefore a way to keep the owner out for as long as somebody likes. So each network has tries of its own, and a
/// right password from a network where nothing failed opens at once. It follows that many networks have a guess each; no rule that lets the
/// owner in can give them less, and none can bound all of them together: whatever is left for the next network is the owner's. What it
/// gives them is counted: one network has five, and then up to fifty a day while it is calm; once fifty failed at the account within a day
/// it has thirteen on the first day, three of them at once, and then two a day. A first day of 10,000 networks is 130,000 guesses and every
/// further one 20,000, at a password that is neither short nor common (<see cref="PasswordPolicy"/>), and with a second factor they lead no
/// further than to <see cref="TryTrack.Codes"/>. Names that nobody has are counted alike, so waits and their lengths tell nothing.
/// </remarks>
public static class SignInTracks
{
    /// <summary>So many may fail at one account from strangers within a day before the strict pace holds for all strangers there.</summary>
    public const int CalmStrangers = 50;

    /// <summary>How long failures of strangers are added up, from the first of them on.</summary>
    public static readonly Duration StrangersDay = Duration.FromHours(24);

    /// <returns>Whose waits hold for the try, all of them.</returns>
    public static IReadOnlyList<TryTrack> Waiting(bool fromKnownDevice, bool fromKnownNetwork) =>
        fromKnownDevice ? [TryTrack.Device] : fromKnownNetwork ? [TryTrack.Pair] : [TryTrack.Pair, TryTrack.Block, TryTrack.Network];

    /// <returns>
    /// What counts before it is judged, so that many at once cannot slip through; what others share is counted afterwards
    /// (<see cref="Failed"/>), or a town hall that signs in at eight o'clock would be taken for a guesser.
    /// </returns>
    public static TryTrack Reserved(bool fromKnownDevice) => fromKnownDevice ? TryTrack.Device : TryTrack.Pair;

    /// <returns>What counts once it was wrong.</returns>
    public static IReadOnlyList<TryTrack> Failed(bool fromKnownDevice, bool fromKnownNetwork) =>
        fromKnownDevice ? [] : fromKnownNetwork ? [TryTrack.Network] : [TryTrack.Block, TryTrack.Network, TryTrack.Strangers];

    /// <param name="strangers">The count of <see cref="TryTrack.Strangers"/>, with the moment of its first.</param>
    public static bool IsGuessedAt(FailedTries strangers, Instant now) =>
        strangers.Count >= CalmStrangers && now < strangers.LastAt + StrangersDay;

    /// <param name="isStrict">A stranger's try at an account that is being guessed at.</param>
    public static SignInBackoff Backoff(TryTrack track, bool isStrict = false) => track switch
    {
        TryTrack.Device => SignInBackoff.Pair,
        TryTrack.Pair => isStrict ? SignInBackoff.StrictPair : SignInBackoff.Pair,
        TryTrack.Block => SignInBackoff.Block,
        TryTrack.Network => SignInBackoff.Network,
        TryTrack.Codes => SignInBackoff.Codes,
        _ => throw new ArgumentOutOfRangeException(nameof(track), track, "Nobody waits for it."),
    };

    /// <summary>What is counted, in words that differ for different things; <c>null</c>: the try has nothing of the kind.</summary>
    public static string? Subject(TryTrack track, SignInTry attempt) => track switch
    {
        TryTrack.Device => $"device|{attempt.EmailKey}|{Convert.ToHexString(attempt.Device!)}",
        TryTrack.Pair => $"pair|{attempt.EmailKey}|{attempt.Network}",
        TryTrack.Block => attempt.Block is { } block ? $"block|{attempt.EmailKey}|{block}" : null,
        TryTrack.Network => $"network|{attempt.Network}",
        TryTrack.Strangers => $"strangers|{attempt.EmailKey}",
        _ => $"codes|{attempt.EmailKey}",
    };
}

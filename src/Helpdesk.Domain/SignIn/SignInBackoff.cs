namespace Helpdesk.Domain.SignIn;

/// <summary>
/// How long wrong sign-ins make the next one wait. It slows a guesser down and never locks the victim out: what is counted for whom says
/// <see cref="SignInTracks"/>.
/// </summary>
/// <param name="Free">How many may fail in a row before the next one has to wait.</param>
/// <param name="First">The wait after <paramref name="Free"/> failures; doubles with every further one.</param>
/// <param name="Longest">Where doubling ends.</param>
/// <param name="Forgets">Quiet time after which earlier failures do not count.</param>
public sealed record SignInBackoff(int Free, Duration First, Duration Longest, Duration Forgets)
{
    /// <summary>One account from one network, or from one known device.</summary>
    public static readonly SignInBackoff Pair = new(5, Duration.FromSeconds(30), Duration.FromMinutes(15), Duration.FromHours(24));

    /// <summary>
    /// The same from a network that the account does not know, while strangers guess at it from everywhere: thirteen tries on the first
    /// day, then two a day. Who only mistypes waits for minutes. The longest wait is shorter than the quiet after which all is forgotten,
    /// so to wait it out brings no new free tries.
    /// </summary>
    public static readonly SignInBackoff StrictPair = new(3, Duration.FromMinutes(1), Duration.FromHours(12), Duration.FromHours(24));

    /// <summary>One account from one IPv6 /48: networks in it cost nothing, so that they cannot be worth a guess each.</summary>
    public static readonly SignInBackoff Block = new(60, Duration.FromSeconds(30), Duration.FromHours(1), Duration.FromHours(24));

    /// <summary>
    /// Second factors of one account: with a million codes of which three are right, a day of this is one chance in five thousand at most.
    /// Only whoever knows the password gets so far, so no stranger uses it up.
    /// </summary>
    public static readonly SignInBackoff Codes = new(10, Duration.FromMinutes(1), Duration.FromHours(1), Duration.FromHours(24));

    /// <summary>
    /// One network, any account: against one common password tried on everybody. A town hall sits behind one address, hence the room.
    /// </summary>
    public static readonly SignInBackoff Network = new(100, Duration.FromSeconds(5), Duration.FromMinutes(5), Duration.FromHours(1));

    /// <summary>Mails to one address that anybody can cause: a form must not become a weapon against a mailbox.</summary>
    public static readonly SignInBackoff Mail = new(3, Duration.FromHours(1), Duration.FromHours(1), Duration.FromHours(1));

    /// <returns>Zero: may be made now.</returns>
    public Duration Wait(FailedTries tries, Instant now)
    {
        var counted = Remembered(tries, now);
        if (counted < Free)
            return Duration.Zero;

        var doublings = Math.Min(counted - Free, 20);
        var wait = Duration.Min(First * (1L << doublings), Longest);
        return Duration.Max(Duration.Zero, tries.LastAt + wait - now);
    }

    /// <summary>The count with one more; a try counts as failed until it has succeeded, so that many at once cannot slip through.</summary>
    public FailedTries Charge(FailedTries tries, Instant now) => new(Remembered(tries, now) + 1, now);

    private int Remembered(FailedTries tries, Instant now) => tries.LastAt + Forgets <= now ? 0 : tries.Count;
}

/// <param name="LastAt">When the last try that was counted was made; of <see cref="TryTrack.Strangers"/> the first.</param>
public readonly record struct FailedTries(int Count, Instant LastAt);

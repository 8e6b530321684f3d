namespace Helpdesk.Domain.SignIn;

/// <summary>When a key signs access tokens, and how long it is published.</summary>
/// <param name="Id">The <c>kid</c>.</param>
/// <param name="SignsFrom">Later than its making, so that every process and every client has it before the first token needs it.</param>
public sealed record SigningKeyTimes(string Id, Instant SignsFrom, Instant SignsUntil, Instant PublishedUntil);

/// <summary>Keys change every 30 days. The next one is published a day early, the last one until its tokens are long over.</summary>
public static class SigningKeySchedule
{
    public static readonly Duration Signs = Duration.FromDays(30);
    public static readonly Duration PublishedAhead = Duration.FromDays(1);
    public static readonly Duration PublishedAfter = Duration.FromDays(1);

    /// <returns>The key that signs now, or <c>null</c> when none does.</returns>
    public static SigningKeyTimes? Current(IEnumerable<SigningKeyTimes> keys, Instant now) =>
        keys.Where(key => key.SignsFrom <= now && now < key.SignsUntil).MaxBy(key => key.SignsFrom);

    /// <returns>The times of the key that has to be made now, or <c>null</c> when there are enough.</returns>
    public static SigningKeyTimes? Next(IReadOnlyCollection<SigningKeyTimes> keys, string id, Instant now)
    {
        var covered = keys.Select(key => key.SignsUntil).DefaultIfEmpty(now).Max();
        if (covered > now + PublishedAhead)
            return null;

        var from = Instant.Max(covered, now);
        return new(id, from, from + Signs, from + Signs + PublishedAfter);
    }
}

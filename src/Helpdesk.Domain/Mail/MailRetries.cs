namespace Helpdesk.Domain.Mail;

/// <summary>When a mail that was not accepted is tried again, and until when.</summary>
public static class MailRetries
{
    /// <summary>From the moment it was queued; a mail whose link ends sooner is tried until then.</summary>
    public static readonly Duration Longest = Duration.FromHours(72);

    public static readonly Duration LongestPause = Duration.FromHours(4);

    /// <summary>A link that is no good any more need not arrive.</summary>
    /// <param name="queued">When its link began.</param>
    public static Instant Until(string template, Instant queued, Instant now) => Words<LinkPurpose>.Parse(template) is { } purpose
        ? Instant.Min(now + Longest, queued + LinkLifetime.Of(purpose)) : now + Longest;

    /// <summary>
    /// A minute after the first try, then each time twice as long, at most <see cref="LongestPause"/>, and up to a quarter less, so that
    /// what waited for one server does not come back all at once; the last try is at the end.
    /// </summary>
    /// <param name="attempts">How often it was tried; at least 1.</param>
    /// <param name="mail">Whose pauses: they are its own, and the same whenever they are asked for.</param>
    /// <returns><c>null</c>: no more.</returns>
    public static Instant? Next(int attempts, Instant now, Instant until, Guid mail)
    {
        if (now >= until)
            return null;
        var pause = Duration.Min(LongestPause, Duration.FromMinutes(1 << Math.Clamp(attempts - 1, 0, 10)));
        var less = CommandId.Derive($"{mail:D}|{attempts}").ToByteArray()[0] / 1024.0;
        return Instant.Min(now + (pause * (1 - less)), until);
    }
}

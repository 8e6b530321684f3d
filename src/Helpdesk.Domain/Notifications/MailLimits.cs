namespace Helpdesk.Domain.Notifications;

/// <summary>
/// How many mails one recipient gets at most: a rule gone wild, or two machines that answer each other, must not bury a mailbox. What is
/// over waits, and then comes together.
/// </summary>
public static class MailLimits
{
    /// <summary>About one ticket.</summary>
    public static readonly IReadOnlyList<MailLimit> OfTicket = [new(10, 10), new(15, 30), new(25, 60), new(50, 180), new(100, 600)];

    /// <summary>About everything.</summary>
    public static readonly IReadOnlyList<MailLimit> OfRecipient = [new(30, 10), new(60, 30), new(120, 60), new(240, 180), new(360, 600)];

    /// <summary>So far back earlier mails count.</summary>
    public static readonly Duration Longest = Duration.FromMinutes(600);

    /// <summary>The first moment at which another mail may go; <paramref name="now"/>: at once.</summary>
    /// <param name="ticket">Its number; <c>null</c>: it tells of several, or of none.</param>
    public static Instant FreeAt(IReadOnlyList<EarlierMail> earlier, string? ticket, Instant now)
    {
        var all = FreeAt([.. earlier.Select(mail => mail.At)], OfRecipient, now);
        return ticket is null ? all : Instant.Max(
            all, FreeAt([.. earlier.Where(mail => mail.Ticket == ticket).Select(mail => mail.At)], OfTicket, now));
    }

    private static Instant FreeAt(List<Instant> earlier, IReadOnlyList<MailLimit> limits, Instant now)
    {
        earlier.Sort((one, other) => other.CompareTo(one));
        var free = now;
        foreach (var limit in limits)
        {
            // The one that must have left the window first.
            if (earlier.Count >= limit.Most)
                free = Instant.Max(free, earlier[limit.Most - 1] + Duration.FromMinutes(limit.Minutes));
        }

        return free;
    }
}

/// <param name="Most">So many mails within any <paramref name="Minutes"/>.</param>
public sealed record MailLimit(int Most, int Minutes);

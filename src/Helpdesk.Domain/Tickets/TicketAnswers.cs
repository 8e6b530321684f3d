using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// When an answer of staff counts as the first response. Where it is mailed to the customer, when a mail server accepted that mail; where
/// no mail is to be sent, when it was written.
/// </summary>
public static class TicketAnswers
{
    /// <param name="ticket">Before the answer, which is public and from staff.</param>
    /// <param name="reader">The requester; <c>null</c>: they get no mails.</param>
    public static bool AwaitsMail(Ticket ticket, AnswerReader? reader, Instant now) =>
        ticket.Clock is { FirstAnsweredAt: null } && reader?.IsMailed(now) == true;

    /// <summary>The mail was accepted. A ticket that is over notes it as well: its customer was answered all the same.</summary>
    public static Decision<TicketEvent> Delivered(Ticket ticket, AnswerReport report, Instant now)
    {
        if (ticket.IsDeleted || ticket.Awaited.FirstOrDefault(answer => answer.Comment == report.Comment) is not { } awaited)
            return Decision<TicketEvent>.Nothing;

        // Clocks of two processes differ: neither before it was written, nor after it is known.
        return report.AcceptedAt is { } accepted
            ? new TicketEvent.AnswerDelivered(awaited.Comment, Instant.Max(awaited.At, Instant.Min(accepted, now)))
            : new TicketEvent.AnswerDelivered(awaited.Comment, awaited.At, Mailed: false);
    }

    /// <summary>When the first answer was written, while it still has to be accepted; <c>null</c>: nothing waits for that.</summary>
    public static Instant? AwaitedSince(Ticket ticket) => ticket.Clock is { FirstAnsweredAt: null }
        ? ticket.Awaited.FirstOrDefault(answer => !ticket.Withdrawn.Contains(answer.Comment))?.At : null;

    /// <summary>The comment whose mail decides when it counts; <c>null</c>: it counts already, or is none.</summary>
    public static Guid? AwaitedIn(TicketEvent? what) => what is TicketEvent.Commented { AwaitsMail: true } said ? said.Id : null;
}

/// <param name="At">When it was written.</param>
public sealed record AwaitedAnswer(Guid Comment, Instant At);

/// <summary>Whoever is answered, as they are now.</summary>
/// <param name="Zone">IANA name of the tenant's.</param>
/// <param name="Hours">The tenant's; <c>null</c>: nobody asked for them, or they are not known.</param>
public sealed record AnswerReader(NoticeReader Person, string Zone, OpenHours? Hours)
{
    /// <summary>
    /// A mail goes out that nothing of their own puts off. Where a server refused their address, it is a mail all the same: nobody wished
    /// to be without it.
    /// </summary>
    public bool IsMailed(Instant now) =>
        NoticeMails.SendAt(DueNotice.Imagined(NotificationKind.TicketAnswered, Person, now), Zone, Hours) <= now;
}

using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Who is told of what happens to a ticket, besides its promises (<see cref="TicketEvent.NotificationOwed"/>): nobody answers into the
/// void, and nobody is told of what they did themselves. Owed with the events, in their transaction.
/// </summary>
public static class TicketNotices
{
    /// <param name="events">Of one act: what it says in several events is told once.</param>
    /// <param name="after">The ticket with them.</param>
    public static IEnumerable<TicketNotice> Of(IReadOnlyList<Recorded<TicketEvent>> events, Ticket after)
    {
        var asks = events.Any(recorded => recorded.Event is TicketEvent.ReopenRequested);
        var answers = events.Any(recorded => recorded.Event is TicketEvent.ReopenDeclined or TicketEvent.Reopened { Granted: true });
        foreach (var recorded in events)
        {
            if (Kind(recorded.Event, asks, answers, after) is { } kind && Audience(kind, recorded, after) is { } to)
                yield return new(recorded, kind, to);
        }
    }

    /// <summary>What somebody wrote, for those who are told: notes among staff are in no notice.</summary>
    /// <param name="what">The event that is told of.</param>
    /// <param name="said">A comment of the same act; <c>null</c>: there is none.</param>
    public static string? Words(TicketEvent? what, TicketEvent.Commented? said) => what switch
    {
        TicketEvent.Commented { Visibility: Visibility.Public } comment => comment.Body,
        TicketEvent.Resolved resolved => resolved.ResolutionText,
        TicketEvent.Closed closed => closed.ResolutionText,
        _ => said is { Visibility: Visibility.Public } ? said.Body : null,
    };

    private static NotificationKind? Kind(TicketEvent what, bool asks, bool answers, Ticket after) => what switch
    {
        TicketEvent.Assigned { To: not null } => NotificationKind.TicketAssigned,
        TicketEvent.ReopenRequested => NotificationKind.ReopenRequested,
        TicketEvent.ReopenDeclined or TicketEvent.Reopened { Granted: true } => NotificationKind.ReopenAnswered,
        TicketEvent.Resolved { ByRequester: false } => NotificationKind.TicketResolved,
        // What was resolved before was told then.
        TicketEvent.Closed { From: not TicketStatus.Resolved } => NotificationKind.TicketResolved,
        TicketEvent.Commented { Automatic: true } or TicketEvent.Commented { Visibility: Visibility.Internal } => null,
        TicketEvent.Commented { FromStaff: true } => answers ? null : NotificationKind.TicketAnswered,
        TicketEvent.Commented => asks ? null : NotificationKind.CustomerCommented,
        TicketEvent.ScheduleHeld => NotificationKind.AnswerHeldBack,
        TicketEvent.Merged => NotificationKind.TicketMerged,
        // Somebody works on it for words that are gone; where it stands as before them, nobody needs to.
        TicketEvent.CommentWithdrawn withdrawn when after is { IsOver: false, TakenUp: { } up } && up.Words.Contains(withdrawn.Comment) =>
            NotificationKind.WordsWithdrawn,
        _ => null,
    };

    // null: it is their own doing.
    private static TicketAudience? Audience(NotificationKind kind, Recorded<TicketEvent> recorded, Ticket after)
    {
        if (kind is NotificationKind.TicketAnswered or NotificationKind.TicketResolved or NotificationKind.ReopenAnswered
            or NotificationKind.TicketMerged)
            return recorded.Actor == after.Requester ? null : new TicketAudience.Requester(after.Requester);

        // Whoever cannot read it any more is replaced by those who keep the ticket.
        if (recorded.Event is TicketEvent.ScheduleHeld held)
            return recorded.Actor == held.By ? null : new TicketAudience.Keepers(held.By, after.Team);

        var assignee = recorded.Event is TicketEvent.Assigned assigned ? assigned.To : after.Assignee;
        return assignee is not null && recorded.Actor == assignee ? null : new TicketAudience.Keepers(assignee, after.Team);
    }
}

/// <param name="About">The event that is told of.</param>
public sealed record TicketNotice(Recorded<TicketEvent> About, NotificationKind Kind, TicketAudience To);

public abstract record TicketAudience
{
    private TicketAudience() { }

    /// <summary>This person and nobody instead.</summary>
    public sealed record Requester(AccountId Account) : TicketAudience;

    /// <summary>
    /// The assignee; without one, or when they serve no longer, the team; where that has nobody the managers, at last the admins.
    /// </summary>
    public sealed record Keepers(AccountId? Assignee, string? Team) : TicketAudience;
}

using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Tickets;

/// <summary>Who would be told of a comment, by the rule that owes notices once it is written.</summary>
/// <param name="Kind">What they would be told as; <c>null</c>: nothing is told.</param>
/// <param name="To">The person; <c>null</c>: nobody, or whoever keeps the ticket's queue.</param>
/// <param name="Nobody">Why there is no such person; <c>null</c>: there is, or it is their own act.</param>
public sealed record CommentAudience(NotificationKind? Kind, AccountId? To, NobodyTold? Nobody)
{
    /// <param name="comment">An id for it: nothing is written.</param>
    public static CommentAudience Of(Ticket ticket, AccountId author, Visibility visibility, Guid comment, Instant now)
    {
        var isOwn = ticket.Requester == author;
        var said = new TicketEvent.Commented(comment, "", visibility, FromStaff: !isOwn);
        var notice = TicketNotices.Of([new(ticket.Version + 1, now, author, said)], ticket).FirstOrDefault();
        AccountId? to = notice?.To switch
        {
            TicketAudience.Requester requester => requester.Account,
            TicketAudience.Keepers keepers => keepers.Assignee,
            _ => null,
        };
        return new(notice?.Kind, to, visibility is Visibility.Internal ? NobodyTold.Internal
            : isOwn && to is null ? NobodyTold.Team : null);
    }
}

/// <summary>Why nobody is told.</summary>
public enum NobodyTold
{
    /// <summary>A note among staff.</summary>
    Internal,
    /// <summary>Whoever would be told is the one who writes.</summary>
    OwnAct,
    /// <summary>The ticket has no assignee: whoever keeps its queue is told.</summary>
    Team,
}

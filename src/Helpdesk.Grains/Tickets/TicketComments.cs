using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// All comments of a ticket, kept beside its state so that reading a ticket that is in memory costs no query. All or none: a conversation
/// that is longer than the bounds, or that includes another ticket's, is read from the database.
/// </summary>
/// <remarks>
/// They belong to one version of the ticket and follow it append by append. When the state is read again, for whatever reason, its version
/// is another one or the comments are still right.
/// </remarks>
internal sealed class TicketComments
{
    /// <summary>How many comments are kept at most.</summary>
    public const int Most = 50;

    /// <summary>How many characters of comments are kept at most.</summary>
    public const int MostCharacters = 65_536;

    private List<TicketComment>? kept;
    private int characters;
    private int version;

    /// <summary>Whether it is worth reading all comments of this ticket at once.</summary>
    public static bool CanHold(Ticket ticket) => ticket.Absorbed.IsEmpty && ticket.PublicComments + ticket.InternalComments <= Most;

    /// <summary>Every comment in the order of the conversation, or <c>null</c> when they are not here.</summary>
    public IReadOnlyList<TicketComment>? AllOf(Ticket ticket) => version == ticket.Version && CanHold(ticket) ? kept : null;

    /// <param name="all">Every comment of <paramref name="ticket"/>.</param>
    public void Keep(Ticket ticket, IReadOnlyList<TicketComment> all)
    {
        (kept, version) = ([.. all], ticket.Version);
        characters = kept.Sum(comment => comment.Comment.Body.Length);
        DropWhenTooLong();
    }

    /// <param name="after">The ticket with <paramref name="events"/>.</param>
    /// <param name="events">What was just appended, in order.</param>
    public void Follow(TicketId id, Ticket after, IReadOnlyList<Recorded<TicketEvent>> events)
    {
        var said = events.Where(recorded => recorded.Event is TicketEvent.Commented)
            .Select(recorded => new TicketComment(id, recorded)).ToList();
        if (after.PublicComments + after.InternalComments == said.Count)
            (kept, characters) = ([], 0); // nothing was said before
        else if (events[0].Version != version + 1)
            kept = null;

        version = after.Version;
        if (kept is null)
            return;
        kept.AddRange(said);
        foreach (var recorded in events)
        {
            if (recorded.Event is TicketEvent.CommentWithdrawn withdrawn
                && kept.FindIndex(comment => comment.Comment.Id == withdrawn.Comment) is >= 0 and var at)
                kept[at] = kept[at].Without(new(recorded.At, recorded.Actor));
        }

        characters += said.Sum(comment => comment.Comment.Body.Length);
        DropWhenTooLong();
    }

    private void DropWhenTooLong()
    {
        if (kept is { Count: > Most } || characters > MostCharacters)
            kept = null;
    }
}

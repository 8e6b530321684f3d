using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// All comments of a ticket, kept beside its state so that reading a ticket that is in memory costs no query. All or none: a conversation that is
/// longer than the bounds, or that includes another ticket's, is read from the record.
/// </summary>
internal sealed class TicketComments
{
    /// <summary>How many comments are kept at most.</summary>
    public const int Most = 50;

    /// <summary>How many characters of comments are kept at most.</summary>
    public const int MostCharacters = 65_536;

    private List<TicketComment>? all;
    private int characters;

    /// <summary>Every comment in the order of the conversation, or <c>null</c> when they are not all here.</summary>
    public IReadOnlyList<TicketComment>? All => all;

    /// <param name="read">The oldest comments of <paramref name="ticket"/>.</param>
    public void Replace(IReadOnlyList<TicketComment> read, Ticket ticket)
    {
        characters = read.Sum(comment => comment.Comment.Body.Length);
        all = read.Count == ticket.PublicComments + ticket.InternalComments && Fits(read.Count) && ticket.Absorbed.IsEmpty ? [.. read] : null;
    }

    public void Follow(TicketId ticket, IReadOnlyList<Recorded<TicketEvent>> events)
    {
        foreach (var recorded in events)
        {
            if (recorded.Event is TicketEvent.Opened)
                (all, characters) = ([], 0);
            else if (recorded.Event is TicketEvent.Absorbed)
                all = null;
            else if (recorded.Event is TicketEvent.Commented said && all is not null)
                Add(new(ticket, recorded), said);
        }
    }

    private void Add(TicketComment comment, TicketEvent.Commented said)
    {
        characters += said.Body.Length;
        all!.Add(comment);
        if (!Fits(all.Count))
            all = null;
    }

    private bool Fits(int count) => count <= Most && characters <= MostCharacters;
}

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Would a link close a ring: something that in the end blocks itself, or is a duplicate of itself? Follows the links that are there from
/// its far end; whoever asks brings them ticket by ticket.
/// </summary>
public sealed class TicketLinkRing
{
    /// <summary>How many tickets are looked at; what hangs together beyond that takes no further link of its kind.</summary>
    public const int MostTickets = 1_000;

    private readonly TicketId end;
    private readonly LinkKind kind;
    private readonly Dictionary<TicketId, (TicketId From, string Number)> found = [];
    private List<TicketId> next;

    private TicketLinkRing(TicketId start, TicketId end, LinkKind kind) => (this.end, this.kind, next) = (end, kind, [start]);

    /// <summary>Those whose links are to be brought next; empty: there is nothing more to look at.</summary>
    public IReadOnlyList<TicketId> Next => next;

    /// <returns><c>null</c>: this kind has no direction, so it makes no ring.</returns>
    public static TicketLinkRing? Of(TicketId ticket, TicketId other, LinkKind kind) => kind switch
    {
        LinkKind.Blocks or LinkKind.DuplicateOf => new(other, ticket, kind),
        LinkKind.BlockedBy or LinkKind.DuplicatedBy => new(ticket, other, kind.Mirrored()),
        _ => null,
    };

    /// <param name="links">Of each ticket of <see cref="Next"/>; one that is gone has none.</param>
    /// <returns>Why the link cannot be made; <c>null</c>: go on while there is a <see cref="Next"/>.</returns>
    public Error? Look(IReadOnlyDictionary<TicketId, IReadOnlyList<TicketLink>> links)
    {
        var (asked, further) = (next, new List<TicketId>());
        foreach (var ticket in asked)
        {
            foreach (var link in links[ticket].Where(link => link.Kind == kind && found.TryAdd(link.Other, (ticket, link.Number))))
                further.Add(link.Other);
        }

        next = further;
        if (found.TryGetValue(end, out var last))
            return TicketErrors.LinkRing.Saying(
                $"Der Weg im Kreis: {kind.Name(german: true)} {Way(last)}.", $"On the way round: {kind.Name(german: false)} {Way(last)}.");
        return found.Count >= MostTickets ? TicketErrors.TooManyLinks : null;
    }

    // The numbers from the far end to the near one.
    private string Way((TicketId From, string Number) last)
    {
        var numbers = new List<string>();
        for (var step = last; ; step = found[step.From])
        {
            numbers.Insert(0, step.Number);
            if (!found.ContainsKey(step.From))
                return string.Join(", ", numbers);
        }
    }
}

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Would a link close a ring: something that in the end blocks itself, or is a duplicate of itself? Follows the links that are there from
/// its far end.
/// </summary>
public sealed class TicketLinkRing
{
    /// <summary>How many tickets are looked at; what hangs together beyond that takes no further link of its kind.</summary>
    public const int MostTickets = 1_000;

    private readonly TicketId end;
    private readonly Dictionary<TicketId, (TicketId From, string Number)> found = [];

    private TicketLinkRing(TicketId start, TicketId end, LinkKind kind) => (Start, this.end, Kind) = (start, end, kind);

    public TicketId Start { get; }

    /// <summary>Which links are followed.</summary>
    public LinkKind Kind { get; }

    /// <returns><c>null</c>: this kind has no direction, so it makes no ring.</returns>
    public static TicketLinkRing? Of(TicketId ticket, TicketId other, LinkKind kind) => kind switch
    {
        LinkKind.Blocks or LinkKind.DuplicateOf => new(other, ticket, kind),
        LinkKind.BlockedBy or LinkKind.DuplicatedBy => new(ticket, other, kind.Mirrored()),
        _ => null,
    };

    /// <param name="links">
    /// Of the kind, from every ticket that is reached from <see cref="Start"/>, which is among them; of <see cref="MostTickets"/> at least
    /// where there are so many.
    /// </param>
    /// <returns>Why the link cannot be made; <c>null</c>: it closes no ring.</returns>
    public Error? Refusal(ILookup<TicketId, TicketLink> links)
    {
        for (var next = new Queue<TicketId>([Start]); next.TryDequeue(out var ticket);)
        {
            foreach (var link in links[ticket].Where(link => found.TryAdd(link.Other, (ticket, link.Number))))
                next.Enqueue(link.Other);
            if (found.TryGetValue(end, out var last))
                return TicketErrors.LinkRing.Saying(
                    $"Der Weg im Kreis: {Kind.Name(german: true)} {Way(last)}.",
                    $"On the way round: {Kind.Name(german: false)} {Way(last)}.");
            if (found.Count >= MostTickets)
                return TicketErrors.TooManyLinks;
        }

        return null;
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

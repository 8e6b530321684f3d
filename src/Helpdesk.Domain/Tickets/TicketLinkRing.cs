namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Would a link, or a merge, close a ring: something that in the end blocks itself, or is a duplicate of itself? Tickets that were merged
/// are one here, whichever of them a link was made with. Follows the links that are there from its far end.
/// </summary>
public sealed class TicketLinkRing
{
    /// <summary>How many tickets are looked at; what hangs together beyond that takes no further link of its kind.</summary>
    public const int MostTickets = 1_000;

    private readonly TicketId end;
    private readonly bool isMerge;
    private readonly Dictionary<TicketId, (TicketId From, LinkStep Step)> found = [];

    private TicketLinkRing(TicketId start, TicketId end, LinkKind kind, bool isMerge = false) =>
        (Start, this.end, Kind, this.isMerge) = (start, end, kind, isMerge);

    public TicketId Start { get; }

    /// <summary>Which links are followed.</summary>
    public LinkKind Kind { get; }

    /// <param name="ticket">The one that it goes on as, like <paramref name="other"/>.</param>
    /// <returns><c>null</c>: this kind has no direction, so it makes no ring.</returns>
    public static TicketLinkRing? Of(TicketId ticket, TicketId other, LinkKind kind) => kind switch
    {
        LinkKind.Blocks or LinkKind.DuplicateOf => new(other, ticket, kind),
        LinkKind.BlockedBy or LinkKind.DuplicatedBy => new(ticket, other, kind.Mirrored()),
        _ => null,
    };

    /// <summary>
    /// Those to look for before two become one. A link between the two themselves closes none: it rests as long as they are one.
    /// </summary>
    public static IEnumerable<TicketLinkRing> OfMerge(TicketId source, Ticket state, TicketId target) =>
        state.Links.Select(link => link.Kind).Where(kind => kind.Mirrored() != kind).Distinct()
            .Select(kind => new TicketLinkRing(source, target, kind, isMerge: true));

    /// <param name="links">
    /// All of the kind, from every ticket that is reached from <see cref="Start"/>, which is among them; of <see cref="MostTickets"/> at
    /// least where there are so many.
    /// </param>
    /// <returns>Why it cannot be done; <c>null</c>: it closes no ring.</returns>
    public Error? Refusal(ILookup<TicketId, LinkStep> links)
    {
        if (Start == end)
            return TicketErrors.LinkRing.Saying(
                "Die beiden Tickets sind zusammengeführt und damit eines.", "The two tickets are merged, and so they are one.");
        for (var next = new Queue<TicketId>([Start]); next.TryDequeue(out var ticket);)
        {
            foreach (var step in links[ticket].Where(step => IsOnTheWay(ticket, step) && found.TryAdd(step.Other, (ticket, step))))
                next.Enqueue(step.Other);
            if (found.TryGetValue(end, out var last))
                return TicketErrors.LinkRing.Saying(
                    $"Der Weg im Kreis: {Kind.Name(german: true)} {Way(last, german: true)}.",
                    $"On the way round: {Kind.Name(german: false)} {Way(last, german: false)}.");
            if (found.Count >= MostTickets)
                return TicketErrors.TooManyLinks;
        }

        return null;
    }

    private bool IsOnTheWay(TicketId from, LinkStep step) =>
        step.Other != Start && !(isMerge && from == Start && step.Other == end);

    // The numbers from the far end to the near one.
    private string Way((TicketId From, LinkStep Step) last, bool german)
    {
        var numbers = new List<string>();
        for (var at = last; ; at = found[at.From])
        {
            numbers.Insert(0, at.Step.Name(german));
            if (!found.ContainsKey(at.From))
                return string.Join(", ", numbers);
        }
    }
}

/// <summary>One link on the way, between tickets of which each stands for those that were merged into it.</summary>
/// <param name="Number">Of the ticket that the link names.</param>
/// <param name="MergedInto">Number of the one that it was merged into; <c>null</c>: into none.</param>
/// <param name="HeldBy">Number of the merged ticket that the link was made with; <c>null</c>: with the lasting one itself.</param>
public sealed record LinkStep(TicketId Other, string Number, string? MergedInto = null, string? HeldBy = null)
{
    public string Name(bool german) => (MergedInto, HeldBy) switch
    {
        (null, null) => Number,
        ({ } into, null) => german ? $"{Number} (zusammengeführt mit {into})" : $"{Number} (merged into {into})",
        (null, { } by) => german ? $"{Number} (eingetragen bei {by})" : $"{Number} (a link of {by})",
        ({ } into, { } by) => german
            ? $"{Number} (zusammengeführt mit {into}, eingetragen bei {by})" : $"{Number} (merged into {into}, a link of {by})",
    };
}

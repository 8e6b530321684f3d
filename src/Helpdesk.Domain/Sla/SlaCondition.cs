namespace Helpdesk.Domain.Sla;

/// <summary>What of a ticket decides which policy speaks for it.</summary>
public sealed record SlaFields(Priority Priority, string? Category, string? Queue, string? RequesterGroup);

/// <summary>
/// Holds when each list that is not empty has the ticket's value, in whatever case it is written. All empty: holds for every ticket.
/// </summary>
public sealed record SlaCondition(
    IReadOnlyList<string> Categories,
    IReadOnlyList<Priority> Priorities,
    IReadOnlyList<string> Queues,
    IReadOnlyList<string> RequesterGroups)
{
    public static readonly SlaCondition Always = new([], [], [], []);

    public bool IsAlways => Categories.Count + Priorities.Count + Queues.Count + RequesterGroups.Count == 0;

    public bool Holds(SlaFields ticket) =>
        (Priorities.Count == 0 || Priorities.Contains(ticket.Priority)) &&
        Fits(Categories, ticket.Category) && Fits(Queues, ticket.Queue) && Fits(RequesterGroups, ticket.RequesterGroup);

    /// <summary>In words: why it holds, or the first thing that does not.</summary>
    public (bool Holds, string Why) Of(SlaFields ticket)
    {
        var parts = new[]
        {
            Part("priority", Priorities.Select(Words<Priority>.Of).ToList(), Words<Priority>.Of(ticket.Priority)),
            Part("category", Categories, ticket.Category),
            Part("queue", Queues, ticket.Queue),
            Part("requester group", RequesterGroups, ticket.RequesterGroup),
        };
        var asked = parts.Where(part => part.Asked).ToList();
        if (asked.Find(part => !part.Holds) is { Asked: true } failing)
            return (false, failing.Why);

        return (true, asked.Count == 0 ? "it holds for every ticket" : string.Join(" and ", asked.Select(part => part.Why)));
    }

    private static bool Fits(IReadOnlyList<string> any, string? value) =>
        any.Count == 0 || (value is not null && any.Contains(value, TicketKeys.Comparer));

    private static (bool Asked, bool Holds, string Why) Part(string name, IReadOnlyList<string> any, string? value)
    {
        var holds = value is not null && any.Contains(value, TicketKeys.Comparer);
        var shown = value is null ? "not set" : $"'{value}'";
        return (any.Count > 0, holds, $"the {name} is {shown}");
    }
}

namespace Helpdesk.Domain.Tickets;

/// <summary>By what the tickets of a list are counted.</summary>
public enum TicketFacet
{
    Status,
    Priority,
    Category,
    Assignee,
    Queue,
    Team,
    Tag,
    SlaState,
    /// <summary>Over several tenants only.</summary>
    Tenant,
}

/// <summary>
/// How many tickets of a list have which value. Each facet is counted with all filters but its own, so a value says how long the list
/// would be with it.
/// </summary>
/// <param name="Values">
/// By facet, the most frequent first, at most <see cref="MostValues"/> of each; values that no ticket has are left out.
/// </param>
/// <param name="IsPartial">There are more than <see cref="MostCounted"/> tickets to go through: the counts are of so many of them.</param>
public sealed record TicketFacets(IReadOnlyDictionary<TicketFacet, IReadOnlyList<TicketFacetValue>> Values, bool IsPartial)
{
    public const int MostValues = 100;
    public const int MostCounted = 200_000;

    /// <summary>For tickets that nobody has.</summary>
    public const string Nobody = "none";

    /// <summary>What customers learn nothing of.</summary>
    public static bool IsForStaff(TicketFacet facet) =>
        facet is TicketFacet.Queue or TicketFacet.Team or TicketFacet.Tag or TicketFacet.SlaState;

    public static IEnumerable<TicketFacet> ShownBy(TicketQuery query) => Enum.GetValues<TicketFacet>().Where(
        facet => facet is TicketFacet.Tenant ? query.Tenants.Count != 1 : query.OnlyOf is null || !IsForStaff(facet));

    /// <summary>A list without the filter of one facet.</summary>
    public static TicketQuery Without(TicketFacet facet, TicketQuery query) => facet switch
    {
        TicketFacet.Status => query with { Status = [] },
        TicketFacet.Priority => query with { Priority = [] },
        TicketFacet.Category => query with { Category = [] },
        TicketFacet.Assignee => query with { Assignee = [], Unassigned = false },
        TicketFacet.Queue => query with { Queue = [] },
        TicketFacet.Team => query with { Team = [] },
        TicketFacet.Tag => query with { Tag = [] },
        TicketFacet.SlaState => query with { SlaState = [] },
        TicketFacet.Tenant => query with { Within = null },
        var unknown => throw new InvalidOperationException($"There is no facet {unknown}."),
    };

    /// <summary>A list with nothing but the filter of one facet.</summary>
    public static TicketQuery Only(TicketFacet facet, TicketQuery query) => Enum.GetValues<TicketFacet>().Where(other => other != facet)
        .Aggregate(new TicketQuery
        {
            Tenants = query.Tenants,
            Limit = query.Limit,
            Status = query.Status,
            Priority = query.Priority,
            Category = query.Category,
            Assignee = query.Assignee,
            Unassigned = query.Unassigned,
            Queue = query.Queue,
            Team = query.Team,
            Tag = query.Tag,
            SlaState = query.SlaState,
            Within = query.Within,
        }, (rest, other) => Without(other, rest));
}

/// <param name="Value">As the list's filter takes it.</param>
/// <param name="Name">What an assignee is called; <c>null</c>: it is none, or they are erased or of the platform.</param>
public sealed record TicketFacetValue(string Value, string? Name, int Count);

namespace Helpdesk.Domain.Search;

/// <summary>Something that was found.</summary>
public sealed record SearchHit
{
    public required SearchType Type { get; init; }
    public required TenantId Tenant { get; init; }
    public required Guid Id { get; init; }

    /// <summary><c>null</c>: it is no ticket.</summary>
    public required string? Number { get; init; }

    /// <summary>The subject, the name.</summary>
    public required string Title { get; init; }

    /// <summary>See <see cref="Search.Snippet"/>.</summary>
    public required string Snippet { get; init; }

    /// <summary>Where words were found, each once.</summary>
    public required IReadOnlyList<SearchReason> Reasons { get; init; }
}

public enum SearchReason
{
    Number,
    Subject,
    Description,
    Comment,
    FileName,
    Tag,
    /// <summary>Name or address of who asks.</summary>
    Requester,
    Name,
    Email,
}

public enum SearchFacet
{
    Status,
    Priority,
    Category,
    /// <summary>Account ids, and <c>none</c>.</summary>
    Assignee,
    Queue,
    Team,
    Tag,
}

public static class SearchFacets
{
    /// <summary>How many values of a facet are told, the most frequent first.</summary>
    public const int MostValues = 50;

    /// <summary>What customers do not learn of a ticket they do not learn by counting either.</summary>
    public static bool IsForStaff(SearchFacet facet) => facet is SearchFacet.Queue or SearchFacet.Team or SearchFacet.Tag;
}

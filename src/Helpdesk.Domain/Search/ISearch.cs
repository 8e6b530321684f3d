using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Search;

/// <summary>
/// Finds tickets and people by words. What is answered was checked against how things stand now, not as they stood when the index was
/// written: who lost sight of something gets nothing of it, neither counted nor completed.
/// </summary>
public interface ISearch
{
    Task<SearchPage> Find(SearchAsk ask, CancellationToken cancellation);
}

/// <summary>What is searched by words and must be told of what changed.</summary>
public interface ISearchIndex
{
    /// <summary>
    /// The consumer of the feed that keeps it up to date. It changes when all must be written anew: a new name begins at the start of the
    /// feed.
    /// </summary>
    string Consumer { get; }

    /// <summary>Writes what is newer than what it has; at most 100.</summary>
    Task Put(IReadOnlyCollection<SearchDocument> documents, CancellationToken cancellation);
}

/// <summary>All tickets and people there are, for an index that is written anew.</summary>
public interface ISearchSources
{
    /// <summary>All tenants with their slugs, by slug.</summary>
    Task<IReadOnlyList<(TenantId Id, string Slug)>> Tenants(CancellationToken cancellation);

    /// <summary>Ids in order; deleted tickets and people who left too.</summary>
    /// <param name="after">The last one of the page before; <c>null</c>: from the first.</param>
    Task<IReadOnlyList<Guid>> Ids(TenantId tenant, SearchType type, Guid? after, int limit, CancellationToken cancellation);
}

/// <param name="Typed">As it was typed.</param>
/// <param name="Filter">
/// Whose tickets: tenants, <see cref="TicketQuery.OnlyOf"/> for customers, filters, and <see cref="TicketQuery.ByAddress"/>, which holds
/// for people as well. Its text, order and place do not count.
/// </param>
public sealed record SearchAsk(string Typed, SearchText Text, TicketQuery Filter, IReadOnlyList<SearchType> Types)
{
    /// <summary>
    /// Only people whose accounts belong to this tenant; <c>null</c>: all. See <see cref="People.PeopleAccess.ListedFrom"/>.
    /// </summary>
    public TenantId? PeopleFrom { get; init; }

    /// <summary>The last one of the page before.</summary>
    public SearchPlace? After { get; init; }

    /// <summary>How many at most.</summary>
    public required int Limit { get; init; }

    public bool ForStaff => Filter.OnlyOf is null;
}

/// <summary>A place in results: by score from high to low, then the newest first.</summary>
public sealed record SearchPlace(int Score, Guid Id);

/// <param name="Facets">By name, how many of the tickets found have which value. Those that a customer may not know are missing.</param>
/// <param name="Total">All that match, on every page.</param>
/// <param name="Suggestion">Where nothing was found: other words that find something; <c>null</c>: none.</param>
/// <param name="IsDegraded">The index that should have answered could not: these are the database's own results.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Items, IReadOnlyDictionary<SearchFacet, IReadOnlyDictionary<string, int>> Facets, SearchPlace? Next, int Total,
    string? Suggestion = null, bool IsDegraded = false);

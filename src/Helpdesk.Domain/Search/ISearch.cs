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

    /// <summary>Writes what is not older than what it has; at most <see cref="MostAtOnce"/>.</summary>
    /// <exception cref="TimeoutException">It cannot be reached.</exception>
    Task Put(IReadOnlyCollection<SearchDocument> documents, CancellationToken cancellation);

    /// <summary>Forgets all that it has of a tenant whose data is gone from the database.</summary>
    Task Erase(TenantId tenant, CancellationToken cancellation);

    /// <summary>Ready to be written to, from where the feed's consumer left off. Told once in each turn of it, first of all.</summary>
    /// <param name="fromStart">What was written is not there, or not all of it: the consumer begins at the feed's start.</param>
    /// <exception cref="TimeoutException">It cannot be reached.</exception>
    Task Begin(Func<Task> fromStart, CancellationToken cancellation);

    /// <summary>What the feed holds so far was written. Told once in each turn of its consumer.</summary>
    Task CatchUp(CancellationToken cancellation);

    /// <summary>Written anew from nothing, beside what is in use, which is replaced when all is there.</summary>
    /// <param name="write">Puts everything there is. What the feed brings meanwhile is put as well, by others.</param>
    Task Rebuild(Func<CancellationToken, Task> write, CancellationToken cancellation);

    /// <summary>Most documents of one <see cref="Put"/>, inclusive.</summary>
    const int MostAtOnce = 100;
}

/// <summary>
/// A search engine beside the database. It says only in which texts words stand: whether that is still so, who may know, what is counted
/// and in which order it comes is the database's to say, so that an engine which lags behind or lies shows nobody anything.
/// </summary>
public interface ISearchEngine
{
    /// <returns><c>null</c>: it cannot be asked, or too much is found; the database searches by itself.</returns>
    Task<IReadOnlyList<TextHit>?> Texts(SearchAsk ask, CancellationToken cancellation);
}

/// <summary>A text in which a term stands.</summary>
public sealed record TextHit
{
    public required TenantId Tenant { get; init; }
    public required Guid Document { get; init; }
    public required SearchPart Part { get; init; }

    /// <inheritdoc cref="SearchableText" path="/param[@name='Source']"/>
    public required string Source { get; init; }

    /// <summary>See <see cref="SearchableText.Digest"/>: the text that was indexed.</summary>
    public required string Digest { get; init; }

    /// <summary>Which term of the question, from 1.</summary>
    public required int Term { get; init; }

    /// <summary>Its words stand there whole.</summary>
    public required bool IsExact { get; init; }
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
/// <param name="IsDegraded">
/// The engine that should have been asked could not be, or would have had too much to tell: these are the database's own results.
/// </param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Items, IReadOnlyDictionary<SearchFacet, IReadOnlyDictionary<string, int>> Facets, SearchPlace? Next, int Total,
    string? Suggestion = null, bool IsDegraded = false);

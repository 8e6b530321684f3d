using System.Text.Json.Serialization;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Search;

namespace Helpdesk.Api.Search;

/// <summary>What was found, the best first: what stands in a number or name before what stands in a text, whole words before their
/// beginnings; of the same weight the newest first.</summary>
/// <param name="NextCursor">Null at the end.</param>
/// <param name="Total">All that match, on every page, people included.</param>
/// <param name="Suggestion">
/// Where nothing was found: other words, for <c>q</c>, that find something the caller may see. Null: none, or something was found.
/// </param>
/// <param name="Degraded">
/// The search engine could not be asked, or found more than 5,000 tickets and people, and the database answered by itself: as safe, and in
/// the same order; parts of German compounds are not found. Without an engine: false.
/// </param>
public sealed record SearchResponse(
    IReadOnlyList<SearchItemResponse> Items, SearchFacetsResponse Facets, string? NextCursor, int Total, string? Suggestion, bool Degraded)
{
    internal static SearchResponse Of(SearchPage page, string? next, IReadOnlyDictionary<TenantId, ServedTenant>? served) => new(
        [.. page.Items.Select(hit => SearchItemResponse.Of(hit, served?[hit.Tenant]))], SearchFacetsResponse.Of(page.Facets), next,
        page.Total, page.Suggestion, page.IsDegraded);
}

/// <summary>Something that was found.</summary>
/// <param name="Type">More types will come: pass over those that you do not know.</param>
/// <param name="Number">Of a ticket; null: it is none.</param>
/// <param name="Title">The subject of a ticket, the name of a person; plain text.</param>
/// <param name="Snippet">
/// The piece of a text in which the words stand, as HTML: escaped, and the only element is <c>mark</c>, around what was found. Else how the
/// description begins; of a person the address.
/// </param>
/// <param name="Reasons">Where the words stand, each place once.</param>
public sealed record SearchItemResponse(
    SearchType Type, Guid Id, string? Number, string Title, string Snippet, IReadOnlyList<SearchReason> Reasons)
{
    /// <summary>Slug; only in searches over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }

    /// <summary>What people call that tenant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantName { get; init; }

    internal static SearchItemResponse Of(SearchHit hit, ServedTenant? tenant) =>
        new(hit.Type, hit.Id, hit.Number, hit.Title, hit.Snippet, hit.Reasons) { Tenant = tenant?.Slug, TenantName = tenant?.Name };
}

/// <summary>
/// How many of all the tickets found have which value, not only of this page: the most frequent 50 of each, values that none has left out.
/// </summary>
/// <param name="Assignee">By account id; <c>none</c>: nobody has them.</param>
/// <param name="Queue">Null for customers.</param>
/// <param name="Team">Null for customers.</param>
/// <param name="Tag">Null for customers.</param>
public sealed record SearchFacetsResponse(
    IReadOnlyDictionary<string, int> Status, IReadOnlyDictionary<string, int> Priority, IReadOnlyDictionary<string, int> Category,
    IReadOnlyDictionary<string, int> Assignee, IReadOnlyDictionary<string, int>? Queue, IReadOnlyDictionary<string, int>? Team,
    IReadOnlyDictionary<string, int>? Tag)
{
    internal static SearchFacetsResponse Of(IReadOnlyDictionary<SearchFacet, IReadOnlyDictionary<string, int>> facets) => new(
        facets[SearchFacet.Status], facets[SearchFacet.Priority], facets[SearchFacet.Category], facets[SearchFacet.Assignee],
        facets.GetValueOrDefault(SearchFacet.Queue), facets.GetValueOrDefault(SearchFacet.Team), facets.GetValueOrDefault(SearchFacet.Tag));
}

using Helpdesk.Domain.Search;

namespace Helpdesk.Api.Search;

internal sealed class SearchExamples : IExamples
{
    private static readonly Guid Agent = new("0198c0de-7a11-7000-8000-0000000000a1");

    private static readonly SearchItemResponse Item = new(
        SearchType.Ticket, new("0198c0de-7a11-7000-8000-00000000002a"), "MUST-000123", "Drucker im Bürgerbüro druckt nicht",
        "Der <mark>Drucker</mark> im Bürgerbüro druckt seit heute früh keine Ausweise mehr.",
        [SearchReason.Subject, SearchReason.Description]);

    private static readonly SearchFacetsResponse Facets = new(
        new Dictionary<string, int> { ["in_progress"] = 1 }, new Dictionary<string, int> { ["high"] = 1 },
        new Dictionary<string, int> { ["it"] = 1 }, new Dictionary<string, int> { [Agent.ToString("D")] = 1 },
        new Dictionary<string, int> { ["bürgerbüro"] = 1 }, new Dictionary<string, int> { ["technik"] = 1 },
        new Dictionary<string, int> { ["drucker"] = 1 });

    public IEnumerable<object> All => [Item, Facets, new SearchResponse([Item], Facets, null, 1, null, Degraded: false)];
}

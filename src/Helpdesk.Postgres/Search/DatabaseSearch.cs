using System.Globalization;
using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Search;

/// <summary>
/// The search, on the database's own index or on that of an engine. Two round trips, with an engine one more to it; where nothing was found
/// a few more, for what may have been meant.
/// </summary>
/// <param name="engine"><c>null</c>: there is none.</param>
internal sealed class DatabaseSearch(
    Database database, SearchTexts texts, SearchSuggestions suggestions, ISearchEngine? engine = null) : ISearch
{
    public async Task<SearchPage> Find(SearchAsk ask, CancellationToken cancellation)
    {
        if (ask.Text.IsEmpty || ask.Filter.Tenants.Count == 0)
            return new([], Facets(ask, []), null, 0);
        var found = await Look(ask, cancellation);
        var hits = await texts.Of(ask, found.Items, cancellation);
        var suggestion = found.Total == 0 && ask.After is null ? await Suggested(ask, cancellation) : null;
        return new(hits, Facets(ask, found.Counts), found.Next, found.Total, suggestion, found.IsDegraded);
    }

    // What is suggested finds something, for this very reader and with these filters.
    private async Task<string?> Suggested(SearchAsk ask, CancellationToken cancellation)
    {
        if (await suggestions.For(ask, cancellation) is not { } typed)
            return null;
        var instead = ask with { Typed = typed, Text = SearchText.Parse(typed), Limit = 1 };
        return (await Look(instead, cancellation)).Total > 0 ? typed : null;
    }

    internal async Task<Found> Look(SearchAsk ask, CancellationToken cancellation)
    {
        var told = engine is null ? null : await engine.Texts(ask, cancellation);
        return await Look(ask, told, cancellation) with { IsDegraded = engine is not null && told is null };
    }

    private Task<Found> Look(SearchAsk ask, IReadOnlyList<TextHit>? told, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = StatementsOf(ask, told);
        await using var reader = await batch.ReadAsync(cancellation);
        var (items, counts, total) = (new List<FoundItem>(), new List<FoundCount>(), 0);
        while (await reader.ReadAsync(cancellation))
        {
            var what = reader.GetString(0);
            if (what == "item")
                items.Add(ReadItem(reader));
            else if (what == "total")
                total += (int)reader.GetInt64(5);
            else
                counts.Add(new(Words<SearchFacet>.Parse(what)!.Value, reader.GetString(2), (int)reader.GetInt64(5)));
        }

        var page = items.OrderBy(item => item.Nth).Take(ask.Limit).ToList();
        var next = items.Count > ask.Limit ? new SearchPlace(page[^1].Score, page[^1].Id) : null;
        return new Found(page, counts, next, total);
    });

    /// <param name="told">In which texts the words stand; <c>null</c>: as the database's own index says.</param>
    internal TenantBatch StatementsOf(SearchAsk ask, IReadOnlyList<TextHit>? told = null)
    {
        var batch = database.ForTenants(ask.Filter.Tenants);
        new SearchSql(ask, told).AddTo(batch);
        return batch;
    }

    private static FoundItem ReadItem(NpgsqlDataReader row) => new()
    {
        Nth = row.GetInt64(1),
        Type = Words<SearchType>.Parse(row.GetString(2))!.Value,
        Tenant = new(row.GetGuid(3)),
        Id = row.GetGuid(4),
        Score = (int)row.GetInt64(5),
        Reasons = [.. Enum.GetValues<SearchReason>().Where(reason => (row.GetInt32(6) & (1 << (int)reason)) != 0)],
        Comment = row.GetStringOrNull(7),
    };

    // The most frequent values first; a facet without any is there, and empty.
    private static Dictionary<SearchFacet, IReadOnlyDictionary<string, int>> Facets(SearchAsk ask, IReadOnlyList<FoundCount> counts) =>
        Enum.GetValues<SearchFacet>().Where(facet => ask.ForStaff || !SearchFacets.IsForStaff(facet)).ToDictionary(
            facet => facet,
            facet => (IReadOnlyDictionary<string, int>)counts.Where(count => count.Facet == facet)
                .OrderByDescending(count => count.Amount).ThenBy(count => count.Value, StringComparer.Ordinal).Take(SearchFacets.MostValues)
                .ToDictionary(count => ValueOf(count), count => count.Amount));

    private static string ValueOf(FoundCount count) => count.Facet is SearchFacet.Priority
        ? Words<Priority>.Of((Priority)int.Parse(count.Value, CultureInfo.InvariantCulture)) : count.Value;

    internal sealed record Found(
        IReadOnlyList<FoundItem> Items, IReadOnlyList<FoundCount> Counts, SearchPlace? Next, int Total, bool IsDegraded = false);

    internal sealed record FoundCount(SearchFacet Facet, string Value, int Amount);
}

/// <summary>Something that was found, before its texts are read.</summary>
internal sealed record FoundItem
{
    public required long Nth { get; init; }
    public required SearchType Type { get; init; }
    public required TenantId Tenant { get; init; }
    public required Guid Id { get; init; }
    public required int Score { get; init; }
    public required IReadOnlyList<SearchReason> Reasons { get; init; }

    /// <summary>The newest one in which words were found; <c>null</c>: in none.</summary>
    public required string? Comment { get; init; }
}

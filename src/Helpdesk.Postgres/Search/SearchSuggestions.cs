using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Search;

/// <summary>
/// What may have been meant: for each word that is not known one that looks like it, of those that the reader may find. Looking for one
/// costs far more than finding it, so few are looked for.
/// </summary>
internal sealed class SearchSuggestions(Database database)
{
    private const int ShortestWord = 3;
    private const int MostWords = 5;

    // Over very many tenants the question itself would be the load.
    private const int MostTenants = 50;

    /// <returns><c>null</c>: there is nothing like it.</returns>
    public Task<string?> For(SearchAsk ask, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var words = ask.Text.Terms.SelectMany(term => term.Words).Where(word => word.Length >= ShortestWord).Distinct().ToArray();
        var unknown = words.Length == 0 ? [] : await Unknown(ask, words, cancellation);
        if (unknown.Length == 0)
            return null;
        var instead = await Alike(ask, unknown, cancellation);
        return instead.Count == 0 ? null : VisibleText.Of(string.Join(' ', ask.Text.Terms.Select(term => term.With(instead))));
    });

    private async Task<string[]> Unknown(SearchAsk ask, string[] words, CancellationToken cancellation)
    {
        await using var batch = database.ForTenants(ask.Filter.Tenants);
        batch.Add("select search_known(served.tenant, $2, $3, $4, $5) from unnest($1::uuid[]) served (tenant)")
            .With(Tenants(ask)).With(words).With(ask.ForStaff).With(Reader(ask)).With(ask.Filter.ByAddress);
        await using var reader = await batch.ReadAsync(cancellation);
        var unknown = words.ToList();
        while (await reader.ReadAsync(cancellation))
        {
            var known = reader.GetFieldValue<string[]>(0);
            unknown.RemoveAll(word => known.Contains(word));
        }

        return [.. unknown.Take(MostWords)];
    }

    // By the key of the word that it may stand for.
    private async Task<Dictionary<string, string>> Alike(SearchAsk ask, string[] words, CancellationToken cancellation)
    {
        await using var batch = database.ForTenants(ask.Filter.Tenants);
        foreach (var word in words)
        {
            batch.Add("""
                select near.word from unnest($1::uuid[]) served (tenant)
                cross join lateral search_words(served.tenant, $2, $3, $4, $5) near order by near.alike desc, near.word limit 1
                """).With(Tenants(ask)).With(word).With(ask.ForStaff).With(Reader(ask)).With(ask.Filter.ByAddress);
        }

        await using var reader = await batch.ReadAsync(cancellation);
        var alike = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < words.Length; at++, await reader.NextResultAsync(cancellation))
        {
            if (await reader.ReadAsync(cancellation))
                alike[words[at]] = reader.GetString(0);
        }

        return alike;
    }

    private static Guid[] Tenants(SearchAsk ask) => [.. ask.Filter.Tenants.Take(MostTenants).Select(tenant => tenant.Value)];

    private static Guid Reader(SearchAsk ask) => ask.Filter.OnlyOf?.Value ?? Guid.Empty;
}

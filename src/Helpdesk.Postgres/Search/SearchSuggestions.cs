using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Search;

/// <summary>What may have been meant: for each word one that looks like it, of those that the reader may find.</summary>
internal sealed class SearchSuggestions(Database database)
{
    private const int ShortestWord = 3;

    // Over very many tenants the question itself would be the load.
    private const int MostTenants = 50;

    /// <returns><c>null</c>: there is nothing like it.</returns>
    public Task<string?> For(SearchAsk ask, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var words = ask.Text.Terms.SelectMany(term => term.Words.Select(word => (Key: word, term.Typed, term.IsOneWord))).ToList();
        await using var batch = database.ForTenants(ask.Filter.Tenants);
        foreach (var (key, _, _) in words)
        {
            batch.Add("""
                select near.key, near.word from unnest($1::uuid[]) served (tenant)
                cross join lateral search_words(served.tenant, $2, $3, $4) near order by near.alike desc, near.word limit 1
                """).With(ask.Filter.Tenants.Take(MostTenants).Select(tenant => tenant.Value).ToArray()).With(key).With(ask.ForStaff)
                .With(ask.Filter.OnlyOf?.Value ?? Guid.Empty);
        }

        await using var reader = await batch.ReadAsync(cancellation);
        var (instead, changed) = (new List<string>(), false);
        for (var at = 0; at < words.Count; at++, await reader.NextResultAsync(cancellation))
        {
            var (key, typed, isOneWord) = words[at];
            var near = await reader.ReadAsync(cancellation) ? (Key: reader.GetString(0), Word: reader.GetString(1)) : default;
            var isOther = near.Key is { } found && found != key && key.Length >= ShortestWord;
            instead.Add(isOther ? near.Word : isOneWord ? typed : key);
            changed |= isOther;
        }

        return changed ? string.Join(' ', instead) : null;
    });
}

using Elastic.Clients.Elasticsearch.QueryDsl;
using Helpdesk.Domain.Search;

namespace Helpdesk.Adapters.Search;

/// <summary>
/// One term as conditions on a text. Of each word all beginnings are in the index, at its place, and a mark behind the whole word: so a
/// beginning, a word and several one behind the other are all found by looking up what is there, however many words begin alike.
/// </summary>
internal static class ElasticTerms
{
    private const char End = '$'; // no key holds it: keys are letters and digits

    public static string Whole(string key) => $"{key}{End}";

    /// <summary>As the database has it (<c>search_base_forms</c>): what is short or holds digits has one form.</summary>
    public static bool HasForms(string key) => key.Length > 3 && !key.Any(char.IsDigit);

    /// <param name="name">What the answer calls a text in which all words stand whole.</param>
    public static Query In(string path, SearchTerm term, string name) => new BoolQuery
    {
        Should = [.. Ways(path, term), InOrder($"{path}.words", term, isWhole: true, name)],
        MinimumShouldMatch = 1,
    };

    private static IEnumerable<Query> Ways(string path, SearchTerm term)
    {
        if (term.IsWhole)
            yield break;
        yield return InOrder($"{path}.words", term, isWhole: false, null);
        if (!term.IsOneWord)
            yield break;
        var key = term.Words[0];
        if (key.Length >= SearchWords.ShortestInner)
            yield return new TermQuery($"{path}.inner", key);
        if (!HasForms(key))
            yield break;
        yield return new MatchQuery($"{path}.forms", key);
        yield return new MatchQuery($"{path}.forms.english", key);
    }

    private static Query InOrder(string field, SearchTerm term, bool isWhole, string? name)
    {
        var words = term.Words.Select((word, at) => isWhole || at < term.Words.Length - 1 ? Whole(word) : word).ToList();
        return words.Count == 1
            ? new TermQuery(field, words[0]) { QueryName = name }
            : new MatchPhraseQuery(field, string.Join(' ', words)) { QueryName = name };
    }
}

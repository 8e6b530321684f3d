using System.Text.Json.Serialization;
using Helpdesk.Domain.Search;

namespace Helpdesk.Adapters.Search;

/// <summary>Who may find a text: whoever may not is asked for in fields that their question never names.</summary>
internal enum Audience
{
    /// <summary>Staff, and the customer whose it is.</summary>
    Shared,
    /// <summary>Staff only.</summary>
    Internal,
    /// <summary>Whoever may find people by their addresses.</summary>
    Address,
}

/// <summary>A ticket or a person as Elasticsearch keeps it: words by our own rules, and no text.</summary>
internal sealed record ElasticDocument
{
    [JsonPropertyName("tenant")]
    public required string Tenant { get; init; }

    [JsonPropertyName("owner")]
    public required string Owner { get; init; }

    [JsonPropertyName("shared")]
    public required IReadOnlyList<ElasticText> Shared { get; init; }

    [JsonPropertyName("internal")]
    public required IReadOnlyList<ElasticText> Internal { get; init; }

    [JsonPropertyName("address")]
    public required IReadOnlyList<ElasticText> Address { get; init; }

    public static ElasticDocument Of(SearchDocument document)
    {
        var texts = document.Texts.ToLookup(AudienceOf, ElasticText.Of);
        return new()
        {
            Tenant = Id(document.Tenant.Value),
            Owner = Id(document.Owner.Value),
            Shared = [.. texts[Audience.Shared]],
            Internal = [.. texts[Audience.Internal]],
            Address = [.. texts[Audience.Address]],
        };
    }

    public static string Id(Guid id) => id.ToString("D");

    private static Audience AudienceOf(SearchableText text) =>
        text.IsInternal ? Audience.Internal : text.Part is SearchPart.Email ? Audience.Address : Audience.Shared;
}

/// <summary>One text: which it is, and its words.</summary>
internal sealed record ElasticText
{
    [JsonPropertyName("part")]
    public required string Part { get; init; }

    [JsonPropertyName("source")]
    public required string Source { get; init; }

    [JsonPropertyName("digest")]
    public required string Digest { get; init; }

    /// <summary>What tells most comes first where not all can be told.</summary>
    [JsonPropertyName("rank")]
    public required int Rank { get; init; }

    /// <summary>Keys, each with the mark of its end behind it, in their order. A number has a second line, without its zeros.</summary>
    [JsonPropertyName("words")]
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Keys of the endings of its words.</summary>
    [JsonPropertyName("inner")]
    public required string Inner { get; init; }

    /// <summary>Keys that have other endings in other sentences.</summary>
    [JsonPropertyName("forms")]
    public required string Forms { get; init; }

    public static ElasticText Of(SearchableText text)
    {
        var words = IndexWords.Of(text).ToList();
        var places = words.Where(word => word.Sort == 'w').Select((word, at) => (word.Key, word.Place, at))
            .GroupBy(word => word.Place < IndexWords.LastPlace ? (word.Place, 0) : (word.Place, word.at))
            .Select(place => place.Select(word => word.Key).ToArray()).ToList();
        var lines = places.Select(place => place.Length).DefaultIfEmpty().Max();
        return new()
        {
            Part = Words<SearchPart>.Of(text.Part),
            Source = text.Source,
            Digest = text.Digest,
            Rank = -(int)text.Part,
            Words = [.. Enumerable.Range(0, lines).Select(
                line => string.Join(' ', places.Select(place => ElasticTerms.Whole(place[Math.Min(line, place.Length - 1)]))))],
            Inner = Joined(words.Where(word => word.Sort == 'i')),
            Forms = Joined(words.Where(word => word.Sort == 'w' && ElasticTerms.HasForms(word.Key))),
        };
    }

    private static string Joined(IEnumerable<IndexWord> words) => string.Join(' ', words.Select(word => word.Key).Distinct());
}

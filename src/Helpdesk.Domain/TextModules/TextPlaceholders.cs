using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Helpdesk.Domain.TextModules;

/// <summary>What the places of a text module are filled with; <c>null</c> or empty: nobody knows.</summary>
public sealed record TextFacts
{
    public string? Requester { get; init; }
    public required string Number { get; init; }
    public required string Subject { get; init; }

    /// <summary>Whoever writes.</summary>
    public string? Agent { get; init; }
    public required string Tenant { get; init; }
}

/// <summary>
/// Places in a text module: <c>{{ticket.number}}</c>. Nothing but a word is read there: what fills mails can do more, and its gaps are
/// empty; here a gap must stay to be seen.
/// </summary>
public static partial class TextPlaceholders
{
    // A word that can be written has what fills it.
    private static readonly ImmutableArray<(string Word, Func<TextFacts, string?> Value)> Places =
    [
        ("requester.name", facts => facts.Requester),
        ("ticket.number", facts => facts.Number),
        ("ticket.subject", facts => facts.Subject),
        ("agent.name", facts => facts.Agent),
        ("tenant.name", facts => facts.Tenant),
    ];

    /// <summary>The first that there is not; <c>null</c>: all are known.</summary>
    public static FieldError? Fault(string text, string pointer)
    {
        var unknown = Place().Matches(text).Select(Word).FirstOrDefault(word => Places.All(place => place.Word != word));
        if (unknown is not null)
            return Unknown(pointer, $"{{{{{unknown}}}}}");
        return Place().Replace(text, "").Contains("{{", StringComparison.Ordinal) ? Unknown(pointer, "{{") : null;
    }

    /// <summary>One pass: what stands in a value is never read as a place.</summary>
    /// <returns>The filled text, and what had no value, each once: it stands there as it was.</returns>
    public static (string Text, IReadOnlyList<string> Missing) Fill(string text, TextFacts facts)
    {
        var missing = new List<string>();
        var filled = Place().Replace(text, match =>
        {
            var word = Word(match);
            if (Places.FirstOrDefault(place => place.Word == word).Value?.Invoke(facts) is { Length: > 0 } value)
                return value;
            missing.Add(word);
            return $"{{{{{word}}}}}";
        });
        return (filled, [.. missing.Distinct()]);
    }

    private static string Word(Match match) => match.Groups["word"].Value.Trim();

    private static FieldError Unknown(string pointer, string place) => FieldCode.BadTemplate.At(
        pointer, $"„{place}“ gibt es nicht. Es gibt: {Names}.", $"There is no “{place}”. There are: {Names}.");

    private static string Names => string.Join(", ", Places.Select(place => $"{{{{{place.Word}}}}}"));

    [GeneratedRegex(@"\{\{(?<word>[^{}]*)\}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}

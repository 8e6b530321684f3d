using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Helpdesk.Domain.TextModules;

/// <summary>
/// Places in a text module: <c>{{ticket.number}}</c>. Nothing but a word is read there: what fills mails can do more, and its gaps are
/// empty; here a gap must stay to be seen.
/// </summary>
public static partial class TextPlaceholders
{
    public static readonly ImmutableArray<string> All =
        ["requester.name", "ticket.number", "ticket.subject", "agent.name", "tenant.name"];

    /// <summary>The first that there is not; <c>null</c>: all are known.</summary>
    public static FieldError? Fault(string text, string pointer)
    {
        var unknown = Place().Matches(text).Select(place => place.Groups["word"].Value.Trim()).FirstOrDefault(word => !All.Contains(word));
        if (unknown is not null)
            return Unknown(pointer, $"{{{{{unknown}}}}}");
        return Place().Replace(text, "").Contains("{{", StringComparison.Ordinal) ? Unknown(pointer, "{{") : null;
    }

    /// <returns>The filled text, and what had no value: it stands there as it was.</returns>
    public static (string Text, IReadOnlyList<string> Missing) Fill(string text, IReadOnlyDictionary<string, string?> values)
    {
        var missing = new List<string>();
        var filled = Place().Replace(text, place =>
        {
            var word = place.Groups["word"].Value.Trim();
            if (values.GetValueOrDefault(word) is { Length: > 0 } value)
                return value;
            missing.Add(word);
            return $"{{{{{word}}}}}";
        });
        return (filled, [.. missing.Distinct()]);
    }

    private static FieldError Unknown(string pointer, string place) => FieldCode.BadTemplate.At(
        pointer, $"„{place}“ gibt es nicht. Es gibt: {Names}.", $"There is no “{place}”. There are: {Names}.");

    private static string Names => string.Join(", ", All.Select(word => $"{{{{{word}}}}}"));

    [GeneratedRegex(@"\{\{(?<word>[^{}]*)\}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}

using System.Text.Json.Nodes;

namespace Helpdesk.Testing.Search;

/// <summary>The few conditions that the product uses, asked of one document.</summary>
/// <param name="compounds">What words are taken apart into.</param>
internal sealed class ElasticQuery(string[] compounds)
{
    private static readonly string[] Endings = ["en", "er", "em", "es", "e", "n", "s"];

    public static ElasticQuery With(JsonNode settings)
    {
        var filters = (settings["analysis"] ?? settings["index"]!["analysis"])!["filter"]!;
        return new([.. filters["german_parts"]!["word_list"]!.AsArray().Select(word => word!.GetValue<string>())]);
    }

    /// <returns>The texts of each part of the question that asks for them; <c>null</c>: the document does not fit.</returns>
    public JsonObject? Find(JsonNode query, JsonObject document)
    {
        var inner = new JsonObject();
        return Fits(query, document, "", inner, []) ? inner : null;
    }

    // The path is where the document stands in a larger one; names are those of conditions that hold.
    private bool Fits(JsonNode query, JsonObject document, string path, JsonObject inner, HashSet<string> names)
    {
        var (kind, about) = query.AsObject().Single();
        return kind switch
        {
            "bool" => All(about!["filter"]).All(one => Fits(one, document, path, inner, names)) && Any(about, document, path, inner, names),
            "terms" => about!.AsObject().Single() is var (field, values)
                && Texts(document, field, path).Intersect(values!.AsArray().Select(value => value!.GetValue<string>())).Any(),
            "term" or "match" or "match_phrase" => Holds(about!.AsObject().Single(), document, path, names),
            "nested" => Nested(about!, document, inner),
            _ => throw new NotSupportedException(kind),
        };
    }

    // Each is asked, also behind the first that holds: all of them may have texts to tell.
    private bool Any(JsonNode about, JsonObject document, string path, JsonObject inner, HashSet<string> names)
    {
        var should = All(about["should"]).ToList();
        var holding = should.Count(one => Fits(one, document, path, inner, names));
        return should.Count == 0 || holding >= 1;
    }

    /// <summary>One may stand without brackets around it.</summary>
    public static IEnumerable<JsonNode> All(JsonNode? conditions) => conditions switch
    {
        null => [],
        JsonArray several => several.Select(one => one!),
        _ => [conditions],
    };

    private bool Holds(KeyValuePair<string, JsonNode?> condition, JsonObject document, string path, HashSet<string> names)
    {
        var (field, how) = condition;
        var asked = (how is JsonObject ? how["value"] ?? how["query"] : how)!.GetValue<string>();
        var holds = field[path.Length..].TrimStart('.') switch
        {
            "words" or "inner" => Texts(document, field, path).Any(line => StandsIn(line.Split(' '), asked.Split(' '))),
            "forms" => Texts(document, field, path).SelectMany(line => line.Split(' ')).SelectMany(PartsOf)
                .Any(word => Stem(word) == Stem(asked)),
            "forms.english" => false, // the other one does for both
            _ => Texts(document, field, path).Contains(asked),
        };
        if (holds && how is JsonObject && how["_name"] is { } name)
            names.Add(name.GetValue<string>());
        return holds;
    }

    // All beginnings of each word are at its place.
    private static bool StandsIn(string[] line, string[] asked) => Enumerable.Range(0, Math.Max(0, line.Length - asked.Length + 1)).Any(
        from => asked.Index().All(word => line[from + word.Index].StartsWith(word.Item, StringComparison.Ordinal)));

    private bool Nested(JsonNode about, JsonObject document, JsonObject inner)
    {
        var path = about["path"]!.GetValue<string>();
        var hits = new List<JsonObject>();
        foreach (var text in document[path]!.AsArray().Select(text => text!.AsObject()))
        {
            var names = new HashSet<string>();
            if (!Fits(about["query"]!, text, path, [], names))
                continue;
            hits.Add(new()
            {
                ["_score"] = 1.0,
                ["fields"] = new JsonObject(text.Where(field => field.Key is "part" or "source" or "digest").Select(field =>
                    KeyValuePair.Create($"{path}.{field.Key}", (JsonNode?)new JsonArray(field.Value!.DeepClone())))),
                ["matched_queries"] = new JsonArray([.. names.Select(name => (JsonNode)name)]),
            });
        }

        inner[about["inner_hits"]!["name"]!.GetValue<string>()] = new JsonObject
        {
            ["hits"] = new JsonObject
            {
                ["total"] = new JsonObject { ["value"] = hits.Count, ["relation"] = "eq" },
                ["hits"] = new JsonArray([.. hits]),
            },
        };
        return hits.Count > 0;
    }

    private IEnumerable<string> PartsOf(string word) => word.Length < 6 ? [word]
        : compounds.Where(part => part.Length >= 4 && word.Contains(part, StringComparison.Ordinal)).Prepend(word);

    private static string Stem(string word) => Endings.FirstOrDefault(
        ending => word.Length >= ending.Length + 4 && word.EndsWith(ending, StringComparison.Ordinal)) is { } found
            ? word[..^found.Length] : word;

    private static IEnumerable<string> Texts(JsonObject document, string field, string path) =>
        document[field[path.Length..].TrimStart('.')] switch
        {
            null => [],
            JsonArray several => several.Select(text => text!.GetValue<string>()),
            var text => [text.GetValue<string>()],
        };
}

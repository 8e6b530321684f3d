using System.Text.RegularExpressions;

namespace Helpdesk.Api.Tests.Isolation;

/// <param name="Place">JSON pointer in the body, the first item of arrays; or the name of a query parameter.</param>
/// <param name="Name">The name of the member or parameter itself.</param>
/// <param name="IsId">An id that nobody could guess; else a word that a municipality chose, such as a category's.</param>
internal sealed record Reference(string Place, string Name, bool IsId);

/// <summary>
/// Finds where requests name things: by the schema's format, by a description that speaks of an id, and by the words that name things.
/// </summary>
internal static partial class IdsInSchemas
{
    private const int Deepest = 10;

    private static readonly HashSet<string> Words = ["category", "queue", "team"];

    public static IEnumerable<Reference> InBody(OpenApiContract contract, Operation operation) =>
        operation.Json["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? In(contract, schema, "", "", "", 0).DistinctBy(found => found.Place) : [];

    public static IEnumerable<Reference> InQuery(Operation operation) =>
        from parameter in operation.In("query")
        let name = (string)parameter["name"]!
        let schema = parameter["schema"]!
        let isId = IsId(schema["items"] ?? schema, (string?)parameter["description"])
        where schema["enum"] is null && (isId || Words.Contains(name))
        select new Reference(name, name, isId);

    private static IEnumerable<Reference> In(
        OpenApiContract contract, JsonNode schema, string place, string name, string description, int depth)
    {
        description = (string?)schema["description"] ?? description;
        var resolved = contract.Resolve(schema);
        if (depth > Deepest)
            return [];
        if ((resolved["oneOf"] ?? resolved["anyOf"]) is JsonArray choices)
            return choices.SelectMany(choice => In(contract, choice!, place, name, description, depth + 1));
        if (resolved["items"] is { } item)
            return In(contract, item, place + "/0", name, description, depth + 1);
        if (resolved["properties"] is JsonObject members)
            return members.SelectMany(member => In(contract, member.Value!, $"{place}/{member.Key}", member.Key, "", depth + 1));

        var isId = IsId(resolved, description);
        return resolved["enum"] is null && (isId || Words.Contains(name)) ? [new(place, name, isId)] : [];
    }

    private static bool IsId(JsonNode schema, string? description) =>
        (string?)schema["format"] == "uuid" || schema["format"] is null
            && MayBeText(schema) && description is not null && SpeaksOfAnId().IsMatch(description);

    private static bool MayBeText(JsonNode schema) =>
        schema["type"]?.ToJsonString().Contains("\"string\"", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"\bids?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfAnId();
}

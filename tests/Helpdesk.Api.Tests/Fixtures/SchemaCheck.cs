using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>Holds a value against a schema of the OpenAPI document: the part of JSON Schema that our document uses. What it does not know it refuses.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private static readonly HashSet<string> Known =
    [
        "$ref", "type", "properties", "required", "additionalProperties", "items", "oneOf", "anyOf", "enum", "format", "pattern", "minLength", "maxLength",
        "minimum", "maximum", "minItems", "maxItems", "description", "default", "examples", "uniqueItems",
    ];

    /// <returns>What does not fit, each with its place.</returns>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string at = "")
    {
        if (schema["$ref"] is { } reference)
            return Faults(value, Resolve(reference.GetValue<string>()), at);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return choices.Any(choice => !Faults(value, choice!, at).Any()) ? [] : [$"{at}: fits none of the choices: {Short(value)}"];
        if (((JsonObject)schema).Select(member => member.Key).FirstOrDefault(key => !Known.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal)) is { } unknown)
            throw new InvalidOperationException($"SchemaCheck does not know '{unknown}' at {at}.");

        return TypeFault(value, schema, at) is { } fault ? [fault] : value switch
        {
            JsonObject members => OfObject(members, schema, at),
            JsonArray items => OfArray(items, schema, at),
            JsonValue single => OfValue(single, schema, at),
            _ => [],
        };
    }

    public JsonNode Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!);

    private static string? TypeFault(JsonNode? value, JsonNode schema, string at)
    {
        var allowed = schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToArray(),
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        var actual = value?.GetValueKind() switch
        {
            null or System.Text.Json.JsonValueKind.Null => "null",
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => "number",
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
            System.Text.Json.JsonValueKind.Array => "array",
            _ => "object",
        };
        var fits = allowed.Length == 0 || allowed.Contains(actual) || actual == "number" && allowed.Contains("integer") && !Short(value).Contains('.');
        return fits ? null : $"{at}: must be {string.Join(" or ", allowed)}, is {actual}";
    }

    private IEnumerable<string> OfObject(JsonObject members, JsonNode schema, string at)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var required in schema["required"] as JsonArray ?? [])
        {
            if (!members.ContainsKey(required!.GetValue<string>()))
                yield return $"{at}: lacks {required}";
        }

        foreach (var (name, value) in members)
        {
            var place = $"{at}/{name}";
            if (properties[name] is { } described)
            {
                foreach (var fault in Faults(value, described, place))
                    yield return fault;
            }
            else if (schema["additionalProperties"] is JsonObject free)
            {
                foreach (var fault in Faults(value, free, place))
                    yield return fault;
            }
            else if (schema["additionalProperties"]?.GetValueKind() == System.Text.Json.JsonValueKind.False || properties.Count > 0)
            {
                yield return $"{place}: is not described";
            }
        }
    }

    private IEnumerable<string> OfArray(JsonArray items, JsonNode schema, string at) =>
        schema["items"] is { } item ? items.SelectMany((value, index) => Faults(value, item, $"{at}/{index}")) : [];

    private static IEnumerable<string> OfValue(JsonValue value, JsonNode schema, string at)
    {
        var text = value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : Short(value);
        if (schema["enum"] is JsonArray words && words.All(word => word?.ToString() != text))
            yield return $"{at}: {Short(value)} is none of the words";
        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.NonBacktracking))
            yield return $"{at}: {Short(value)} does not match {pattern}";
        if (schema["maxLength"] is { } longest && text.EnumerateRunes().Count() > longest.GetValue<int>())
            yield return $"{at}: is longer than {longest}";
        if (!FitsFormat(text, schema["format"]?.GetValue<string>()))
            yield return $"{at}: {Short(value)} is no {schema["format"]}";
    }

    private static bool FitsFormat(string text, string? format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _) && text == text.ToLowerInvariant(),
        "date-time" => text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "int32" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "int64" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    private static string Short(JsonNode? value) => value?.ToJsonString() is { } json ? json.Length > 80 ? json[..80] + "…" : json : "null";
}

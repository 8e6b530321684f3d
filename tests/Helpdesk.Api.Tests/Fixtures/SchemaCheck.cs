using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Json.Schema;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>
/// Holds values against the schemas of the OpenAPI document, which are JSON Schema 2020-12, with JsonSchema.Net. Stricter than the
/// standard: what an object does not describe is a fault, formats count, and a keyword that the validator does not know is refused instead
/// of passed over.
/// </summary>
internal sealed class SchemaCheck
{
    private const string Components = "#/components/schemas/";

    private static readonly Uri Base = new("https://schemas.test/");

    private static readonly HashSet<string> Known =
    [
        "$ref", "type", "properties", "required", "additionalProperties", "items", "oneOf", "anyOf", "enum", "format",
            "pattern", "minLength",
        "maxLength", "minimum", "maximum", "minItems", "maxItems", "description", "default", "examples", "uniqueItems",
    ];

    private readonly JsonNode document;
    private readonly ConcurrentDictionary<JsonNode, JsonSchema> ready = new(ReferenceEqualityComparer.Instance);

    // Nearly every value fits, and to find that out without noting why is several times as fast.
    private readonly EvaluationOptions whether = Options(OutputFormat.Flag);
    private readonly EvaluationOptions why = Options(OutputFormat.List);

    static SchemaCheck()
    {
        Text("uuid", text => Guid.TryParseExact(text, "D", out _) && text == text.ToLowerInvariant());
        Text("date-time", text => text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _));
        Text("uri", text => Uri.TryCreate(text, UriKind.Absolute, out _) && !text.StartsWith('/'));
        Number("int32", number => int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        Number("int64", number => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
    }

    public SchemaCheck(JsonNode document)
    {
        this.document = document;
        foreach (var (name, schema) in document["components"]?["schemas"] as JsonObject ?? [])
        {
            whether.SchemaRegistry.Register(new Uri(Base, name), Ready(schema!));
            why.SchemaRegistry.Register(new Uri(Base, name), Ready(schema!));
        }
    }

    /// <returns>What does not fit, each with its place.</returns>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema)
    {
        if (ready.GetOrAdd(schema, Ready).Evaluate(value, whether).IsValid)
            return [];
        var result = Ready(schema).Evaluate(value, why);
        return result.IsValid
            ? throw new InvalidOperationException("A value does not fit, and nothing says why.")
            : result.Details.Where(detail => detail.HasErrors)
                .SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}"))
                .DefaultIfEmpty("does not fit").ToList();
    }

    public JsonNode Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!);

    private static EvaluationOptions Options(OutputFormat output) => new()
    {
        EvaluateAs = SpecVersion.Draft202012,
        OutputFormat = output,
        RequireFormatValidation = true,
    };

    private static JsonSchema Ready(JsonNode schema)
    {
        var own = schema.DeepClone();
        Close(own);
        return own.Deserialize<JsonSchema>()!;
    }

    // Everything that is a schema, however deep: references lead to the registered ones, and objects hold nothing that is not described.
    private static void Close(JsonNode? node)
    {
        if (node is not JsonObject schema)
            return;
        var keys = schema.Select(member => member.Key);
        if (keys.FirstOrDefault(key => !Known.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal)) is { } unknown)
            throw new InvalidOperationException($"SchemaCheck does not know '{unknown}' in {schema.ToJsonString()}.");
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            schema["$ref"] = reference.StartsWith(Components, StringComparison.Ordinal)
                ? new Uri(Base, reference[Components.Length..]).ToString()
                : throw new InvalidOperationException($"{reference} is no schema of the document.");

        foreach (var part in Parts(schema).ToList())
            Close(part);
        if (schema["properties"] is JsonObject { Count: > 0 } && !schema.ContainsKey("additionalProperties"))
            schema["additionalProperties"] = false;
    }

    private static IEnumerable<JsonNode?> Parts(JsonObject schema) =>
    [
        .. (schema["properties"] as JsonObject ?? []).Select(property => property.Value),
        .. schema["oneOf"] as JsonArray ?? [], .. schema["anyOf"] as JsonArray ?? [],
        schema["items"], schema["additionalProperties"],
    ];

    private static void Text(string format, Func<string, bool> fits) =>
        Formats.Register(
            new PredicateFormat(format, node => node?.GetValueKind() is not JsonValueKind.String || fits(node.GetValue<string>())));

    // As it is written: 1.0 is no whole number for programs that read it into one.
    private static void Number(string format, Func<string, bool> fits) =>
        Formats.Register(
            new PredicateFormat(format, node => node?.GetValueKind() is not JsonValueKind.Number || fits(node.ToJsonString())));
}

namespace Helpdesk.Api.Tests.Documentation;

/// <summary>The document in lines that a reviewer can read: what clients depend on, without descriptions and examples.</summary>
internal static class OpenApiDigest
{
    public static string Of(OpenApiContract contract) => string.Join('\n',
    [
        "# What clients of the API depend on. Made from the OpenAPI document; UPDATE_SNAPSHOTS=1 writes it anew.",
        .. contract.Operations.Where(operation => !operation.Id.EndsWith("InTenant", StringComparison.Ordinal))
            .OrderBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal)
            .SelectMany(operation => Lines(contract, operation)),
        "",
        .. contract.Document["components"]!["schemas"]!.AsObject().OrderBy(schema => schema.Key, StringComparer.Ordinal)
            .SelectMany(schema => Lines(schema.Key, schema.Value!)),
        "",
    ]);

    private static readonly Type?[] Common = [typeof(HttpErrors), typeof(Domain.Feed.FeedErrors), typeof(InputErrors)];

    // What follows from the kind of a request says nothing about the one operation.
    private static readonly HashSet<string> Shared =
    [
        .. ProblemCatalogue.Declared.Where(one => Common.Contains(one.Field.DeclaringType)).Select(one => one.Error.Code),
        "anti-forgery-token-invalid", "cross-site-request", "invalid-token", "not-found", "not-signed-in", "person-required",
        "role-required", "scope-missing", "tenant-suspended", "tenant-unknown",
    ];

    private static IEnumerable<string> Lines(OpenApiContract contract, Operation operation)
    {
        var twin = contract.Operations.Any(other => other.Id == operation.Id + "InTenant") ? " (+InTenant)" : "";
        yield return "";
        yield return $"{operation.Method} {operation.Path}  {operation.Id}{twin}";
        if (operation.In("query").Concat(operation.In("header")).ToList() is { Count: > 0 } parameters)
            yield return $"  takes {string.Join(", ", parameters.Select(ParameterOf))}";
        if (operation.Json["requestBody"]?["content"]?["application/json"]?["schema"] is { } body)
            yield return $"  body {TypeOf(body)}";
        foreach (var (status, response) in operation.Json["responses"]!.AsObject().Where(response => response.Key[0] == '2'))
            yield return $"  {status} {TypeOf(response!["content"]?["application/json"]?["schema"])}{HeadersOf(response)}";
        if (operation.ProblemCodes.Except(Shared).ToList() is { Count: > 0 } codes)
            yield return $"  refuses {string.Join(", ", codes)}";
    }

    private static string ParameterOf(JsonNode parameter) =>
        $"{parameter["name"]}{((bool?)parameter["required"] == true ? "!" : "")}: {TypeOf(parameter["schema"])}";

    private static string HeadersOf(JsonNode response) =>
        response["headers"] is JsonObject headers ? $" with {string.Join(", ", headers.Select(header => header.Key))}" : "";

    private static IEnumerable<string> Lines(string name, JsonNode schema)
    {
        if (schema["properties"] is not JsonObject properties)
            return [$"{name} = {TypeOf(schema)}"];

        var required = (schema["required"] as JsonArray ?? []).Select(member => member!.ToString()).ToHashSet();
        return properties.Select(member => $"  {member.Key}{(required.Contains(member.Key) ? "" : "?")}: {TypeOf(member.Value)}")
            .Prepend(name);
    }

    private static string TypeOf(JsonNode? schema) => schema switch
    {
        null => "nothing",
        _ when schema["$ref"] is { } reference => reference.ToString().Split('/')[^1],
        _ when (schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices => string.Join(" | ", choices.Select(TypeOf)),
        _ when schema["enum"] is JsonArray words => string.Join(" | ", words.Select(word => $"\"{word}\"")),
        _ when schema["items"] is { } items => $"{TypeOf(items)}[]{(Names(schema).Contains("null") ? " | null" : "")}",
        _ => string.Join(" | ", Names(schema).Order(StringComparer.Ordinal)) + (schema["format"] is { } format ? $" ({format})" : ""),
    };

    private static IEnumerable<string> Names(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => type!.ToString()),
        JsonValue one => [one.ToString()],
        _ => ["any"],
    };
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>The document that the host serves, as tests read it.</summary>
public sealed class OpenApiContract
{
    private static readonly ConcurrentDictionary<string, Lazy<OpenApiContract>> Read = new();

    private readonly SchemaCheck schemas;

    /// <summary>The same for the same text: all hosts serve one document, and what is made of it is large.</summary>
    public static OpenApiContract Of(string json) => Read.GetOrAdd(json, text => new(() => new(text))).Value;

    private OpenApiContract(string json)
    {
        Document = JsonNode.Parse(json)!;
        Unfold(Document);
        schemas = new SchemaCheck(Document);
        Operations =
        [
            .. from path in (JsonObject)Document["paths"]!
               from method in (JsonObject)path.Value!
               select new Operation(path.Key, method.Key.ToUpperInvariant(), (JsonObject)method.Value!),
        ];
    }

    public JsonNode Document { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public Operation Named(string operationId) => Operations.Single(operation => operation.Id == operationId);

    /// <returns><c>null</c>: nothing is documented there.</returns>
    public Operation? Find(string method, string path) => Operations
        .Where(operation => operation.Method == method && operation.Matches(path))
        .OrderBy(operation => operation.Path.Count(character => character == '{')) // a literal part wins over a parameter
        .FirstOrDefault();

    /// <summary>What about an answer is not as documented.</summary>
    /// <param name="body"><c>null</c>: empty.</param>
    public IEnumerable<string> Faults(Operation operation, int status, string? contentType, JsonNode? body)
    {
        if (operation.Json["responses"]?[$"{status}"] is not { } reference)
            return [$"{operation.Id} does not document {status}{(body?["code"] is { } code ? $" ({code})" : "")}"];

        var response = Resolve(reference);
        if (response["content"] is not JsonObject content)
            return body is null ? [] : [$"{operation.Id} {status}: no body is documented"];
        if (contentType is null || content[contentType] is not { } media)
            return [$"{operation.Id} {status}: {contentType ?? "nothing"} is not a documented type"];

        var faults = schemas.Faults(body, media["schema"]!).Select(fault => $"{operation.Id} {status} {fault}");
        return contentType == "application/problem+json" && !operation.ProblemCodes.Contains(body?["code"]?.ToString())
            ? faults.Append($"{operation.Id} does not document the problem code {body?["code"]}")
            : faults;
    }

    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema) => schemas.Faults(value, schema);

    // A node makes its members when it is first asked for them, and not for several threads at once.
    private static void Unfold(JsonNode? node)
    {
        foreach (var part in node is JsonObject members
            ? members.Select(member => member.Value) : node as JsonArray ?? (IEnumerable<JsonNode?>)[])
            Unfold(part);
    }

    public JsonNode Resolve(JsonNode node) => node["$ref"] is { } reference ? schemas.Resolve(reference.GetValue<string>()) : node;
}

/// <summary>One operation of the document.</summary>
public sealed class Operation(string path, string method, JsonObject json)
{
    private readonly Regex pattern = new($"^{Regex.Replace(Regex.Escape(path).Replace("}", "\\}"), @"\\\{[^}]+\\\}", "[^/]+")}$");

    public string Path => path;

    public string Method => method;

    public JsonObject Json => json;

    public string Id => json["operationId"]?.GetValue<string>() ?? $"{method} {path}";

    public IReadOnlyList<string> ProblemCodes => [.. (json["x-problem-codes"] as JsonArray ?? []).Select(code => code!.GetValue<string>())];

    public IReadOnlyList<JsonNode> Parameters => [.. (json["parameters"] as JsonArray ?? []).Select(parameter => parameter!)];

    /// <summary>At which sorts of hosts it exists; empty: at all.</summary>
    public IReadOnlyList<string> Hosts => [.. (json["x-hosts"] as JsonArray ?? []).Select(host => host!.GetValue<string>())];

    public JsonNode? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter["name"]!.GetValue<string>() == name);

    public IEnumerable<JsonNode> In(string place) => Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == place);

    public bool Matches(string requestPath) => pattern.IsMatch(requestPath);

    public override string ToString() => Id;
}

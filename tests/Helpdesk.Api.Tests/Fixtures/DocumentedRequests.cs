using Helpdesk.Api.Tests.Isolation;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>What must be told to make good requests, because no document says it.</summary>
/// <param name="Makers">
/// By the part of the path before an id, or a word of <paramref name="References"/>: how to make such a thing in a municipality, as its
/// admin.
/// </param>
/// <param name="References">By the name of a member or query parameter: which of the makers makes what it names.</param>
/// <param name="Bodies">By operation: a body that is good, where the document's example is not: it depends on what is there.</param>
/// <param name="Words">Parameters of paths that name nothing which belongs to a municipality.</param>
internal sealed record Known(
    IReadOnlyDictionary<string, Func<HttpClient, Task<string>>> Makers, IReadOnlyDictionary<string, string> References,
    IReadOnlyDictionary<string, Func<HttpClient, Task<JsonNode>>> Bodies, IReadOnlySet<string> Words);

/// <summary>Things of one's own, made when they are first needed.</summary>
internal sealed class OwnThings(HttpClient admin, IReadOnlyDictionary<string, Func<HttpClient, Task<string>>> makers)
{
    private readonly Dictionary<string, string> made = [];

    public HttpClient Admin => admin;

    public IReadOnlyDictionary<string, string> Made => made;

    public async Task<string> Once(string collection) =>
        made.TryGetValue(collection, out var thing) ? thing
        : makers.TryGetValue(collection, out var make) ? made[collection] = await make(admin)
        : "";

    /// <summary>Instead of making one. <c>tenant</c>: the one that paths name.</summary>
    public void Use(string collection, string thing) => made[collection] = thing;

    public Task<string> Fresh(string collection) => makers[collection](admin);
}

/// <summary>Makes good requests from the document: its examples, with what they name made first.</summary>
internal sealed class DocumentedRequests(OpenApiContract contract, Known known)
{
    /// <summary>As the document shows it, with what it names made here.</summary>
    public async Task<JsonNode> Body(Operation operation, OwnThings own)
    {
        if (known.Bodies.TryGetValue(operation.Id, out var make))
            return await make(own.Admin);

        var body = Example(operation.Id)!.DeepClone();
        foreach (var reference in IdsInSchemas.InBody(contract, operation).Where(reference => known.References.ContainsKey(reference.Name)))
        {
            if (JsonPlaces.Find(body, reference.Place) is not null)
                JsonPlaces.Set(body, reference.Place, await own.Once(known.References[reference.Name]));
        }

        return body;
    }

    /// <summary>The version of the thing, or of the list that it stands in.</summary>
    public async Task<string> Version(HttpClient caller, Operation operation, OwnThings own)
    {
        var address = await Path(operation, own);
        foreach (var (described, asked) in new[] { (operation.Path, address), (Parent(operation.Path), Parent(address)) })
        {
            if (contract.Operations.Any(other => other.Method == "GET" && other.Path == described)
                && (await caller.Get(asked)).Headers.ETag is { } tag)
                return tag.Tag;
        }

        return "\"1\"";

        static string Parent(string path) => path[..path.LastIndexOf('/')];
    }

    public async Task<string> Path(Operation operation, OwnThings own)
    {
        foreach (var parameter in operation.In("path"))
            await own.Once(Collection(operation.Path, (string)parameter["name"]!));
        return Path(operation, own.Made);
    }

    public string Path(Operation operation, IReadOnlyDictionary<string, string> things, string asked = "", string id = "") =>
        operation.In("path").Aggregate(operation.Path, (path, parameter) =>
        {
            var name = (string)parameter["name"]!;
            var value = name == asked ? id
                : name == "tenant" ? things.GetValueOrDefault("tenant") ?? IsolationProof.Own
                : things.GetValueOrDefault(Collection(operation.Path, name)) ?? (string)parameter["example"]!;
            return path.Replace($"{{{name}}}", value);
        });

    public JsonNode? Example(string operation) =>
        contract.Named(operation).Json["requestBody"]?["content"]?["application/json"]?["examples"]?["example"] is { } example
            ? contract.Resolve(example)["value"]
            : null;

    public static string Collection(string path, string parameter) =>
        path[..path.IndexOf($"{{{parameter}}}", StringComparison.Ordinal)].Split('/').Last(part => part.Length > 0 && part[0] != '{');
}

using System.Text.Json.Nodes;

namespace Helpdesk.Testing.Search;

/// <summary>The indices of the stand-in, their aliases and documents.</summary>
internal sealed class ElasticShelf
{
    private sealed record Document(long Version, JsonObject Source);

    private sealed record Index(HashSet<string> Aliases, Dictionary<string, Document> Documents, ElasticQuery Query);

    private readonly Lock one = new();
    private readonly SortedDictionary<string, Index> indices = new(StringComparer.Ordinal);

    public static (int Status, JsonNode Answer) Fault(string type, int status) =>
        (status, new JsonObject { ["error"] = new JsonObject { ["type"] = type, ["reason"] = type }, ["status"] = status });

    public (int Status, JsonNode Answer) Answer(ElasticRequest request)
    {
        lock (one)
        {
            return (request.Method, request.Path.Trim('/').Split('/')) switch
            {
                ("PUT", [var index]) when !index.StartsWith('_') => Create(index, Read(request)),
                ("DELETE", [var index]) => Drop(index),
                ("GET", [var pattern, "_alias"]) => (200, new JsonObject(Matching(pattern).Select(index => KeyValuePair.Create(
                    index.Key, (JsonNode?)new JsonObject { ["aliases"] = Aliases(index.Value) })))),
                ("POST", ["_aliases"]) => Change([.. ElasticQuery.All(Read(request)["actions"])]),
                ("POST" or "PUT", ["_bulk"]) => Bulk([.. request.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => JsonNode.Parse(line)!.AsObject())]),
                ("POST", [var names, "_search"]) => Search(names.Split(','), Read(request)),
                ("POST", [var pattern, "_delete_by_query"]) => Forget(pattern, Read(request)["query"]!),
                ("POST", [_, "_refresh"]) => (200, new JsonObject { ["_shards"] = Shards() }),
                _ => Fault($"{request.Method} {request.Path} is not understood", 400),
            };
        }
    }

    private static JsonObject Read(ElasticRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    private (int, JsonNode) Create(string name, JsonObject body)
    {
        if (indices.ContainsKey(name))
            return Fault("resource_already_exists_exception", 400);
        indices[name] = new(
            [.. (body["aliases"] as JsonObject ?? []).Select(alias => alias.Key)], [], ElasticQuery.With(body["settings"]!));
        return (200, new JsonObject { ["acknowledged"] = true, ["shards_acknowledged"] = true, ["index"] = name });
    }

    private (int, JsonNode) Drop(string name)
    {
        indices.Remove(name);
        return (200, new JsonObject { ["acknowledged"] = true });
    }

    // All or none, as Elasticsearch does it.
    private (int, JsonNode) Change(JsonNode[] actions)
    {
        foreach (var action in actions.Select(action => action.AsObject().Single()))
        {
            var named = action.Value!["index"]!.GetValue<string>();
            if (!indices.ContainsKey(named))
                return Fault("index_not_found_exception", 404);
        }

        foreach (var (kind, about) in actions.Select(action => action.AsObject().Single()))
        {
            if (kind == "remove_index")
                indices.Remove(about!["index"]!.GetValue<string>());
            else if (kind == "add")
                indices[about!["index"]!.GetValue<string>()].Aliases.Add(about["alias"]!.GetValue<string>());
            else
                return Fault($"{kind} is not understood", 400);
        }

        return (200, new JsonObject { ["acknowledged"] = true });
    }

    private (int, JsonNode) Bulk(JsonObject[] lines)
    {
        var items = lines.Chunk(2).Select(pair => Write(pair[0]["index"]!.AsObject(), pair[1])).ToArray();
        var failed = items.Any(item => item["index"]!["error"] is not null);
        return (200, new JsonObject { ["took"] = 1, ["errors"] = failed, ["items"] = new JsonArray([.. items]) });
    }

    private JsonObject Write(JsonObject operation, JsonObject source)
    {
        var (alias, id) = (operation["_index"]!.GetValue<string>(), operation["_id"]!.GetValue<string>());
        var version = operation["version"]!.GetValue<long>();
        var answer = new JsonObject { ["_index"] = alias, ["_id"] = id };
        var (status, error) = (201, (string?)null);
        if (operation["require_alias"]?.GetValue<bool>() is not true || operation["version_type"]!.GetValue<string>() != "external_gte")
            (status, error) = (400, "only an alias and external_gte are understood");
        else if (indices.Values.SingleOrDefault(index => index.Aliases.Contains(alias)) is not { } index)
            (status, error) = (404, "index_not_found_exception");
        else if (index.Documents.TryGetValue(id, out var there) && there.Version > version)
            (status, error) = (409, "version_conflict_engine_exception");
        else
            index.Documents[id] = new(version, source.DeepClone().AsObject());
        (answer["status"], answer["_version"]) = (status, version);
        if (error is not null)
            answer["error"] = new JsonObject { ["type"] = error, ["reason"] = error };
        else
            (answer["result"], answer["_shards"], answer["_seq_no"], answer["_primary_term"]) = ("created", Shards(), 1, 1);
        return new() { ["index"] = answer };
    }

    private (int, JsonNode) Search(string[] names, JsonObject asked)
    {
        var hits = new List<JsonNode>();
        foreach (var name in names)
        {
            if (indices.FirstOrDefault(index => index.Value.Aliases.Contains(name)) is not { Key: not null } index)
                return Fault("index_not_found_exception", 404);
            foreach (var (id, document) in index.Value.Documents)
            {
                if (index.Value.Query.Find(asked["query"]!, document.Source) is { } inner)
                    hits.Add(new JsonObject { ["_index"] = index.Key, ["_id"] = id, ["_score"] = 1.0, ["inner_hits"] = inner });
            }
        }

        var most = asked["track_total_hits"]!.GetValue<int>();
        return (200, new JsonObject
        {
            ["took"] = 1,
            ["timed_out"] = false,
            ["_shards"] = Shards(),
            ["hits"] = new JsonObject
            {
                ["total"] = new JsonObject { ["value"] = Math.Min(hits.Count, most), ["relation"] = hits.Count > most ? "gte" : "eq" },
                ["max_score"] = 1.0,
                ["hits"] = new JsonArray([.. hits.Take(asked["size"]!.GetValue<int>())]),
            },
        });
    }

    private (int, JsonNode) Forget(string pattern, JsonNode query)
    {
        var count = 0;
        foreach (var index in Matching(pattern).Select(index => index.Value))
        {
            foreach (var (id, _) in index.Documents.Where(document => index.Query.Find(query, document.Value.Source) is not null).ToList())
                count += index.Documents.Remove(id) ? 1 : 0;
        }

        return (200, new JsonObject
        {
            ["took"] = 1,
            ["timed_out"] = false,
            ["total"] = count,
            ["deleted"] = count,
            ["failures"] = new JsonArray(),
        });
    }

    private IEnumerable<KeyValuePair<string, Index>> Matching(string pattern) =>
        indices.Where(index => index.Key.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal));

    private static JsonObject Aliases(Index index) =>
        new(index.Aliases.Select(alias => KeyValuePair.Create(alias, (JsonNode?)new JsonObject())));

    private static JsonObject Shards() => new() { ["total"] = 1, ["successful"] = 1, ["skipped"] = 0, ["failed"] = 0 };
}

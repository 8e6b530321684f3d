namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>Members of a JSON document by their pointer; of arrays the first item.</summary>
internal static class JsonPlaces
{
    public static JsonNode? Find(JsonNode? body, string place) => place.Split('/')[1..].Aggregate(body, (node, part) => node switch
    {
        JsonObject members => members[part],
        JsonArray { Count: > 0 } items => items[0],
        _ => null,
    });

    public static void Set(JsonNode body, string place, string value)
    {
        var parts = place.Split('/')[1..];
        for (var i = 0; i < parts.Length - 1; i++)
        {
            JsonNode Next() => parts[i + 1] == "0" ? new JsonArray() : new JsonObject();
            if (body is JsonArray items)
            {
                if (items.Count == 0)
                    items.Add(Next());
                body = items[0]!;
            }
            else
            {
                body = body[parts[i]] ??= Next();
            }
        }

        if (body is JsonArray { Count: 0 } empty)
            empty.Add(value);
        else if (body is JsonArray list)
            list[0] = value;
        else
            body[parts[^1]] = value;
    }
}

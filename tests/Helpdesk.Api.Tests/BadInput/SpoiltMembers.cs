using System.Globalization;
using Helpdesk.Api.Tests.Isolation;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>One member of a good body, and how to spoil it.</summary>
/// <param name="Place">JSON pointer; of arrays the first item.</param>
/// <param name="Wrong">Of a type that it cannot be; <c>null</c>: it can be anything.</param>
/// <param name="Broken">
/// A value of its type, and against its rule: too long, out of range, an id or a word of nothing; <c>null</c>: it has none.
/// </param>
/// <param name="IsRequired">It must be there.</param>
/// <param name="IsPlain">Its type is all that there is to know of it: a word of a list, true or false, or only what holds others.</param>
internal sealed record SpoiltMember(string Place, JsonNode? Wrong, JsonNode? Broken, bool IsRequired, bool IsPlain)
{
    public bool HasUnknownRule => Broken is null && !IsPlain;

    public bool Touches(string place) => place == Place
        || place.StartsWith(Place + "/", StringComparison.Ordinal) || Place.StartsWith(place + "/", StringComparison.Ordinal);

    public override string ToString() => Place;
}

/// <summary>Finds out from the document how members of a body can be spoilt, as far as it says so.</summary>
/// <param name="broken">Where it does not: by operation and place, or by the name of the member.</param>
internal sealed class SpoiltMembers(OpenApiContract contract, IReadOnlyDictionary<string, string> broken)
{
    public static JsonNode? Schema(Operation operation) => operation.Json["requestBody"]?["content"]?["application/json"]?["schema"];

    public IReadOnlyList<SpoiltMember> Of(Operation operation, JsonNode good)
    {
        var ids = IdsInSchemas.InBody(contract, operation).Where(reference => reference.IsId).Select(reference => reference.Place)
            .ToHashSet();
        return [.. Of(Schema(operation)!, good, "", operation.Id, ids)];
    }

    /// <summary>The body with the member as it shall be; <c>null</c>: without it.</summary>
    public static void Set(JsonNode body, string place, JsonNode? value)
    {
        var parts = place.Split('/')[1..];
        foreach (var part in parts[..^1])
            body = body is JsonArray items ? items[int.Parse(part, CultureInfo.InvariantCulture)]! : body[part]!;
        if (body is JsonArray list)
            list[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = value?.DeepClone();
        else if (value is null)
            body.AsObject().Remove(parts[^1]);
        else
            body[parts[^1]] = value.DeepClone();
    }

    private IEnumerable<SpoiltMember> Of(JsonNode schema, JsonNode? good, string at, string operation, HashSet<string> ids)
    {
        var resolved = contract.Resolve(schema);
        resolved = resolved["oneOf"] is JsonArray choices ? contract.Resolve(choices.First(choice => choice!["type"] is null
            || (string?)choice["type"] != "null")!) : resolved;
        if (resolved["items"] is { } item && good is JsonArray { Count: > 0 } items)
            return Of(item, items[0], at + "/0", operation, ids);
        if (resolved["properties"] is not JsonObject members || good is not JsonObject body)
            return [];
        var required = (resolved["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        return members.SelectMany(member =>
        {
            var place = $"{at}/{member.Key}";
            var one = new SpoiltMember(
                place, WrongOf(member.Value!), BrokenOf(member.Value!, $"{operation} {place}", member.Key, ids.Contains(place)),
                required.Contains(member.Key), IsPlain(member.Value!));
            return Of(member.Value!, body[member.Key], place, operation, ids).Prepend(one);
        });
    }

    // What no member of its type takes; null: any value is right.
    private JsonNode? WrongOf(JsonNode member)
    {
        var schema = contract.Resolve(member);
        var types = Types(schema);
        return types.Contains("array") || types.Contains("object") || schema["oneOf"] is not null ? JsonValue.Create(true)
            : types is [null] ? null : new JsonArray(new JsonArray());
    }

    private JsonNode? BrokenOf(JsonNode member, string named, string name, bool isId)
    {
        if (broken.TryGetValue(named, out var known) || broken.TryGetValue(name, out known))
            return known.Length > 0 ? JsonNode.Parse(known) : null;
        var schema = contract.Resolve(member);
        if (isId && schema["items"] is null)
            return Guid.CreateVersion7().ToString();
        var types = Types(schema);
        return types.Contains("string") && (int?)schema["maxLength"] is { } most ? new string('x', most + 1)
            : types.Contains("string") && schema["pattern"] is not null ? "\u0001"
            : types.Contains("integer") && (long?)schema["maximum"] is { } largest and < long.MaxValue ? largest + 1
            : types.Contains("integer") && (long?)schema["minimum"] is { } least ? least - 1
            : null;
    }

    private bool IsPlain(JsonNode member)
    {
        var schema = contract.Resolve(member);
        if (schema["oneOf"] is JsonArray choices)
            return choices.All(choice => (string?)choice!["type"] == "null" || IsPlain(choice!));
        return schema["enum"] is not null || schema["properties"] is not null || Types(schema).Contains("boolean")
            || schema["items"] is { } item && IsPlain(item);
    }

    private static List<string?> Types(JsonNode schema) =>
        (schema["type"] is JsonArray several ? several.Select(type => (string?)type) : [(string?)schema["type"]]).ToList();
}

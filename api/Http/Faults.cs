using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helpdesk.Api.Http;

/// <summary>Faults of one body, found by those who look at it one after the other.</summary>
internal static class Faults
{
    // An answer must not be many times as long as the request.
    public const int Most = 20;

    /// <summary>
    /// Without those of <paramref name="more"/> at a place that has one: what cannot be read is not missing, and what lies in it or around
    /// it is not judged.
    /// </summary>
    public static IReadOnlyList<FieldError> Together(IReadOnlyList<FieldError> found, IEnumerable<FieldError?> more) =>
    [
        .. found.Concat(more.OfType<FieldError>().Where(fault => !found.Any(one => Touch(one.Pointer, fault.Pointer))).Distinct())
            .Take(Most),
    ];

    /// <summary>
    /// The body without the members that are wrong. Of a list with a wrong item nothing stays, since items are known by their number.
    /// </summary>
    /// <returns><c>null</c>: the body as a whole is wrong.</returns>
    public static JsonNode? Without(JsonElement body, IReadOnlyList<FieldError> faults)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return null;
        var rest = JsonNode.Parse(body.GetRawText())!;
        foreach (var fault in faults)
            Remove(rest, fault.Pointer.Split('/')[1..]);
        return rest;
    }

    private static void Remove(JsonNode from, ReadOnlySpan<string> path)
    {
        var (holder, member, at) = (default(JsonObject), "", (JsonNode?)from);
        foreach (var escaped in path)
        {
            var part = escaped.Replace("~1", "/").Replace("~0", "~");
            (holder, member) = at is JsonObject inner ? (inner, part) : (holder, member);
            at = at switch
            {
                JsonObject members => members[part],
                JsonArray items => int.TryParse(part, out var index) && index < items.Count ? items[index] : null,
                _ => null,
            };
        }

        holder?.Remove(member);
    }

    private static bool Touch(string one, string other) =>
        one == other || one.StartsWith(other + "/", StringComparison.Ordinal) || other.StartsWith(one + "/", StringComparison.Ordinal);
}

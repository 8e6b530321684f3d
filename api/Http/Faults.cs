using System.Text.Json.Nodes;

namespace Helpdesk.Api.Http;

/// <summary>Faults of one body, found by those who look at it one after the other.</summary>
internal static class Faults
{
    // An answer must not be many times as long as the request.
    public const int Most = 20;

    /// <summary>
    /// Without those of <paramref name="more"/> at a place that has one: what cannot be read is not missing, what lies in it or around it
    /// is not judged, and nothing is told to go with it.
    /// </summary>
    public static IReadOnlyList<FieldError> Together(IReadOnlyList<FieldError> found, IEnumerable<FieldError?> more)
    {
        return [.. found.Concat(more.OfType<FieldError>().Where(IsNew)).DistinctBy(fault => fault.Pointer).Take(Most)];

        bool IsNew(FieldError fault) => !fault.Beside.Prepend(fault.Pointer).Any(place => found.Any(one => Touch(one.Pointer, place)));
    }

    /// <summary>In the order of the body; what is missing comes after what is there, in its own order.</summary>
    public static IReadOnlyList<FieldError> InOrderOf(JsonElement body, IReadOnlyList<FieldError> faults) =>
        faults.Count < 2 ? faults : [.. faults.Select(fault => (fault, Place: PlaceIn(body, fault.Pointer)))
            .OrderBy(one => one.Place, Comparer<int[]>.Create(Compare)).Select(one => one.fault)];

    // At each step down the pointer, the how-manieth member or item it is there.
    private static int[] PlaceIn(JsonElement body, string pointer)
    {
        var (at, place) = ((JsonElement?)body, new List<int>());
        foreach (var part in pointer.Split('/').Skip(1).Select(Unescaped))
        {
            var steps = at switch
            {
                { ValueKind: JsonValueKind.Object } members => members.EnumerateObject().Select(one => (one.Name, one.Value)),
                { ValueKind: JsonValueKind.Array } items => items.EnumerateArray().Select((one, index) =>
                    (index.ToString(System.Globalization.CultureInfo.InvariantCulture), one)),
                _ => [],
            };
            var (index, (name, value)) = steps.Index().FirstOrDefault(step => step.Item.Item1 == part);
            place.Add(name is null ? int.MaxValue : index);
            at = name is null ? null : value;
        }

        return [.. place];
    }

    private static int Compare(int[] one, int[] other) => one.AsSpan().SequenceCompareTo(other);

    private static string Unescaped(string part) => part.Replace("~1", "/").Replace("~0", "~");

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
            var part = Unescaped(escaped);
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

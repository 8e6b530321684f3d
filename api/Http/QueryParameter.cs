namespace Helpdesk.Api.Http;

/// <summary>
/// A query parameter that an endpoint understands, declared beside the code that reads it. What is declared is documented; what is not is
/// refused.
/// </summary>
/// <param name="Means">For the OpenAPI document: what the value does, its unit and default.</param>
public sealed record QueryParameter(string Name, string Means)
{
    /// <summary>The values that are allowed; empty: any that fit the rest.</summary>
    public IReadOnlyCollection<string> Words { get; init; } = [];

    /// <summary>Several values, by commas or by repetition, mean any of them.</summary>
    public bool Several { get; init; }

    /// <summary>How many values at most, inclusive; <c>null</c>: as many as there are words.</summary>
    public int? MostValues { get; init; }

    /// <summary>Nothing is answered without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>As JSON schema names it: <c>uuid</c>, <c>date-time</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The longest text, in code points; <c>null</c>: no limit is declared.</summary>
    public int? LongestText { get; init; }

    /// <summary>What a text must look like; ECMA with the flag <c>u</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>Set for a whole number; both bounds inclusive.</summary>
    public (int Least, int Most, int Preset)? Number { get; init; }

    /// <summary>A value that is allowed and that neither words nor format give.</summary>
    public string? Example { get; init; }

    public static QueryParameter Cursor { get; } = new(
        "cursor", "Goes on where a page ended: its `next_cursor`. Fits the same list with the same filters only.")
    {
        LongestText = Cursors.Longest,
    };

    public static QueryParameter Limit { get; } = PageSize("limit", "How many items a page holds.");

    public static QueryParameter PageSize(string name, string means) =>
        new(name, means) { Number = (1, QueryReader.LargestLimit, QueryReader.DefaultLimit) };

    public static QueryParameter Text(string name, string means, int longest = 200) => new(name, means) { LongestText = longest };

    /// <summary>A category, queue, team or tag: as their own doors take it.</summary>
    public static QueryParameter Key(string name, string means) =>
        new(name, means) { LongestText = TicketKeys.MostLetters, Pattern = TicketKeys.Pattern };

    /// <summary>The same, several of them.</summary>
    public static QueryParameter AnyKey(string name, string means) =>
        Key(name, means) with { Several = true, MostValues = QueryReader.MostOfOne };

    /// <summary>Several values, which the endpoint judges by itself.</summary>
    public static QueryParameter Any(string name, string means, string example) => new(name, means)
    {
        Several = true,
        MostValues = QueryReader.MostOfOne,
        Example = example,
    };

    public static QueryParameter OneOf(string name, string means, params IReadOnlyCollection<string> words) =>
        new(name, means) { Words = words };

    public static QueryParameter OneOf<TEnum>(string name, string means) where TEnum : struct, Enum =>
        new(name, means) { Words = Words<TEnum>.All };

    public static QueryParameter AnyOf<TEnum>(string name, string means) where TEnum : struct, Enum =>
        new(name, means) { Words = Words<TEnum>.All, Several = true };

    /// <summary>The same with words that no enum has.</summary>
    public static QueryParameter AnyOfWords(string name, string means, params IReadOnlyCollection<string> words) =>
        new(name, means) { Words = words, Several = true };

    /// <summary>Also all but some: a word with <c>!</c> before it.</summary>
    public static QueryParameter AnyOfOrNot<TEnum>(string name, string means) where TEnum : struct, Enum =>
        new(name, means) { Words = [.. Words<TEnum>.All, .. Words<TEnum>.All.Select(word => "!" + word)], Several = true };

    public static QueryParameter Switch(string name, string means) => OneOf(name, means, "true", "false");

    public static QueryParameter Moment(string name, string means) => new(name, means) { Format = "date-time" };

    /// <summary>A moment, or a plain day of the tenant.</summary>
    public static QueryParameter DayOrMoment(string name, string means) => new(name, means) { LongestText = 40, Example = "2026-10-01" };

    public static QueryParameter Id(string name, string means) => new(name, means) { Format = "uuid" };
}

/// <summary>Marks an endpoint with all query parameters that it understands. Without it, it understands none.</summary>
public sealed record QueryParameters(params IReadOnlyList<QueryParameter> All)
{
    public static readonly QueryParameters None = new();

    public bool Has(string name) => All.Any(parameter => parameter.Name == name);

    public static QueryParameters Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() ?? None;
}

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>What sort of value a flag has; all variants of one flag have the same.</summary>
public enum FlagValueType
{
    Boolean,
    String,
    Number,
    Object,
}

/// <summary>
/// The value of a variant, as compact JSON in one canonical form: members in ordinal order, numbers as they compare. Two equal values have
/// equal text, whichever way they went through the database.
/// </summary>
public sealed record FlagValue
{
    public static readonly FlagValue True = new(FlagValueType.Boolean, "true");
    public static readonly FlagValue False = new(FlagValueType.Boolean, "false");

    private FlagValue(FlagValueType type, string json) => (Type, Json) = (type, json);

    public FlagValueType Type { get; }

    public string Json { get; }

    /// <summary>The value of a boolean flag; <c>false</c> for every other type.</summary>
    public bool IsTrue => Type == FlagValueType.Boolean && Json == "true";

    /// <summary>The value of a string flag; <c>null</c> for every other type.</summary>
    public string? Text => Type == FlagValueType.String ? JsonSerializer.Deserialize<string>(Json) : null;

    /// <summary>The value of a number flag, as programs that know doubles only would read it; <c>null</c> for every other type.</summary>
    public double? Number => Type == FlagValueType.Number ? double.Parse(Json, CultureInfo.InvariantCulture) : null;

    /// <returns><c>null</c> for JSON <c>null</c>, an array, or a number beyond the range of a double: no value of a flag.</returns>
    public static FlagValue? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        JsonValueKind.String => new(FlagValueType.String, Canonical(element)),
        JsonValueKind.Number when IsFinite(element) => new(FlagValueType.Number, Canonical(element)),
        JsonValueKind.Object when HoldsFiniteNumbers(element) => new(FlagValueType.Object, Canonical(element)),
        _ => null,
    };

    public static FlagValue Of(string text) => new(FlagValueType.String, JsonSerializer.Serialize(text));

    public static FlagValue Of(bool value) => value ? True : False;

    private static string Canonical(JsonElement element)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(element, json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(JsonElement element, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(member.Value, json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, json);
                json.WriteEndArray();
                break;
            case JsonValueKind.Number:
                WriteNumber(element, json);
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    // 1, 1.0 and 1e0 are one value; PostgreSQL's jsonb would not keep the last spelling anyway.
    private static void WriteNumber(JsonElement element, Utf8JsonWriter json)
    {
        var rounded = element.GetDouble();
        if (rounded == 0)
            json.WriteNumberValue(0);
        else if (element.TryGetDecimal(out var exact) && exact != 0)
            json.WriteNumberValue(exact / 1.0000000000000000000000000000m);
        else
            json.WriteNumberValue(rounded);
    }

    private static bool IsFinite(JsonElement number) => number.TryGetDouble(out var value) && double.IsFinite(value);

    private static bool HoldsFiniteNumbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => IsFinite(element),
        JsonValueKind.Array => element.EnumerateArray().All(HoldsFiniteNumbers),
        JsonValueKind.Object => element.EnumerateObject().All(member => HoldsFiniteNumbers(member.Value)),
        _ => true,
    };
}

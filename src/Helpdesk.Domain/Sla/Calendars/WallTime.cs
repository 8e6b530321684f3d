namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// A time on the clock on the wall, in whole minutes. <c>24:00</c> is the end of a day and differs from <c>00:00</c>, its start.
/// </summary>
/// <param name="MinuteOfDay">0 to 1440, both inclusive.</param>
[JsonConverter(typeof(WallTimeConverter))]
public readonly record struct WallTime(int MinuteOfDay)
{
    public static readonly WallTime Midnight = new(0);
    public static readonly WallTime EndOfDay = new(1440);

    /// <summary><c>HH:mm</c> from <c>00:00</c> to <c>24:00</c>, and nothing else; otherwise <c>null</c>.</summary>
    public static WallTime? Parse(string? text)
    {
        if (text is not { Length: 5 } || text[2] != ':' || !IsDigits(text))
            return null;

        var hour = int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var minute = int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture);
        return minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) ? new WallTime(hour * 60 + minute) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MinuteOfDay / 60:00}:{MinuteOfDay % 60:00}");

    private static bool IsDigits(string text) =>
        char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[3]) && char.IsAsciiDigit(text[4]);
}

internal sealed class WallTimeConverter : JsonConverter<WallTime>
{
    public override WallTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WallTime.Parse(reader.GetString()) ?? throw new JsonException("No time of day.");

    public override void Write(Utf8JsonWriter writer, WallTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

namespace Helpdesk.Api.Http;

/// <summary>Numbers as programs read them: a dot before the fraction, four digits behind it at most.</summary>
internal static class Cell
{
    public static string? Of(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);

    public static string Of(bool isSo) => isSo ? "true" : "false";

    public static double? Rounded(double? number) => number is { } value ? Math.Round(value, 4) : null;

    public static long? Seconds(Duration? time) => time is { } value ? (long)value.TotalSeconds : null;
}

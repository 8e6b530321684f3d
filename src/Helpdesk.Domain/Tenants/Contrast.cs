namespace Helpdesk.Domain.Tenants;

/// <summary>Whether text can be read on a background, as WCAG 2.2 computes it (relative luminance of sRGB colours).</summary>
public static class Contrast
{
    /// <summary>For text of ordinary size (success criterion 1.4.3, AA); inclusive.</summary>
    public const double Least = 4.5;

    /// <summary><c>#rrggbb</c>, nothing shorter and no names.</summary>
    public static bool IsColour(string? text) =>
        text is ['#', _, _, _, _, _, _] && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    /// <summary>From 1 (the same) to 21 (black on white), in either order.</summary>
    /// <exception cref="FormatException">Not a colour.</exception>
    public static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Linear(colour, 1)) + (0.7152 * Linear(colour, 3)) + (0.0722 * Linear(colour, 5));

    /// <summary>One channel as light adds up, 0 to 1.</summary>
    /// <param name="at">Where its two digits begin.</param>
    internal static double Linear(string colour, int at)
    {
        var value = byte.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}

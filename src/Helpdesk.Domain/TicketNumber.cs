namespace Helpdesk.Domain;

/// <summary>
/// The outward number, <c>MUST-000123</c>: unique in its tenant, never reused, never changed. Gaps are allowed. It names a ticket to people
/// and opens no door: rights are asked of the ticket, not of the number.
/// </summary>
public static class TicketNumber
{
    /// <summary>Regular expression (ECMA) of what <see cref="IsWellFormed"/> takes.</summary>
    public const string Pattern = "^[A-Za-z0-9]{1,10}-[0-9]{6,12}$";

    private const int LongestPrefix = 10;
    private const int LeastDigits = 6;
    private const int MostDigits = 12;

    /// <param name="sequence">From 1.</param>
    public static string Of(string prefix, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{sequence:D6}");

    /// <summary>In either case, as people type it.</summary>
    public static bool IsWellFormed(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash is >= 1 and <= LongestPrefix && text.Length - dash - 1 is >= LeastDigits and <= MostDigits
            && text[..dash].All(char.IsAsciiLetterOrDigit) && text[(dash + 1)..].All(char.IsAsciiDigit);
    }

    /// <summary>The prefix that a new tenant gets: the first four letters or digits of its slug, upper case.</summary>
    public static string PrefixFor(string slug) =>
        new([.. slug.Where(char.IsAsciiLetterOrDigit).Take(4).Select(char.ToUpperInvariant)]);
}

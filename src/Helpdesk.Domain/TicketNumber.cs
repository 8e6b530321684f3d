using System.Globalization;

namespace Helpdesk.Domain;

/// <summary>
/// The outward number, <c>MUST-000123</c>: unique in its tenant, never reused, never changed. Gaps are allowed. It names a ticket to people
/// and opens no door: rights are asked of the ticket, not of the number.
/// </summary>
public static class TicketNumber
{
    /// <param name="sequence">From 1.</param>
    public static string Of(string prefix, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{sequence:D6}");

    /// <summary>The prefix that a new tenant gets: the first four letters or digits of its slug, upper case.</summary>
    public static string PrefixFor(string slug) =>
        new([.. slug.Where(char.IsAsciiLetterOrDigit).Take(4).Select(char.ToUpperInvariant)]);
}

using System.Text.RegularExpressions;

namespace Helpdesk.Api.Http;

/// <summary>
/// Moments from outside: RFC 3339 with an offset, between 1900 and 2200. As other languages write them: <c>t</c> and <c>z</c> may be small,
/// a second may have up to nine digits behind the point; what is finer than a microsecond is cut off, never rounded up.
/// </summary>
public static partial class Moments
{
    public static FieldError NotOne(string pointer) => FieldCode.Type.At(pointer,
        "Muss Datum und Uhrzeit mit Abstand zu UTC sein, zum Beispiel 2026-03-27T16:30:00+01:00, in den Jahren 1900 bis 2199.",
        "Must be a date and time with offset, such as 2026-03-27T16:30:00+01:00, between the years 1900 and 2200.");

    /// <summary>For addresses, where a plus sign means a space.</summary>
    public static FieldError PlusIsSpace(string name) => FieldCode.Type.At(name,
        "Das Pluszeichen des Abstands muss in einer Adresse %2B heißen: 2026-03-27T16:30:00%2B01:00.",
        "The plus sign of an offset must be written as %2B in an address: 2026-03-27T16:30:00%2B01:00.");

    /// <summary>Room that <see cref="Write"/> needs.</summary>
    public const int MostBytes = 28;

    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } parts)
            return null;
        var (day, hour, second) = (parts.Groups["day"].Value, parts.Groups["hour"].Value, parts.Groups["second"].Value);
        var fraction = parts.Groups["fraction"].Value.PadRight(6, '0')[..6];
        var offset = parts.Groups["offset"].Value.ToUpperInvariant();
        return DateTimeOffset.TryParseExact(
            $"{day}T{hour}:{(second.Length > 0 ? second : "00")}.{fraction}{offset}", "yyyy-MM-dd'T'HH:mm:ss.ffffffK",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= 1900 and < 2200
            ? moment
            : null;
    }

    /// <summary>What was sent is a moment whose plus sign became a space on its way.</summary>
    public static bool LostItsPlus(string text) => text.Length > 6 && text[^6] == ' ' && Parse(text[..^6] + '+' + text[^5..]) is not null;

    /// <summary>Every moment that is answered has six digits behind the point. Allocates nothing: a list writes hundreds of them.</summary>
    /// <returns>How many bytes of <paramref name="text"/> are written.</returns>
    public static int Write(DateTimeOffset moment, Span<byte> text)
    {
        // Seven digits come out; the last of them, which is finer than a microsecond, makes room for the Z.
        _ = moment.UtcDateTime.TryFormat(text, out var written, "O", CultureInfo.InvariantCulture);
        text[written - 2] = (byte)'Z';
        return written - 1;
    }

    [GeneratedRegex(
        @"\A(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<hour>[0-9]{2}:[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,9}))?)?"
            + @"(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}

using System.Globalization;

namespace Helpdesk.Api.Http;

/// <summary>Moments from outside: RFC 3339 with an offset, between 1900 and 2200.</summary>
public static class Moments
{
    public static FieldError NotOne(string pointer) => FieldCode.Type.At(pointer,
        "Muss Datum und Uhrzeit mit Abstand zu UTC sein, zum Beispiel 2026-03-27T16:30:00+01:00, in den Jahren 1900 bis 2199.",
        "Must be a date and time with offset, such as 2026-03-27T16:30:00+01:00, between the years 1900 and 2200.");

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || !(text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':')))
            return null;
        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= 1900 and < 2200
            ? moment
            : null;
    }
}

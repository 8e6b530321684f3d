using NodaTime.Text;

namespace Helpdesk.Api.Http;

/// <summary>Days from outside and back: 2026-11-18 and nothing else.</summary>
internal static class Days
{
    private const string Format = "yyyy-MM-dd";

    /// <exception cref="RequestRefusedException">422: not a day.</exception>
    public static LocalDate? ReadOrNull(string? text, string pointer) =>
        text is null ? null
        : TryParse(text, out var day) ? LocalDate.FromDateOnly(day)
        : throw new RequestRefusedException(Error.Invalid(NotOne(pointer)));

    public static bool IsDay(string text) => TryParse(text, out _);

    public static FieldError NotOne(string pointer) => FieldCode.Type.At(
        pointer, "Muss ein Tag wie 2026-11-18 sein.", "Must be a day such as 2026-11-18.");

    private static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string Write(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string? Write(LocalDate? day) => day is { } given ? Write(given) : null;
}

namespace Helpdesk.Domain;

/// <summary>What text from outside must look like before it is stored. Lengths are Unicode code points.</summary>
public static class Text
{
    /// <summary>
    /// One spelling of what looks the same: letters with their marks as one character each (NFC), as most keyboards write them. Done once,
    /// where text comes in, so that no rule and no comparison needs to know of it.
    /// </summary>
    public static string Composed(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text; // no text at all, such as U+FFFE: whoever judges it says so
        }
    }

    /// <summary>
    /// A name, a subject: visible, on one line, without control characters, line separators, byte order marks or non-characters.
    /// Directional marks and combining characters stay: they belong to languages; pages isolate them.
    /// </summary>
    /// <param name="most">Longest length that is accepted, inclusive.</param>
    public static FieldError? OneLine(string? value, string pointer, int most)
    {
        if (value is null || !HasVisible(value))
            return NotVisible(pointer);
        if (value.EnumerateRunes().Any(IsForbiddenInLine))
            return FieldCode.ControlCharacter.At(pointer);
        return TooLong(value, pointer, most);
    }

    /// <summary>A description, a comment: any lines, but visible and without NUL.</summary>
    public static FieldError? Body(string? value, string pointer, int most)
    {
        if (value is null || !HasVisible(value))
            return NotVisible(pointer);
        if (value.Contains('\0'))
            return FieldCode.Nul.At(pointer);
        return TooLong(value, pointer, most);
    }

    /// <summary>What is not finished yet: anything that can be stored, also nothing that is visible.</summary>
    public static FieldError? Unfinished(string value, string pointer, int most) =>
        value.Contains('\0') ? FieldCode.Nul.At(pointer) : TooLong(value, pointer, most);

    private static FieldError? TooLong(string value, string pointer, int most) =>
        value.Length > most && Length(value) > most ? FieldError.TooLong(pointer, most) : null;

    private static FieldError NotVisible(string pointer) =>
        FieldCode.Required.At(pointer, "Muss sichtbaren Text enthalten.", "Must hold visible text.");

    private static int Length(string value)
    {
        var length = 0;
        foreach (var _ in value.EnumerateRunes())
            length++;
        return length;
    }

    private static bool HasVisible(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (IsVisible(rune))
                return true;
        }

        return false;
    }

    // Hangul fillers and the blank braille pattern are letters or symbols by category, yet show nothing.
    private static bool IsVisible(Rune rune) =>
        rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F) &&
        Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark);

    private static bool IsForbiddenInLine(Rune rune) =>
        rune.Value is 0xFEFF or (>= 0xFDD0 and <= 0xFDEF) || (rune.Value & 0xFFFE) == 0xFFFE ||
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

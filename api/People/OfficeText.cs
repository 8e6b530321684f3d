using System.Text;
using System.Text.Unicode;

namespace Helpdesk.Api.People;

/// <summary>
/// The text of a file as office programs save it: UTF-8, with a byte order mark or without; UTF-16 with one („Unicode-Text“); and
/// Windows-1252 („CSV (Trennzeichen-getrennt)“) where it can be nothing else. Whatever else it could be is told and not guessed: a wrong
/// guess becomes wrong names, which nobody sees before the mails are out.
/// </summary>
internal static class OfficeText
{
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <returns>Composed, without its mark; lines that end as on an old Mac end as elsewhere.</returns>
    public static Result<string> Of(ReadOnlySpan<byte> file)
    {
        if (IsWorkbook(file))
            return Error.Invalid(FieldCode.Workbook.At(""));
        if (Decoded(file) is not { } text)
            return Error.Invalid(FieldCode.NotUtf8.At(""));
        if (text.Length == 0)
            return Error.Invalid(FieldCode.Empty.At(""));
        if (!text.Contains('\n'))
            text = text.Replace('\r', '\n');
        return text.IndexOf('\0') is var nul and >= 0
            ? Error.Invalid(FieldCode.Nul.At($"/lines/{text.AsSpan(0, nul).Count('\n') + 1}",
                "Enthält das Zeichen NUL, das in keiner Tabelle vorkommt. Vielleicht ist es UTF-16 ohne Kennung: Speichern Sie die Datei "
                    + "als „CSV UTF-8“.",
                "Holds the NUL character, which no table has. Perhaps it is UTF-16 without its mark: save the file as “CSV UTF-8”."))
            : Text.Composed(text);
    }

    // Excel before 2007, and since then it and LibreOffice: whatever the request calls it, it is no text.
    private static bool IsWorkbook(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || file.StartsWith("PK\x03\x04"u8);

    // null: in none of the encodings that are understood.
    private static string? Decoded(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(LittleEndian.Preamble))
            return In(LittleEndian, file[2..]);
        if (file.StartsWith(BigEndian.Preamble))
            return In(BigEndian, file[2..]);
        var isMarked = file.StartsWith(Encoding.UTF8.Preamble);
        if (isMarked)
            file = file[3..];
        if (Utf8.IsValid(file))
            return Encoding.UTF8.GetString(file);
        return !isMarked && IsWindows1252(file) ? Encoding.Latin1.GetString(file) : null;
    }

    private static string? In(Encoding encoding, ReadOnlySpan<byte> text)
    {
        try
        {
            return encoding.GetString(text);
        }
        catch (DecoderFallbackException) // half a character
        {
            return null;
        }
    }

    // Letters from À to ÿ alone, where it is the same as Latin-1. UTF-8 with a broken byte has others besides, and so have the code pages
    // of DOS and of old Macs, which keep ä, ö and ü there.
    private static bool IsWindows1252(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if (letter is (>= 0x80 and < 0xC0) or 0xD7 or 0xF7)
                return false;
        }

        return true;
    }
}

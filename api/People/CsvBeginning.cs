using System.Text;
using CsvHelper;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.People;

/// <summary>What stands before the header, and what separates its columns.</summary>
/// <param name="Table">From the header on, in UTF-8.</param>
/// <param name="Skipped">Lines before it.</param>
internal sealed record CsvBeginning(byte[] Table, char Separator, int Skipped)
{
    private const string Separators = ",;\t";

    public static Result<CsvBeginning> Of(string text)
    {
        var (said, at, skipped) = Skip(text);
        if (said?.Separator is { Length: not 1 } or ['"' or '\r' or '\n'] or [>= '\u0080'])
            return Error.Invalid(FieldCode.UnknownSeparator.At(
                $"/lines/{said!.Value.Line}", "Nach sep= muss genau ein Zeichen stehen.", "After sep= there must be one character."));
        if (at == text.Length)
            return Error.Invalid(FieldCode.Empty.At(""));

        var table = Encoding.UTF8.GetBytes(text, at, text.Length - at);
        return (said?.Separator[0] ?? Found(table)) is { } separator
            ? new CsvBeginning(table, separator, skipped)
            : Error.Invalid(FieldCode.UnknownSeparator.At($"/lines/{skipped + 1}"));
    }

    // Lines without a word, and one for the spreadsheet, which says what separates.
    private static ((string Separator, int Line)? Said, int At, int Skipped) Skip(string text)
    {
        (string Separator, int Line)? said = null;
        var (at, skipped) = (0, 0);
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            var end = rest.IndexOfAny('\r', '\n');
            var line = end < 0 ? rest : rest[..end];
            if (said is null && line.Trim("\" ").StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
                said = (SeparatorOf(line.Trim("\" ")[4..]), skipped + 1);
            else if (!IsPadding(line, said?.Separator))
                break;
            skipped++;
            at += end < 0 ? rest.Length : end + (rest[end..].StartsWith("\r\n") ? 2 : 1);
        }

        return (said, at, skipped);
    }

    // Padded to the width of the table, a program repeats the separator after it.
    private static string SeparatorOf(ReadOnlySpan<char> said) =>
        said.Length > 1 && !said.ContainsAnyExcept(said[0]) ? said[..1].ToString() : said.ToString();

    private static bool IsPadding(ReadOnlySpan<char> line, string? separator)
    {
        foreach (var letter in line)
        {
            if (!char.IsWhiteSpace(letter) && letter != '"' && !Separators.Contains(letter) && separator?.Contains(letter) is not true)
                return false;
        }

        return true;
    }

    // The one that makes the most columns that are known, and of those the most columns: a comma may stand in a name.
    private static char? Found(byte[] table)
    {
        var best = Separators.Select(separator => (Separator: separator, Header: HeaderBy(table, separator)))
            .MaxBy(each => (each.Header.Known, each.Header.Columns));
        return best.Header is { Known: 0, Columns: 1 } ? null : best.Separator;
    }

    private static (int Known, int Columns) HeaderBy(byte[] table, char separator)
    {
        var isMalformed = false;
        using var csv = CsvReader.Create(table, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = _ => isMalformed = true,
        });
        if (!csv.Read() || isMalformed)
            return (0, 1 + table.AsSpan(0, EndOfLine(table)).Count((byte)separator));
        var known = Enumerable.Range(0, csv.FieldCount).Count(index => ImportVocabulary.ColumnOf(csv.GetString(index) ?? "") is not null);
        return (known, csv.FieldCount);
    }

    private static int EndOfLine(ReadOnlySpan<byte> table) =>
        table.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0 ? end : table.Length;
}

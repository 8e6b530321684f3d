using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.People;

/// <summary>
/// Reads a file of people as office programs leave them: UTF-8 with or without a byte order mark, comma, semicolon or tab as the header has
/// it, or what a first line <c>sep=;</c> says, quotes as RFC 4180 says. Columns without a name and lines without a word are padding. What
/// the cells hold is data, whatever it begins with. What is wrong with the file itself is found here, what is wrong with a person by
/// <see cref="PeopleImport"/>.
/// </summary>
internal static class PeopleCsv
{
    public const string ContentType = "text/csv";

    /// <summary>As many as a sheet has: some programs write all of them.</summary>
    private const int MostPadded = 16_384;

    private static readonly IReadOnlyList<string> Columns = ImportVocabulary.Columns;

    public static Result<IReadOnlyList<ImportedPerson>> Read(byte[] file) => Read(file, out _);

    /// <param name="readable">The lines in which nothing is wrong, also where others make the file be refused.</param>
    public static Result<IReadOnlyList<ImportedPerson>> Read(byte[] file, out IReadOnlyList<ImportedPerson> readable)
    {
        readable = [];
        var text = file.AsSpan();
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        if (text.IsEmpty)
            return Error.Invalid(FieldCode.Empty.At(""));
        if (text.Contains((byte)0) || !Utf8.IsValid(text))
            return Error.Invalid(FieldCode.NotUtf8.At(""));

        // A line for the spreadsheet, which says what separates.
        var (said, rest) = Said(text);
        if (said is { Length: not 1 } or ['"' or '\r' or '\n'] or [>= '\u0080'])
            return Error.Invalid(FieldCode.UnknownSeparator.At(
                "/lines/1", "Nach sep= muss genau ein Zeichen stehen.", "After sep= there must be one character."));
        var skipped = said is null ? 0 : 1;
        return (said?[0] ?? SeparatorOf(rest)) is not { } separator
            ? Error.Invalid(FieldCode.UnknownSeparator.At($"/lines/{skipped + 1}"))
            : Read(rest.ToArray(), separator, skipped, out readable);
    }

    private static Result<IReadOnlyList<ImportedPerson>> Read(
        byte[] text, char separator, int skipped, out IReadOnlyList<ImportedPerson> readable)
    {
        var (faults, lines) = (new List<FieldError>(), new List<ImportedPerson>());
        readable = lines;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => faults.Add(Fault(record, skipped)),
        };
        using var csv = CsvReader.Create(text, options);
        if (!csv.Read())
            return faults.Count > 0 ? Error.Invalid([.. faults]) : Error.Invalid(FieldCode.Empty.At(""));
        if (HeaderFaults(csv, $"/lines/{skipped + 1}", out var columns) is { Count: > 0 } ofHeader)
            return Error.Invalid(ofHeader);

        while (csv.Read() && faults.Count < PeopleImport.MostFaults && lines.Count <= PeopleImport.MostPeople)
        {
            if (IsBlank(csv))
                continue;
            var line = (int)csv.LineNumber + skipped;
            if (LineFault(csv, columns, line) is { } fault)
                faults.Add(fault);
            else
                lines.Add(LineOf(csv, columns, line));
        }

        return faults.Count > 0 ? Error.Invalid([.. faults.Take(PeopleImport.MostFaults)]) : lines;
    }

    private static (string? Separator, ReadOnlyMemory<byte> Table) Said(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var first = Encoding.UTF8.GetString(end < 0 ? text : text[..end]).Trim('"', ' ');
        if (!first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return (null, text.ToArray());
        var next = end < 0 ? text.Length : end + (text[end..].StartsWith("\r\n"u8) ? 2 : 1);
        return (first[4..], text[next..].ToArray());
    }

    // The header holds nothing but names, so whichever stands in it most often separates them.
    private static char? SeparatorOf(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOfAny((byte)'\r', (byte)'\n');
        var header = end < 0 ? text : text[..end];
        var most = ",;\t".Select(separator => (Separator: separator, Count: header.Span.Count((byte)separator))).MaxBy(each => each.Count);
        return most.Count == 0 ? null : most.Separator;
    }

    /// <param name="columns">By place; <c>null</c>: it has no name, and must be empty.</param>
    private static List<FieldError> HeaderFaults(CsvReader csv, string pointer, out List<string?> columns)
    {
        var faults = new List<FieldError>();
        columns = [];
        var named = Enumerable.Range(0, Math.Min(csv.FieldCount, MostPadded + 1))
            .Count(index => !string.IsNullOrWhiteSpace(csv.GetString(index)));
        if (named > Columns.Count || csv.FieldCount > MostPadded)
        {
            faults.Add(FieldCode.TooManyColumns.At(pointer,
                $"Darf höchstens {Columns.Count} Spalten haben: {string.Join(", ", Columns)}.",
                $"Must have at most {Columns.Count} columns: {string.Join(", ", Columns)}."));
            return faults;
        }

        for (var index = 0; index < csv.FieldCount; index++)
        {
            var header = csv.GetString(index);
            var name = string.IsNullOrWhiteSpace(header) ? null : ImportVocabulary.ColumnOf(header);
            if (name is null && !string.IsNullOrWhiteSpace(header))
                faults.Add(FieldCode.UnknownColumn.At(pointer,
                    $"Spalte {index + 1} muss eine von diesen sein: {string.Join(", ", Columns)}.",
                    $"Column {index + 1} must be one of: {string.Join(", ", Columns)}."));
            else if (name is not null && columns.Contains(name))
                faults.Add(FieldCode.RepeatedColumn.At(pointer,
                    $"Die Spalte {name} darf nur einmal da stehen.", $"The column {name} must stand there once."));
            columns.Add(name);
        }

        string[] names = [ImportVocabulary.Name, ImportVocabulary.FirstName, ImportVocabulary.LastName, ImportVocabulary.LastFirst];
        foreach (var (needed, others) in ((string, string[])[])[(ImportVocabulary.Email, []), (ImportVocabulary.Name, names)])
        {
            if (!columns.Contains(needed) && !columns.Any(others.Contains))
                faults.Add(FieldCode.MissingColumn.At(
                    pointer, $"Die Spalte {needed} wird gebraucht.", $"The column {needed} is needed."));
        }

        return faults;
    }

    private static bool IsBlank(CsvReader csv) =>
        Enumerable.Range(0, csv.FieldCount).All(index => string.IsNullOrWhiteSpace(csv.GetString(index)));

    private static FieldError? LineFault(CsvReader csv, List<string?> columns, int line)
    {
        var last = columns.FindLastIndex(column => column is not null);
        if (csv.FieldCount <= last || Holds(columns.Count))
            return FieldCode.WrongColumnCount.At($"/lines/{line}",
                $"Hat {csv.FieldCount} Spalten, die erste Zeile dagegen {columns.Count}.",
                $"Has {csv.FieldCount} columns where the first line has {columns.Count}.");
        for (var index = 0; index < Math.Min(columns.Count, csv.FieldCount); index++)
        {
            if (columns[index] is null && !string.IsNullOrWhiteSpace(csv.GetString(index)))
                return FieldCode.NamelessColumn.At($"/lines/{line}",
                    $"Spalte {index + 1} hat in der ersten Zeile keinen Namen und muss deshalb leer sein.",
                    $"Column {index + 1} has no name in the first line, so it must be empty.");
        }

        return null;

        bool Holds(int from) => Enumerable.Range(from, Math.Max(0, csv.FieldCount - from))
            .Any(index => !string.IsNullOrWhiteSpace(csv.GetString(index)));
    }

    private static ImportedPerson LineOf(CsvReader csv, List<string?> columns, int line)
    {
        return new(line, Cell(ImportVocabulary.Email), ImportVocabulary.NameOf(
                Cell(ImportVocabulary.Name), Cell(ImportVocabulary.FirstName), Cell(ImportVocabulary.LastName),
                Cell(ImportVocabulary.LastFirst)), Cell(ImportVocabulary.Role),
            Cell(ImportVocabulary.Language), Cell(ImportVocabulary.TimeZone), Cell(ImportVocabulary.Group),
            Cell(ImportVocabulary.ExternalId));

        string? Cell(string column) => columns.IndexOf(column) is var index and >= 0
            && csv.GetString(index) is { } value && value.Trim().Length > 0 ? value.Trim() : null;
    }

    private static FieldError Fault(CsvMalformedRecord record, int skipped) => record.Reason == CsvMalformedReason.UnterminatedQuote
        ? FieldCode.OpenQuote.At($"/lines/{record.LineNumber + skipped}")
        : FieldCode.StrayQuote.At($"/lines/{record.LineNumber + skipped}");
}

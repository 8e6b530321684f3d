using CsvHelper;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.People;

/// <summary>
/// Reads a file of people as office programs leave them: in the encodings of <see cref="OfficeText"/>, with the separators of
/// <see cref="CsvBeginning"/>, quotes as RFC 4180 says. Columns without a name and lines without a word are padding. What the cells hold is
/// data, whatever it begins with. What is wrong with the file itself is found here, what is wrong with a person by
/// <see cref="PeopleImport"/>.
/// </summary>
internal static class PeopleCsv
{
    public const string ContentType = "text/csv";

    /// <summary>
    /// What browsers call the same file: where Excel is installed, Windows says that whatever ends in <c>.csv</c> is Excel's.
    /// </summary>
    public static readonly string[] ContentTypes =
        [ContentType, "application/vnd.ms-excel", "application/csv", "text/tab-separated-values"];

    /// <summary>As many as a sheet has: some programs write all of them.</summary>
    private const int MostPadded = 16_384;

    private static readonly IReadOnlyList<string> Columns = ImportVocabulary.Columns;

    public static Result<IReadOnlyList<ImportedPerson>> Read(byte[] file) => Read(file, out _);

    /// <param name="readable">The lines in which nothing is wrong, also where others make the file be refused.</param>
    public static Result<IReadOnlyList<ImportedPerson>> Read(byte[] file, out IReadOnlyList<ImportedPerson> readable)
    {
        readable = [];
        if (OfficeText.Of(file).Refused(out var unreadable, out var text))
            return unreadable;
        return CsvBeginning.Of(text).Refused(out var wrong, out var beginning)
            ? wrong : Read(beginning.Table, beginning.Separator, beginning.Skipped, out readable);
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

        foreach (var (needed, others) in ((string, IReadOnlyList<string?>)[])
            [(ImportVocabulary.Email, []), (ImportVocabulary.Name, ImportVocabulary.Names)])
        {
            if (!columns.Contains(needed) && !columns.Any(others.Contains))
                faults.Add(FieldCode.MissingColumn.At(
                    pointer, $"Die Spalte {needed} wird gebraucht.", $"The column {needed} is needed."));
        }

        return faults;
    }

    private static bool IsBlank(CsvReader csv) =>
        Enumerable.Range(0, csv.FieldCount).All(index => string.IsNullOrWhiteSpace(csv.GetString(index)));

    // Some programs leave away the empty cells at the end of a line; without an address or a name it is none of theirs.
    private static FieldError? LineFault(CsvReader csv, List<string?> columns, int line)
    {
        var needed = Math.Max(
            columns.IndexOf(ImportVocabulary.Email), columns.FindIndex(column => ImportVocabulary.Names.Contains(column)));
        if (csv.FieldCount <= needed || Holds(columns.Count))
            return FieldCode.WrongColumnCount.At($"/lines/{line}",
                $"Hat {(csv.FieldCount == 1 ? "eine Spalte" : $"{csv.FieldCount} Spalten")}, die Kopfzeile dagegen {columns.Count}.",
                $"Has {(csv.FieldCount == 1 ? "one column" : $"{csv.FieldCount} columns")} where the header has {columns.Count}.");
        for (var index = 0; index < Math.Min(columns.Count, csv.FieldCount); index++)
        {
            if (columns[index] is null && !string.IsNullOrWhiteSpace(csv.GetString(index)))
                return FieldCode.NamelessColumn.At($"/lines/{line}",
                    $"Spalte {index + 1} hat in der Kopfzeile keinen Namen und muss deshalb leer sein.",
                    $"Column {index + 1} has no name in the header, so it must be empty.");
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

        string? Cell(string column) => columns.IndexOf(column) is var index and >= 0 && index < csv.FieldCount
            && csv.GetString(index) is { } value && value.Trim().Length > 0 ? value.Trim() : null;
    }

    private static FieldError Fault(CsvMalformedRecord record, int skipped) => record.Reason == CsvMalformedReason.UnterminatedQuote
        ? FieldCode.OpenQuote.At($"/lines/{record.LineNumber + skipped}")
        : FieldCode.StrayQuote.At($"/lines/{record.LineNumber + skipped}");
}

using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.People;

/// <summary>
/// Reads a file of people: UTF-8 with or without a byte order mark, comma or semicolon as the header has it, quotes as RFC 4180 says. What
/// the cells hold is data, whatever it begins with. What is wrong with the file itself is found here, what is wrong with a person by
/// <see cref="PeopleImport"/>.
/// </summary>
internal static class PeopleCsv
{
    public const string ContentType = "text/csv";

    private static readonly string[] Columns = ["email", "name", "role", "language", "time_zone", "group", "external_id"];

    public static Result<IReadOnlyList<ImportedPerson>> Read(byte[] file)
    {
        var text = file.AsSpan();
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        if (text.IsEmpty)
            return Error.Invalid(FieldCode.Empty.At(""));
        if (text.Contains((byte)0) || !Utf8.IsValid(text))
            return Error.Invalid(FieldCode.NotUtf8.At(""));
        if (SeparatorOf(text) is not { } separator)
            return Error.Invalid(FieldCode.UnknownSeparator.At("/lines/1"));

        return Read(text.ToArray(), separator);
    }

    private static Result<IReadOnlyList<ImportedPerson>> Read(byte[] text, char separator)
    {
        var (faults, lines) = (new List<FieldError>(), new List<ImportedPerson>());
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => faults.Add(Fault(record)),
        };
        using var csv = CsvReader.Create(text, options);
        if (!csv.Read())
            return faults.Count > 0 ? Error.Invalid([.. faults]) : Error.Invalid(FieldCode.Empty.At(""));
        if (HeaderFaults(csv, out var columns) is { Count: > 0 } ofHeader)
            return Error.Invalid(ofHeader);

        while (csv.Read() && faults.Count < PeopleImport.MostFaults && lines.Count <= PeopleImport.MostPeople)
        {
            if (csv.FieldCount == columns.Count)
                lines.Add(LineOf(csv, columns));
            else
                faults.Add(FieldCode.WrongColumnCount.At($"/lines/{csv.LineNumber}",
                    $"Hat {csv.FieldCount} Spalten, die erste Zeile dagegen {columns.Count}.",
                    $"Has {csv.FieldCount} columns where the first line has {columns.Count}."));
        }

        return faults.Count > 0 ? Error.Invalid([.. faults.Take(PeopleImport.MostFaults)]) : lines;
    }

    // The header holds nothing but names, so whichever of the two stands in it more often separates them.
    private static char? SeparatorOf(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var header = end < 0 ? text : text[..end];
        var (commas, semicolons) = (header.Count((byte)','), header.Count((byte)';'));
        return commas + semicolons == 0 ? null : semicolons > commas ? ';' : ',';
    }

    private static List<FieldError> HeaderFaults(CsvReader csv, out List<string> columns)
    {
        var faults = new List<FieldError>();
        columns = [];
        if (csv.FieldCount > Columns.Length)
        {
            faults.Add(FieldCode.TooManyColumns.At("/lines/1",
                $"Darf höchstens {Columns.Length} Spalten haben: {string.Join(", ", Columns)}.",
                $"Must have at most {Columns.Length} columns: {string.Join(", ", Columns)}."));
            return faults;
        }

        for (var index = 0; index < csv.FieldCount; index++)
        {
            var name = csv.GetString(index).Trim().ToLowerInvariant();
            if (!Columns.Contains(name))
                faults.Add(FieldCode.UnknownColumn.At("/lines/1",
                    $"Spalte {index + 1} muss eine von diesen sein: {string.Join(", ", Columns)}.",
                    $"Column {index + 1} must be one of: {string.Join(", ", Columns)}."));
            else if (columns.Contains(name))
                faults.Add(FieldCode.RepeatedColumn.At("/lines/1",
                    $"Die Spalte {name} darf nur einmal da stehen.", $"The column {name} must stand there once."));
            columns.Add(name);
        }

        foreach (var needed in (string[])["email", "name"])
        {
            if (!columns.Contains(needed))
                faults.Add(FieldCode.MissingColumn.At(
                    "/lines/1", $"Die Spalte {needed} wird gebraucht.", $"The column {needed} is needed."));
        }

        return faults;
    }

    private static ImportedPerson LineOf(CsvReader csv, List<string> columns)
    {
        return new((int)csv.LineNumber, Cell("email"), Cell("name"), Cell("role"), Cell("language"), Cell("time_zone"), Cell("group"), Cell(
            "external_id"));

        string? Cell(string column) => columns.IndexOf(column) is var index and >= 0
            && csv.GetString(index) is { } value && value.Trim().Length > 0 ? value.Trim() : null;
    }

    private static FieldError Fault(CsvMalformedRecord record) => record.Reason == CsvMalformedReason.UnterminatedQuote
        ? FieldCode.OpenQuote.At($"/lines/{record.LineNumber}")
        : FieldCode.StrayQuote.At($"/lines/{record.LineNumber}");
}

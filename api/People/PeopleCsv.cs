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
            return Wrong("", "empty", "The file is empty.");
        if (text.Contains((byte)0) || !Utf8.IsValid(text))
            return Wrong("", "not-utf-8", "The file must be UTF-8. Save it as “CSV UTF-8”.");
        if (SeparatorOf(text) is not { } separator)
            return Wrong("/lines/1", "unknown-separator", "The columns of the first line must be separated by commas or semicolons.");

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
            return faults.Count > 0 ? Error.Invalid([.. faults]) : Wrong("", "empty", "The file holds no line.");
        if (HeaderFaults(csv, out var columns) is { Count: > 0 } ofHeader)
            return Error.Invalid(ofHeader);

        while (csv.Read() && faults.Count < PeopleImport.MostFaults && lines.Count <= PeopleImport.MostPeople)
        {
            if (csv.FieldCount == columns.Count)
                lines.Add(LineOf(csv, columns));
            else
                faults.Add(new($"/lines/{csv.LineNumber}", "wrong-column-count",
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
            faults.Add(new("/lines/1", "too-many-columns", $"Must have at most {Columns.Length} columns: {string.Join(", ", Columns)}."));
            return faults;
        }

        for (var index = 0; index < csv.FieldCount; index++)
        {
            var name = csv.GetString(index).Trim().ToLowerInvariant();
            if (!Columns.Contains(name))
                faults.Add(new("/lines/1", "unknown-column", $"Column {index + 1} must be one of: {string.Join(", ", Columns)}."));
            else if (columns.Contains(name))
                faults.Add(new("/lines/1", "repeated-column", $"The column {name} must stand there once."));
            columns.Add(name);
        }

        foreach (var needed in (string[])["email", "name"])
        {
            if (!columns.Contains(needed))
                faults.Add(new("/lines/1", "missing-column", $"The column {needed} is needed."));
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
        ? new($"/lines/{record.LineNumber}", "open-quote", "A quote is opened here and never closed.")
        : new($"/lines/{record.LineNumber}", "stray-quote", "A quote stands inside a cell; there it must be doubled, and the cell quoted.");

    private static Error Wrong(string pointer, string code, string message) => Error.Invalid(pointer, code, message);
}

using CsvHelper;

namespace Helpdesk.Api.Http;

/// <summary>
/// How tables are written. Made for spreadsheets: UTF-8 with a byte order mark, everything quoted, and a cell that begins like a formula
/// gets an apostrophe in front, so that nothing a customer wrote is ever computed.
/// </summary>
internal static class CsvTable
{
    public const string ContentType = "text/csv";

    private static readonly CsvWriterOptions Format = new()
    {
        NewLine = "\r\n",
        Quoting = CsvQuoting.Always,
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        InjectionEscape = '\'',
        InjectionCharacters = "=+-@\t\r\n",
    };

    public static CsvWriter To(Stream stream) => CsvWriter.Create(stream, Format, leaveOpen: true);

    public static string[] Cells(IReadOnlyList<string?> row) => [.. row.Select(Cell)];

    // Some spreadsheets read the full-width forms of the same signs as formulas, too.
    private static string Cell(string? text) => text switch
    {
        null => "",
        ['\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] => $"'{text}",
        _ => text,
    };
}

using CsvHelper;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>
/// A table to download, written while it is read. Made for spreadsheets: UTF-8 with a byte order mark, everything quoted, and a cell that
/// begins like a formula gets an apostrophe in front, so that nothing a customer wrote is ever computed.
/// </summary>
public sealed class CsvFile(string name, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IResult
{
    public const string ContentType = "text/csv";

    private const int RowsBetweenFlushes = 200;

    private static readonly CsvWriterOptions Format = new()
    {
        NewLine = "\r\n",
        Quoting = CsvQuoting.Always,
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        InjectionEscape = '\'',
        InjectionCharacters = "=+-@\t\r\n",
    };

    public async Task ExecuteAsync(HttpContext context)
    {
        var (response, cancellation) = (context.Response, context.RequestAborted);
        response.ContentType = $"{ContentType}; charset=utf-8";
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        await using var csv = CsvWriter.Create(response.Body, Format, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns], cancellation);
        var written = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await csv.WriteRecordAsync([.. row.Select(Cell)], cancellation);
            if (++written % RowsBetweenFlushes == 0)
                await csv.FlushAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    // Some spreadsheets read the full-width forms of the same signs as formulas, too.
    private static string Cell(string? text) => text switch
    {
        null => "",
        ['\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] => $"'{text}",
        _ => text,
    };
}

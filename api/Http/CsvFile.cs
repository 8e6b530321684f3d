using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>A small table to download, sent as a whole with its length: one that was cut off on its way does not look whole.</summary>
internal sealed class CsvFile(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        using var table = new MemoryStream();
        await using (var csv = CsvTable.To(table))
        {
            await csv.WriteRecordAsync([.. columns], context.RequestAborted);
            foreach (var row in rows)
                await csv.WriteRecordAsync(CsvTable.Cells(row), context.RequestAborted);
        }

        Download.Begin(context.Response, name, $"{CsvTable.ContentType}; charset=utf-8");
        context.Response.ContentLength = table.Length;
        await context.Response.Body.WriteAsync(table.GetBuffer().AsMemory(0, (int)table.Length), context.RequestAborted);
    }
}

internal static class Download
{
    public static void Begin(HttpResponse response, string name, string contentType)
    {
        response.ContentType = contentType;
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
    }
}

using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Attachments;

/// <summary>One part of a content, as <c>Range</c> asks for it (RFC 9110, 14).</summary>
/// <param name="From">The first byte.</param>
internal sealed record ByteRange(long From, long Length, bool IsBeyond = false)
{
    /// <returns><c>null</c>: all of it, also where several parts are asked for, or parts of another version.</returns>
    public static ByteRange? Asked(IHeaderDictionary headers, long size, string tag)
    {
        if (headers.Range is not [{ } asked] || !RangeHeaderValue.TryParse(asked, out var range)
            || range.Unit != "bytes" || range.Ranges.Count != 1)
            return null;
        if (headers.IfRange.Count > 0 && headers.IfRange != tag)
            return null;
        var (from, to) = range.Ranges.Single() switch
        {
            { From: null, To: { } last } => (Math.Max(0, size - last), last == 0 ? -1 : size - 1),
            { From: { } first, To: var last } => (first, Math.Min(last ?? size - 1, size - 1)),
            _ => (0, size - 1),
        };
        return from >= size || to < from ? new(0, 0, IsBeyond: true) : new(from, to - from + 1);
    }
}

/// <summary>A content, or a part of it, sent as it comes out of the storage.</summary>
/// <param name="inParts">Parts of it can be asked for.</param>
internal sealed class ContentAnswer(Stream content, ByteRange? part, long size, bool inParts = true) : IResult
{
    public required string Type { get; init; }
    public required string Disposition { get; init; }
    public required string Tag { get; init; }
    public required string Policy { get; init; }

    public async Task ExecuteAsync(HttpContext context)
    {
        await using var sent = content;
        var (response, headers) = (context.Response, context.Response.Headers);
        response.StatusCode = part is null ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
        response.ContentType = Type;
        response.ContentLength = part?.Length ?? size;
        headers.ContentDisposition = Disposition;
        headers.AcceptRanges = inParts ? "bytes" : "none";
        headers.ETag = Tag;
        headers.ContentSecurityPolicy = Policy;
        if (part is not null)
            headers.ContentRange = $"bytes {part.From}-{part.From + part.Length - 1}/{size}";
        await sent.CopyToAsync(response.Body, 128 * 1024, context.RequestAborted);
    }
}

/// <summary>What was read before is still the same.</summary>
internal sealed class NotModified(string tag) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.Headers.ETag = tag;
        return Task.CompletedTask;
    }
}

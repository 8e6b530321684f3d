using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Attachments;

/// <summary>
/// Gives out contents. A browser saves them and never shows them: whatever is in them, nothing of it runs at a tenant's address.
/// </summary>
internal sealed partial class FileDownload(IBlobs blobs, IPictures pictures, ILogger<FileDownload> log)
{
    /// <summary>For what was not made here: it may do nothing at all.</summary>
    private const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    // A program that looks at the type only must not find there what a browser would carry out.
    public static readonly string[] Told =
    [
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff", "application/pdf", "application/zip", "text/plain",
        "application/rtf", "audio/mpeg", "video/mp4",
    ];

    public async Task<IResult> Content(HttpContext context, StoredFile file)
    {
        if (Refusal(context, file) is { } refused)
            return Problems.Of(refused);
        var tag = $"\"{file.File.Id:N}\""; // of this file alone: equal contents elsewhere have others
        if (IsKnown(context, tag))
            return new NotModified(tag);
        var range = ByteRange.Asked(context.Request.Headers, file.File.Size, tag);
        if (range is { IsBeyond: true })
        {
            context.Response.Headers.ContentRange = $"bytes */{file.File.Size}";
            return Problems.Of(AttachmentErrors.RangeBeyond);
        }

        var content = await blobs.Open(file.Blob, range?.From ?? 0, range?.Length, file.File.Size, context.RequestAborted);
        if (content is null)
            return Lost(context, file);
        return new ContentAnswer(content, range, file.File.Size)
        {
            Type = Told.Contains(file.File.Type) ? file.File.Type : "application/octet-stream",
            Disposition = FileDisposition.Attachment(file.File.Name),
            Tag = tag,
            Policy = Sandbox,
        };
    }

    public async Task<IResult> Preview(HttpContext context, StoredFile file)
    {
        if (Refusal(context, file) is { } refused)
            return Problems.Of(refused);
        if (!Previews.MayBe(file.File))
            return Problems.Of(AttachmentErrors.NoPreview);
        var tag = $"\"{file.File.Id:N}-preview\"";
        if (IsKnown(context, tag))
            return new NotModified(tag);
        await using var content = await blobs.Open(file.Blob, 0, null, file.File.Size, context.RequestAborted);
        if (content is null)
            return Lost(context, file);
        var whole = new byte[file.File.Size];
        await content.ReadAtLeastAsync(whole, whole.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (pictures.Preview(whole) is not { } drawn)
            return Problems.Of(AttachmentErrors.NoPreview);
        return new ContentAnswer(new MemoryStream(drawn), null, drawn.Length, inParts: false)
        {
            Type = "image/png",
            Disposition = FileDisposition.Inline($"{Path.GetFileNameWithoutExtension(file.File.Name)}.png"),
            Tag = tag,
            Policy = Sandbox,
        };
    }

    private static bool IsKnown(HttpContext context, string tag) => context.Request.Headers.IfNoneMatch.Any(
        value => value?.Trim() == "*" || value?.Contains(tag, StringComparison.Ordinal) == true);

    private static Error? Refusal(HttpContext context, StoredFile file) => Scans.Refusal(
        file.Scan, file.By == context.Caller().Account, context.Tenant().Settings.Attachments.UncheckedDownloads);

    private IResult Lost(HttpContext context, StoredFile file)
    {
        LogLost(log, file.File.Id, context.Caller().Tenant.Value);
        return Problems.Of(AttachmentErrors.Lost);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The content of file {File} of tenant {TenantId} is missing in the storage.")]
    private static partial void LogLost(ILogger log, Guid file, Guid tenantId);
}

using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Attachments;

/// <summary>A file that waits to be attached.</summary>
/// <param name="Token">Goes into `attachments` when a ticket is opened or a comment written: once, and by whoever sent the file.</param>
/// <param name="FileName">Cleaned: composed letters, no folders, at most 200 characters.</param>
/// <param name="ContentType">By the first bytes of the file, not by its name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Checksum">SHA-256 of the content, in lower-case hexadecimal digits.</param>
/// <param name="ExpiresAt">24 hours after it was sent, exclusive; then it is forgotten.</param>
public sealed record UploadResponse(
    string Token, string FileName, string ContentType, long Size, string Checksum, ScanState Scan, DateTimeOffset ExpiresAt)
{
    internal static UploadResponse Of(Upload upload, string token) => new(
        token, upload.File.Name, upload.File.Type, upload.File.Size, upload.File.Checksum, upload.Scan,
        upload.ExpiresAt.ToDateTimeOffset());
}

/// <summary>A file of a ticket.</summary>
public sealed record AttachmentResponse
{
    public required Guid Id { get; init; }

    /// <summary>Where its content is: only for whoever may read it, there is no public link.</summary>
    public required string Url { get; init; }

    /// <summary>
    /// Where it is as a small picture; null: by its kind and size it cannot be one. One that turns out to be broken or too large answers
    /// `attachment-no-preview` there.
    /// </summary>
    public required string? PreviewUrl { get; init; }
    public required Guid Ticket { get; init; }

    /// <summary>The comment that it came with; null: it came with the ticket, or by itself.</summary>
    public required Guid? Comment { get; init; }
    public required string FileName { get; init; }

    /// <summary>By the first bytes of the file, not by its name.</summary>
    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public required string Checksum { get; init; }
    public required Visibility Visibility { get; init; }

    /// <summary>`pending`: only its uploader gets it; `infected`: nobody does; `unchecked`: as the tenant chose.</summary>
    public required ScanState Scan { get; init; }

    /// <summary>What the scanner found, or why it did not look; null: nothing.</summary>
    public required string? Finding { get; init; }

    /// <summary>Whether the caller can download it as things stand.</summary>
    public required bool Downloadable { get; init; }

    /// <summary>Account id; null: the platform itself.</summary>
    public required Guid? Author { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static AttachmentResponse Of(StoredFile stored, string root, Caller caller, bool uncheckedAllowed)
    {
        var file = stored.File;
        var at = $"{root}/attachments/{file.Id:D}";
        return new()
        {
            Id = file.Id,
            Url = $"{at}/content",
            PreviewUrl = Previews.MayBe(file) && stored.Scan is not ScanState.Infected ? $"{at}/preview" : null,
            Ticket = stored.Ticket.Value,
            Comment = stored.Comment,
            FileName = file.Name,
            ContentType = file.Type,
            Size = file.Size,
            Checksum = file.Checksum,
            Visibility = stored.Visibility,
            Scan = stored.Scan,
            Finding = stored.Finding,
            Downloadable = Scans.Refusal(stored.Scan, stored.By == caller.Account, uncheckedAllowed) is null,
            Author = stored.By?.Value,
            CreatedAt = stored.At.ToDateTimeOffset(),
        };
    }
}

public sealed record AttachmentListResponse(IReadOnlyList<AttachmentResponse> Items);

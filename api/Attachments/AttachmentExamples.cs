using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Attachments;

/// <summary>A picture of a screen.</summary>
internal sealed class AttachmentExamples : IExamples
{
    private const string Checksum = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly Guid Id = new("0198c0de-7a11-7000-8000-0000000000f1");
    private static readonly Guid Ticket = new("0198c0de-7a11-7000-8000-00000000002a");
    private static readonly DateTimeOffset Sent = new(2026, 11, 18, 8, 12, 5, TimeSpan.Zero);

    public IEnumerable<object> All =>
    [
        new UploadSessionRequest("Film.mp4", 20_000_000),
        new UploadSessionResponse(
            Id, "Film.mp4", 20_000_000, 8_388_608, UploadSession.LeastPart, UploadSession.MostPart, Sent.AddHours(24), null),
        new UploadResponse(
            "k3Jm0xTg6vE1pQwZ8aFh2LsRb7dYtU4cXnWo", "Übersicht „Drucker“.png", "image/png", 48_213, Checksum, ScanState.Pending,
            Sent.AddHours(24)),
        Picture,
        new AttachmentListResponse([Picture]),
    ];

    private static AttachmentResponse Picture => new()
    {
        Id = Id,
        Url = $"/api/v1/attachments/{Id}/content",
        PreviewUrl = $"/api/v1/attachments/{Id}/preview",
        Ticket = Ticket,
        Comment = null,
        FileName = "Übersicht „Drucker“.png",
        ContentType = "image/png",
        Size = 48_213,
        Checksum = Checksum,
        Visibility = Visibility.Public,
        Scan = ScanState.Clean,
        Finding = null,
        Downloadable = true,
        Author = new("0198c0de-7a11-7000-8000-0000000000c1"),
        CreatedAt = Sent,
    };
}

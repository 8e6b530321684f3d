using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tickets;

/// <summary>What is told of the files of tickets; who may read them is for the caller to ask.</summary>
public interface ITicketFiles
{
    /// <param name="tickets">A ticket and those merged into it.</param>
    /// <returns>Those that stand, in the order in which they were attached.</returns>
    Task<IReadOnlyList<StoredFile>> Of(
        TenantId tenant, IReadOnlyCollection<Guid> tickets, bool includeInternal, CancellationToken cancellation);

    /// <param name="evenGone">Also one that was taken away.</param>
    /// <returns><c>null</c>: there is none.</returns>
    Task<StoredFile?> Find(TenantId tenant, Guid id, bool evenGone, CancellationToken cancellation);
}

/// <param name="Comment">The comment that it came with; <c>null</c>: with the ticket, or by itself.</param>
/// <param name="Blob">Where its content lies.</param>
public sealed record StoredFile
{
    public required FileFacts File { get; init; }
    public required TicketId Ticket { get; init; }
    public required Guid? Comment { get; init; }
    public required Visibility Visibility { get; init; }
    public required AccountId? By { get; init; }
    public required Instant At { get; init; }
    public required ScanState Scan { get; init; }
    public required string Blob { get; init; }

    /// <summary>What the scanner said; <c>null</c>: nothing.</summary>
    public required string? Finding { get; init; }
}

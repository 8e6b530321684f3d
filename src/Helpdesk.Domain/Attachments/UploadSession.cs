namespace Helpdesk.Domain.Attachments;

/// <summary>
/// A file that comes in parts, one after another, so that one that breaks off goes on where it was. Its room is taken from the beginning.
/// When all of it is there it becomes an <see cref="Upload"/> of the same id.
/// </summary>
/// <param name="By">Nobody else sends parts of it, or learns of it.</param>
/// <param name="Name">Cleaned.</param>
/// <param name="Size">In bytes; what the parts must add up to.</param>
/// <param name="Checksum">SHA-256 that the whole must have, in lower-case hexadecimal digits; <c>null</c>: any.</param>
/// <param name="Received">How many bytes are there, all from the beginning.</param>
/// <param name="ExpiresAt">Exclusive.</param>
public sealed record UploadSession(
    Guid Id, AccountId By, string Name, long Size, string? Checksum, long Received, Instant CreatedAt, Instant ExpiresAt)
{
    /// <summary>A part but the last has at least so many bytes, inclusive: a file is not made of a million parts.</summary>
    public const int LeastPart = 256 * 1024;

    /// <summary>In bytes, inclusive.</summary>
    public const int MostPart = 16 * 1024 * 1024;

    /// <summary>How many an account has open in one tenant, inclusive.</summary>
    public const int MostOpen = 20;

    public bool IsFor(AccountId account, Instant now) => By == account && now < ExpiresAt;

    public bool IsWhole => Received == Size;

    /// <returns><c>true</c>: it comes next; <c>false</c>: it is there already.</returns>
    public Result<bool> Expects(PartPlace part)
    {
        if (part.Of != Size)
            return AttachmentErrors.PartOfAnother(part.Of, Size);
        if (part.Start + part.Length <= Received)
            return false;
        if (part.Start != Received)
            return AttachmentErrors.PartElsewhere(Received, Size);
        return part.Length <= MostPart && (part.Length >= LeastPart || part.IsLast) ? true : AttachmentErrors.PartSize;
    }
}

/// <summary>Where in its file a part stands.</summary>
/// <param name="Start">The first byte, from 0.</param>
/// <param name="Length">At least 1.</param>
/// <param name="Of">How long the file is.</param>
public sealed record PartPlace(long Start, long Length, long Of)
{
    public bool IsLast => Start + Length == Of;
}

/// <param name="Start">The first byte, from 0.</param>
public sealed record UploadPart(long Start, long Length, string Blob);

/// <summary>Files that come in parts.</summary>
public interface IUploadSessions
{
    /// <summary>Notes one and takes its room.</summary>
    /// <returns>
    /// <see cref="AttachmentErrors.QuotaExceeded"/>, <see cref="AttachmentErrors.TooManySessions"/>, or what is noted: the one of the first
    /// time where this id was noted before.
    /// </returns>
    Task<Result<UploadSession>> Open(TenantId tenant, UploadSession session, long quota, CancellationToken cancellation);

    Task<UploadSession?> Find(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>Those that came, in their order.</summary>
    Task<IReadOnlyList<UploadPart>> Parts(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <returns>Whether it was the next one; else nothing is noted, and its blob is for the caller to delete.</returns>
    Task<bool> Add(TenantId tenant, Guid id, UploadPart part, CancellationToken cancellation);

    /// <summary>Forgets one and its parts, and gives its room back if it has some.</summary>
    /// <returns>The blobs of its parts, for the caller to delete.</returns>
    Task<IReadOnlyList<string>> Drop(TenantId tenant, Guid id, CancellationToken cancellation);
}

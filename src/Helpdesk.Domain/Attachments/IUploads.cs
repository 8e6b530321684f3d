namespace Helpdesk.Domain.Attachments;

/// <summary>Files that wait to be attached, and how much room a tenant's files take.</summary>
public interface IUploads
{
    /// <summary>
    /// The folder of this tenant's blobs: a random name of its own, so that neither a tenant nor a file can be guessed from outside.
    /// </summary>
    Task<string> FolderOf(TenantId tenant, CancellationToken cancellation);

    /// <summary>How many bytes are taken.</summary>
    Task<long> Used(TenantId tenant, CancellationToken cancellation);

    /// <summary>Notes an upload whose content lies in the storage, and counts its size.</summary>
    /// <param name="session">The parts that it was made of, whose room becomes its own; <c>null</c>: it came at once.</param>
    /// <returns>
    /// <see cref="AttachmentErrors.QuotaExceeded"/>, <see cref="AccessErrors.NotFound"/> where the session is gone, or what is noted: the
    /// one of the first time where this id was noted before, with its own blob.
    /// </returns>
    Task<Result<Upload>> Add(TenantId tenant, Upload upload, long quota, Guid? session, CancellationToken cancellation);

    /// <summary>Those that are there, whoever sent them.</summary>
    Task<IReadOnlyList<Upload>> Find(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>Forgets one that nobody attached. Its blob is for the caller to delete.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> Drop(TenantId tenant, Guid id, CancellationToken cancellation);
}

/// <summary>What is done for the files of all tenants, in any number of processes.</summary>
public interface IAttachmentCare
{
    /// <summary>Files that wait for the scanner, for the caller alone until the lease is over.</summary>
    Task<IReadOnlyList<OwedScan>> TakeScans(Duration lease, int limit, CancellationToken cancellation);

    /// <param name="finding">The name of what was found, or why the file was not scanned; <c>null</c>: nothing.</param>
    Task Scanned(OwedScan owed, ScanState state, string? finding, CancellationToken cancellation);

    /// <summary>The scan did not come about.</summary>
    Task Postpone(OwedScan owed, Duration pause, CancellationToken cancellation);

    /// <summary>Forgets uploads that nobody attached in time, and those that were not sent to the end.</summary>
    /// <returns>How many.</returns>
    Task<int> DropExpired(int limit, CancellationToken cancellation);

    /// <summary>Those of these blobs that no row needs any more.</summary>
    Task<IReadOnlyList<string>> Orphans(IReadOnlyCollection<string> blobs, CancellationToken cancellation);
}

/// <param name="Attempts">How many did not come about.</param>
public sealed record OwedScan(TenantId Tenant, Guid Id, string Blob, int Attempts);

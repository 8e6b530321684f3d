using System.Text.RegularExpressions;

namespace Helpdesk.Domain.Attachments;

/// <summary>
/// Keeps the contents of files. A content is there as a whole under its name, or not at all; names are made by <see cref="BlobNames"/>, and
/// what is stored under one never changes.
/// </summary>
public interface IBlobs
{
    /// <summary>Returns when the content would survive the end of the machine. Whatever stops it leaves nothing under the name.</summary>
    /// <exception cref="BlobStorageException">There is no room, or the storage takes nothing.</exception>
    Task Put(string name, Stream content, CancellationToken cancellation);

    /// <param name="from">The first byte, from 0.</param>
    /// <param name="length">How many bytes; <c>null</c>: to the end.</param>
    /// <param name="whole">How long all of it must be; <c>null</c>: nobody knows.</param>
    /// <returns><c>null</c>: there is no such content, or it lost some of its bytes.</returns>
    /// <exception cref="BlobStorageException">The storage gives nothing.</exception>
    Task<Stream?> Open(string name, long from, long? length, long? whole, CancellationToken cancellation);

    /// <summary>One that is not there is no failure.</summary>
    Task Delete(string name, CancellationToken cancellation);

    /// <summary>All that is stored since before a moment, in any order.</summary>
    IAsyncEnumerable<string> StoredBefore(Instant moment, CancellationToken cancellation);

    /// <summary>Removes what uploads left behind that ended before they were whole.</summary>
    Task Tidy(Instant before, CancellationToken cancellation);
}

/// <summary>The storage does not do what it is there for.</summary>
/// <param name="isFull">It has no room left; else it cannot be reached, or is read-only.</param>
public sealed class BlobStorageException(string message, bool isFull, Exception? inner = null) : Exception(message, inner)
{
    public bool IsFull => isFull;

    public Error ToError() => isFull ? AttachmentErrors.StorageFull : AttachmentErrors.StorageUnavailable;
}

/// <summary>What is read while a file is stored broke off: the sender's doing, and none of the storage.</summary>
public sealed class UploadBrokenException(Exception inner) : IOException("The file did not arrive whole.", inner);

/// <summary>Names of blobs: nothing of them comes from outside.</summary>
public static partial class BlobNames
{
    /// <param name="folder">The tenant's own.</param>
    /// <param name="random">32 hexadecimal digits.</param>
    public static string Of(string folder, string random) => Checked($"{folder}/{random[..2]}/{random}");

    /// <exception cref="ArgumentException">It is no name that was made here.</exception>
    public static string Checked(string name) =>
        Form().IsMatch(name) ? name : throw new ArgumentException("This is no name of a blob.", nameof(name));

    public static bool IsOne(string name) => Form().IsMatch(name);

    [GeneratedRegex("^[0-9a-f]{32}/[0-9a-f]{2}/[0-9a-f]{32}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}

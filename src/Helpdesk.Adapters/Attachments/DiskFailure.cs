using Helpdesk.Domain.Attachments;

namespace Helpdesk.Adapters.Attachments;

/// <summary>What a disk refuses, told from what the sender of a file did.</summary>
internal static class DiskFailure
{
    // The numbers of Linux and macOS: no room, no room within the quota, a disk that is only read.
    private static readonly int[] Full = [28, 122, 69];

    /// <returns><c>null</c>: it is no failure of the disk.</returns>
    public static BlobStorageException? Of(Exception failure) => failure switch
    {
        UploadBrokenException => null,
        // What comes over the network fails with exceptions of its own, which are of this kind as well.
        IOException io when io.GetType() == typeof(IOException) || io is DirectoryNotFoundException or FileNotFoundException =>
            new("The disk refuses the file.", Full.Contains(io.HResult) || IsFull(io), io),
        UnauthorizedAccessException => new("The folder for files cannot be written.", isFull: false, failure),
        _ => null,
    };

    private static bool IsFull(IOException io) =>
        (io.HResult & 0xFFFF) is 0x70 or 0x27 || io.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase)
        || io.Message.Contains("quota", StringComparison.OrdinalIgnoreCase);
}

using System.Security.Cryptography;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Api.Attachments;

/// <summary>A file on its way into the storage: counted, hashed and looked at while it passes.</summary>
internal sealed class IncomingFile(Stream content, long most) : ForwardStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] head = new byte[FileTypes.Head];
    private int headLength;

    public long Size { get; private set; }

    /// <summary>By its content.</summary>
    public FileType Type => FileTypes.Of(head.AsSpan(0, headLength));

    /// <summary>SHA-256, once all of it has passed.</summary>
    public byte[] Checksum() => hash.GetHashAndReset();

    /// <exception cref="RequestRefusedException">413: larger than is taken; none of it is kept.</exception>
    /// <exception cref="UploadBrokenException">It did not arrive.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await content.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw new UploadBrokenException(broken);
        }

        Size += read;
        if (Size > most)
            throw new RequestRefusedException(AttachmentErrors.TooLargeFor(most));
        var passed = buffer.Span[..read];
        hash.AppendData(passed);
        passed[..Math.Min(read, head.Length - headLength)].CopyTo(head.AsSpan(headLength));
        headLength = Math.Min(head.Length, headLength + read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}

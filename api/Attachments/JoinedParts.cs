using Helpdesk.Domain.Attachments;

namespace Helpdesk.Api.Attachments;

/// <summary>The parts of a file, read one after another as the file that they are.</summary>
internal sealed class JoinedParts(IBlobs blobs, IReadOnlyList<UploadPart> parts) : ForwardStream
{
    private Stream? open;
    private int next;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (open is null && next == parts.Count)
                return 0;
            open ??= await Open(parts[next++], cancellationToken);
            if (await open.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                return read;
            await open.DisposeAsync();
            open = null;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (open is not null)
            await open.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<Stream> Open(UploadPart part, CancellationToken cancellation) =>
        await blobs.Open(part.Blob, 0, null, part.Length, cancellation)
            ?? throw new BlobStorageException("A part of a file is not in the storage.", isFull: false);
}

using System.Buffers;

namespace Helpdesk.Adapters.Attachments;

/// <summary>
/// Brings a content into a file by large pieces: what arrives over a network comes in small ones, and each write costs a thread's turn.
/// </summary>
internal static class ContentCopy
{
    private const int Piece = 128 * 1024;

    public static async Task To(FileStream file, Stream content, CancellationToken cancellation)
    {
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellation) is > 0 and var length)
                await file.WriteAsync(piece.AsMemory(0, length), cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}

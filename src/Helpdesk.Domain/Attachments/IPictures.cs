namespace Helpdesk.Domain.Attachments;

/// <summary>Draws pictures anew, small: what was hidden in the file, where it was taken included, is not in the copy.</summary>
public interface IPictures
{
    /// <param name="content">The whole file; may be read more than once.</param>
    /// <returns>A PNG of at most <see cref="Previews.Edge"/> pixels on each side; <c>null</c>: it is no picture that is drawn
    /// safely.</returns>
    byte[]? Preview(ReadOnlyMemory<byte> content);
}

/// <summary>Which pictures are drawn anew.</summary>
public static class Previews
{
    /// <summary>In pixels of the original, inclusive.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>In bytes of the original, inclusive.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    /// <summary>In pictures of one file that follow each other, inclusive.</summary>
    public const int MostFrames = 1_000;

    /// <summary>How large a preview is at most, in pixels.</summary>
    public const int Edge = 1024;

    private static readonly string[] Types = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"];

    public static bool MayBe(FileFacts file) => Types.Contains(file.Type) && file.Size <= MostBytes;
}

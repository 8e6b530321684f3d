using Helpdesk.Domain.Attachments;
using SkiaSharp;

namespace Helpdesk.Adapters.Attachments;

/// <summary>
/// Draws with Skia. What a picture says of its size is asked before any of it is unpacked, and one is drawn at a time: a flood of large
/// ones takes the memory of one.
/// </summary>
internal sealed class SkiaPictures : IPictures
{
    private static readonly SKEncodedImageFormat[] Formats =
    [
        SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Gif, SKEncodedImageFormat.Webp, SKEncodedImageFormat.Bmp,
    ];

    private readonly Lock one = new();

    public byte[]? Preview(ReadOnlyMemory<byte> content)
    {
        lock (one)
        {
            using var data = SKData.CreateCopy(content.Span);
            using var codec = SKCodec.Create(data);
            if (codec is null || !Formats.Contains(codec.EncodedFormat) || !IsSafe(codec))
                return null;
            using var drawn = Draw(codec);
            return drawn is null ? null : Encoded(drawn, codec.EncodedOrigin);
        }
    }

    private static bool IsSafe(SKCodec codec) => codec.Info is { Width: > 0, Height: > 0 } info
        && (long)info.Width * info.Height <= Previews.MostPixels && codec.FrameCount <= Previews.MostFrames;

    // Some formats are read smaller at once; of the others the whole picture is there for a moment.
    private static SKBitmap? Draw(SKCodec codec)
    {
        var scale = Math.Min(1f, (float)Previews.Edge / Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(scale);
        using var whole = new SKBitmap();
        if (!whole.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul)))
            return null;
        // A picture that breaks off is none: what is missing would be made up.
        if (codec.GetPixels(whole.Info, whole.GetPixels()) is not SKCodecResult.Success)
            return null;
        var fit = Math.Min(1f, (float)Previews.Edge / Math.Max(size.Width, size.Height));
        var target = new SKImageInfo(Math.Max(1, (int)(size.Width * fit)), Math.Max(1, (int)(size.Height * fit)), SKColorType.Rgba8888);
        return whole.Resize(target, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    // Which way up it is, the original said beside the picture; in the copy nothing stands beside it.
    private static byte[]? Encoded(SKBitmap drawn, SKEncodedOrigin origin)
    {
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom
            or SKEncodedOrigin.LeftBottom;
        var (width, height) = lies ? (drawn.Height, drawn.Width) : (drawn.Width, drawn.Height);
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888));
        if (surface is null)
            return null;
        surface.Canvas.SetMatrix(Upright(origin, width, height));
        surface.Canvas.DrawBitmap(drawn, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 90);
        return encoded?.ToArray();
    }

    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

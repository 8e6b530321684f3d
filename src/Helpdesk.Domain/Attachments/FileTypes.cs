using System.Text;

namespace Helpdesk.Domain.Attachments;

/// <summary>Tells what a file is by how it begins. Neither its name nor what the sender says of it counts.</summary>
public static class FileTypes
{
    /// <summary>How many of the first bytes are looked at.</summary>
    public const int Head = 4096;

    private static readonly (int At, byte[] Bytes, FileType Type)[] Signatures =
    [
        (0, [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], new("image/png", FileKind.Image)),
        (0, [0xFF, 0xD8, 0xFF], new("image/jpeg", FileKind.Image)),
        (0, "GIF87a"u8.ToArray(), new("image/gif", FileKind.Image)),
        (0, "GIF89a"u8.ToArray(), new("image/gif", FileKind.Image)),
        (8, "WEBP"u8.ToArray(), new("image/webp", FileKind.Image)),
        (0, [(byte)'I', (byte)'I', 42, 0], new("image/tiff", FileKind.Image)),
        (0, [(byte)'M', (byte)'M', 0, 42], new("image/tiff", FileKind.Image)),
        (0, [0, 0, 1, 0], new("image/vnd.microsoft.icon", FileKind.Image)),
        (0, [0, 0, 0, 12, (byte)'j', (byte)'P', 32, 32], new("image/jp2", FileKind.Image)),
        (4, "ftypheic"u8.ToArray(), new("image/heic", FileKind.Image)),
        (4, "ftypheix"u8.ToArray(), new("image/heic", FileKind.Image)),
        (4, "ftypmif1"u8.ToArray(), new("image/heif", FileKind.Image)),
        (4, "ftypavif"u8.ToArray(), new("image/avif", FileKind.Image)),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], new("application/x-ole-storage", FileKind.Office)),
        (0, "{\\rtf"u8.ToArray(), new("application/rtf", FileKind.Office)),
        (0, [0x1F, 0x8B], new("application/gzip", FileKind.Archive)),
        (0, "BZh"u8.ToArray(), new("application/x-bzip2", FileKind.Archive)),
        (0, [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], new("application/x-xz", FileKind.Archive)),
        (0, [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], new("application/x-7z-compressed", FileKind.Archive)),
        (0, "Rar!\x1A\x07"u8.ToArray(), new("application/vnd.rar", FileKind.Archive)),
        (0, [0x28, 0xB5, 0x2F, 0xFD], new("application/zstd", FileKind.Archive)),
        (257, "ustar"u8.ToArray(), new("application/x-tar", FileKind.Archive)),
        (0, "MZ"u8.ToArray(), new("application/vnd.microsoft.portable-executable", FileKind.Program)),
        (0, [0x7F, (byte)'E', (byte)'L', (byte)'F'], new("application/x-elf", FileKind.Program)),
        (0, [0xCF, 0xFA, 0xED, 0xFE], new("application/x-mach-binary", FileKind.Program)),
        (0, [0xCE, 0xFA, 0xED, 0xFE], new("application/x-mach-binary", FileKind.Program)),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], new("application/java-vm", FileKind.Program)),
        (0, [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], new("application/x-ms-shortcut", FileKind.Program)),
        (0, "#!"u8.ToArray(), new("text/x-script", FileKind.Program)),
        (0, "<?php"u8.ToArray(), new("application/x-php", FileKind.Program)),
        (0, "ID3"u8.ToArray(), new("audio/mpeg", FileKind.Audio)),
        (0, "fLaC"u8.ToArray(), new("audio/flac", FileKind.Audio)),
        (0, "OggS"u8.ToArray(), new("application/ogg", FileKind.Audio)),
        (8, "WAVE"u8.ToArray(), new("audio/wav", FileKind.Audio)),
        (8, "AVI "u8.ToArray(), new("video/x-msvideo", FileKind.Video)),
        (0, [0x1A, 0x45, 0xDF, 0xA3], new("video/x-matroska", FileKind.Video)),
        (4, "ftyp"u8.ToArray(), new("video/mp4", FileKind.Video)),
    ];

    // How the text of such files begins, behind spaces and in any case.
    private static readonly (string Begins, FileType Type)[] Beginnings =
    [
        ("<!doctype html", new("text/html", FileKind.Markup)), ("<html", new("text/html", FileKind.Markup)),
        ("<head", new("text/html", FileKind.Markup)), ("<body", new("text/html", FileKind.Markup)),
        ("<script", new("text/html", FileKind.Markup)), ("<iframe", new("text/html", FileKind.Markup)),
        ("<svg", new("image/svg+xml", FileKind.Markup)), ("<!doctype svg", new("image/svg+xml", FileKind.Markup)),
        ("<?php", new("application/x-php", FileKind.Program)), ("<?xml", new("application/xml", FileKind.Markup)),
        ("begin:vcard", new("text/vcard", FileKind.Text)), ("begin:vcalendar", new("text/calendar", FileKind.Text)),
        ("received: ", new("message/rfc822", FileKind.Mail)), ("return-path: ", new("message/rfc822", FileKind.Mail)),
    ];

    /// <param name="head">Its first <see cref="Head"/> bytes, or all of it.</param>
    public static FileType Of(ReadOnlySpan<byte> head)
    {
        if (IsAt(head, 0, "PK\x03\x04"u8) || IsAt(head, 0, "PK\x05\x06"u8))
            return OfZip(head);
        foreach (var (at, bytes, type) in Signatures)
        {
            if (IsAt(head, at, bytes) && (at != 8 || IsAt(head, 0, "RIFF"u8)))
                return type;
        }

        if (IsAt(head, 0, "BM"u8) && head.Length > 14 && head[6..10].IndexOfAnyExcept((byte)0) < 0)
            return new("image/bmp", FileKind.Image);
        // Readers look for it in the first kilobyte.
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return new("application/pdf", FileKind.Pdf);
        return TextIn(head) is { } text ? OfText(text) : FileType.Unknown;
    }

    // The names of its first files stand in the clear.
    private static FileType OfZip(ReadOnlySpan<byte> head)
    {
        if (IsAt(head, 30, "mimetypeapplication/vnd.oasis.opendocument."u8))
        {
            var type = head[38..][..Math.Min(80, head.Length - 38)];
            var end = type.IndexOfAnyExceptInRange((byte)'-', (byte)'z');
            return new(Encoding.ASCII.GetString(end < 0 ? type : type[..end]).Split("PK")[0], FileKind.Office);
        }

        if (head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("_rels/.rels"u8) >= 0)
        {
            var part = head.IndexOf("word/"u8) >= 0 ? "wordprocessingml.document" : head.IndexOf("xl/"u8) >= 0 ? "spreadsheetml.sheet"
                : head.IndexOf("ppt/"u8) >= 0 ? "presentationml.presentation" : null;
            return new(part is null ? "application/x-ooxml" : $"application/vnd.openxmlformats-officedocument.{part}", FileKind.Office);
        }

        return head.IndexOf("META-INF/MANIFEST.MF"u8) >= 0
            ? new("application/java-archive", FileKind.Program) : new("application/zip", FileKind.Archive);
    }

    private static FileType OfText(string text)
    {
        var begins = text.TrimStart();
        foreach (var (beginning, type) in Beginnings)
        {
            if (begins.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return type is { MediaType: "application/xml" } && Holds(text, "<svg") ? new("image/svg+xml", FileKind.Markup)
                    : type is { MediaType: "application/xml" } && Holds(text, "<html") ? new("application/xhtml+xml", FileKind.Markup)
                        : type;
        }

        // A browser that guesses finds these behind other text, too.
        if (begins.StartsWith('<') && (Holds(text, "<html") || Holds(text, "<script")))
            return new("text/html", FileKind.Markup);
        if (begins.StartsWith('<') && Holds(text, "<svg"))
            return new("image/svg+xml", FileKind.Markup);
        return Holds(text, "<?php") ? new("application/x-php", FileKind.Program) : new("text/plain", FileKind.Text);
    }

    private static bool Holds(string text, string what) => text.Contains(what, StringComparison.OrdinalIgnoreCase);

    // null: no text. A sign that the end of the head cuts in two is none of its faults.
    private static string? TextIn(ReadOnlySpan<byte> head)
    {
        if (IsAt(head, 0, [0xFF, 0xFE]))
            return Encoding.Unicode.GetString(head[2..]);
        if (IsAt(head, 0, [0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(head[2..]);
        if (head.ContainsAny(Controls))
            return null;
        var isUtf8 = false;
        for (var cut = 0; cut <= 3 && cut < head.Length && !isUtf8; cut++)
            isUtf8 = System.Text.Unicode.Utf8.IsValid(head[..^cut]) && (cut == 0 || head.Length == Head);
        return (isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(head).TrimStart('\uFEFF');
    }

    private static readonly System.Buffers.SearchValues<byte> Controls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(sign => sign is not (9 or 10 or 12 or 13 or 27)).Select(sign => (byte)sign)]);

    private static bool IsAt(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> bytes) =>
        head.Length >= at + bytes.Length && head[at..].StartsWith(bytes);
}

namespace Helpdesk.Domain.Attachments;

/// <summary>What sort of file it is, by its first bytes: a tenant may refuse a sort.</summary>
public enum FileKind
{
    Image,
    Pdf,
    /// <summary>Documents, tables and slides of office programs.</summary>
    Office,
    /// <summary>Plain text, tables in text.</summary>
    Text,
    /// <summary>HTML, SVG, XML: text that a browser would carry out.</summary>
    Markup,
    Archive,
    Audio,
    Video,
    Mail,
    /// <summary>What a computer carries out.</summary>
    Program,
    Other,
}

/// <param name="MediaType">Such as <c>application/pdf</c>; what is not known is <c>application/octet-stream</c>.</param>
public sealed record FileType(string MediaType, FileKind Kind)
{
    public static readonly FileType Unknown = new("application/octet-stream", FileKind.Other);
}

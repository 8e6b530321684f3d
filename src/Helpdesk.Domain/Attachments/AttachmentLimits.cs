using System.Collections.Immutable;

namespace Helpdesk.Domain.Attachments;

/// <summary>What holds for a tenant's attachments: what it chose, within what the operator allows.</summary>
/// <param name="MostBytes">Of one file, inclusive.</param>
/// <param name="Quota">Of all files of the tenant together in bytes, inclusive, those included that wait to be attached.</param>
/// <param name="Refused">Kinds that are not taken.</param>
/// <param name="UncheckedAllowed">A file that no scanner looked at may be downloaded.</param>
public sealed record AttachmentLimits(long MostBytes, long Quota, ImmutableArray<FileKind> Refused, bool UncheckedAllowed)
{
    /// <summary>How many files come with one comment, or with a new ticket; inclusive.</summary>
    public const int AtOnce = 20;

    /// <summary>How many files a ticket holds, those of its comments included; inclusive.</summary>
    public const int OfTicket = 200;

    /// <summary>How long an upload waits to be attached; then it is gone. Exclusive.</summary>
    public static readonly Duration Waits = Duration.FromHours(24);

    /// <summary>How long after it was attached whoever did it may take it away again. Exclusive.</summary>
    public static readonly Duration ForAuthor = Duration.FromMinutes(10);

    /// <returns><c>null</c>: it is taken.</returns>
    public Error? Refusal(FileType type, long size)
    {
        if (size > MostBytes)
            return AttachmentErrors.TooLargeFor(MostBytes);
        if (size == 0)
            return Error.Invalid(FieldCode.Empty.At("/file", "Die Datei ist leer.", "The file is empty."));
        return Refused.Contains(type.Kind) ? Error.Invalid(FieldCode.FileKindRefused.At("/file",
            $"Dateien der Art {Words<FileKind>.Of(type.Kind)} ({type.MediaType}) nimmt dieser Mandant nicht an.",
            $"This tenant takes no files of kind {Words<FileKind>.Of(type.Kind)} ({type.MediaType}).")) : null;
    }
}

/// <summary>What the operator allows, and every tenant is within.</summary>
/// <param name="MostBytes">Of one file, inclusive.</param>
/// <param name="Quota">Of all files of one tenant together, in bytes, inclusive.</param>
public sealed record AttachmentBounds(long MostBytes, long Quota)
{
    public AttachmentLimits For(AttachmentChoice chosen) => new(
        chosen.MaxFileMegabytes is { } most ? Math.Min(most * 1024L * 1024, MostBytes) : MostBytes, Quota, chosen.RefusedKinds,
        chosen.UncheckedDownloads);
}

/// <summary>What a tenant chose about attachments.</summary>
public sealed record AttachmentChoice
{
    // One array: two choices of nothing else are the same.
    private static readonly ImmutableArray<FileKind> Programs = [FileKind.Program];

    /// <summary>The largest file in MiB, 1 to 4096; <c>null</c>: as the operator allows. Never more than that.</summary>
    public int? MaxFileMegabytes { get; init; }

    /// <summary>Kinds that are not taken. Default: programs.</summary>
    public ImmutableArray<FileKind> RefusedKinds { get; init; } = Programs;

    /// <summary>Files that no scanner looked at may be downloaded. Default: they may, since many installations have no scanner.</summary>
    public bool UncheckedDownloads { get; init; } = true;

    public static IEnumerable<FieldError?> Faults(AttachmentChoice chosen, string pointer)
    {
        yield return chosen.MaxFileMegabytes is < 1 or > 4096
            ? FieldCode.OutOfRange.At($"{pointer}/max_file_megabytes",
                "Muss zwischen 1 und 4096 liegen oder null sein.", "Must lie between 1 and 4096, or be null.") : null;
        yield return chosen.RefusedKinds.Distinct().Count() != chosen.RefusedKinds.Length
            ? FieldCode.Duplicate.At($"{pointer}/refused_kinds") : null;
    }
}

using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Api.Attachments;

/// <param name="FileName">One line of at most 1,000 characters; cleaned as the name of a form's file is, to at most 200.</param>
/// <param name="Size">In bytes, from 1; at most what the tenant takes.</param>
/// <param name="Checksum">
/// SHA-256 of the whole file, in lower-case hexadecimal digits: what arrives must have it. Default: null, whatever arrives is taken.
/// </param>
public sealed record UploadSessionRequest(
    [Required, OneLine(1_000)] string? FileName = null, [Required, Between(1, 4L * 1024 * 1024 * 1024)] long? Size = null,
    [Sha256] string? Checksum = null);

/// <summary>A file that comes in parts.</summary>
/// <param name="Received">How many bytes are there, all from the beginning: there the next part begins.</param>
/// <param name="LeastPart">A part but the last has at least so many bytes, inclusive.</param>
/// <param name="MostPart">In bytes, inclusive.</param>
/// <param name="ExpiresAt">Exclusive; then it is forgotten.</param>
/// <param name="Upload">null: not all of it is there yet.</param>
public sealed record UploadSessionResponse(
    Guid Id, string FileName, long Size, long Received, int LeastPart, int MostPart, DateTimeOffset ExpiresAt, UploadResponse? Upload)
{
    internal static UploadSessionResponse Of(UploadSession session) => new(
        session.Id, session.Name, session.Size, session.Received, UploadSession.LeastPart, UploadSession.MostPart,
        session.ExpiresAt.ToDateTimeOffset(), null);

    internal static UploadSessionResponse Of(Upload upload, string token) => new(
        upload.File.Id, upload.File.Name, upload.File.Size, upload.File.Size, UploadSession.LeastPart, UploadSession.MostPart,
        upload.ExpiresAt.ToDateTimeOffset(), UploadResponse.Of(upload, token));
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class Sha256Attribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        value.Length == 64 && value.All(char.IsAsciiHexDigitLower) ? null : FieldCode.Format.At(
            pointer, "Muss aus 64 hexadezimalen Ziffern bestehen, Buchstaben klein.", "Must be 64 hexadecimal digits, in lower case.");
}

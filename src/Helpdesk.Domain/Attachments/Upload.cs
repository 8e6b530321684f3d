using System.Buffers.Text;

namespace Helpdesk.Domain.Attachments;

/// <summary>A file as it is told to people: nothing of it says where it lies.</summary>
/// <param name="Type">By its content.</param>
/// <param name="Checksum">SHA-256 of the content, in lower-case hexadecimal digits.</param>
public sealed record FileFacts(Guid Id, string Name, string Type, long Size, string Checksum);

/// <summary>A file that was sent and waits to be attached by whoever sent it.</summary>
/// <param name="By">Nobody else can attach it.</param>
/// <param name="Blob">Where its content lies.</param>
/// <param name="ExpiresAt">Exclusive.</param>
public sealed record Upload(FileFacts File, AccountId By, string Blob, ScanState Scan, Instant CreatedAt, Instant ExpiresAt)
{
    public bool IsFor(AccountId account, Instant now) => By == account && now < ExpiresAt;
}

/// <summary>What stands for an upload while it waits: sealed, so nothing of it is stored and nobody guesses one.</summary>
public static class UploadToken
{
    /// <summary>In characters, inclusive.</summary>
    public const int Longest = 200;

    public static string Of(Guid upload, TenantId tenant, ISeals seals) =>
        Base64Url.EncodeToString(seals.Seal(new(SealKind.UploadToken, tenant), upload.ToByteArray(bigEndian: true)));

    /// <returns><c>null</c>: none of this tenant. Whether the upload is still there is not said.</returns>
    public static Guid? Read(string? token, TenantId tenant, ISeals seals) =>
        token is { Length: > 0 and <= Longest } && Base64Url.IsValid(token)
            && seals.Open(new(SealKind.UploadToken, tenant), Base64Url.DecodeFromChars(token)) is { Length: 16 } plain
            ? new Guid(plain, bigEndian: true) : null;
}

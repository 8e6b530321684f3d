using System.Security.Cryptography;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain;

/// <summary>
/// Seals what may be seen by others but not read, changed or made by them: rows that a copy of the database must not give away, and tokens
/// that people carry. Whatever is sealed can be opened only with the master key, which stands outside the database.
/// </summary>
public interface ISeals
{
    byte[] Seal(SealPurpose purpose, byte[] plain);

    /// <returns><c>null</c>: not sealed by this installation for this purpose.</returns>
    byte[]? Open(SealPurpose purpose, byte[] sealedBytes);
}

/// <summary>
/// What something is sealed for. It opens for exactly the same purpose: one of another tenant or kind is worth nothing here.
/// </summary>
/// <param name="Tenant">What belongs to the whole platform: <see cref="TenantId.Platform"/>.</param>
/// <param name="Detail">What else it is bound to; <c>null</c>: nothing.</param>
public readonly record struct SealPurpose(SealKind Kind, TenantId Tenant, string? Detail = null);

/// <summary>The names stand in what is sealed: under a new name nothing old opens.</summary>
public enum SealKind
{
    Cursor,
    RatingLink,
    TenantPass,
    TotpSecret,
    SigningKey,
    OwedMail,
    ClusterCertificate,
    MailPassword,
    WebhookSecret,
    UploadToken,
    UnsubscribeLink,
    DkimKey,
    PasskeyQuestion,
    PushKey,
    PushTarget,
}

public static class StoredSeals
{
    /// <summary>For what we stored ourselves.</summary>
    /// <exception cref="CryptographicException">Somebody changed it, or it belongs elsewhere.</exception>
    public static byte[] OpenStored(this ISeals seals, SealPurpose purpose, byte[] sealedBytes) =>
        seals.Open(purpose, sealedBytes) ?? throw new CryptographicException($"What is stored as {purpose.Kind} was not sealed as that.");
}

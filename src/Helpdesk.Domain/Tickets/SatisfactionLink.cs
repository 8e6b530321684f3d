using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using NodaTime;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// The right to rate one closing of one ticket, good for everybody who holds it: it says what it is for and is signed, so nothing of it is stored.
/// </summary>
/// <param name="ExpiresAt">Exclusive; whole seconds.</param>
public sealed record SatisfactionLink(TenantId Tenant, TicketId Ticket, int Closing, Instant ExpiresAt)
{
    /// <summary>From the closing on.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(30);

    private const byte Format = 1;
    private const int Body = 1 + 16 + 16 + 4 + 8;
    private const int Length = Body + HMACSHA256.HashSizeInBytes;

    /// <summary>Of a token, in characters.</summary>
    public const int TokenLength = (Length * 4 + 2) / 3;

    /// <summary>The key that signs these links and nothing else.</summary>
    public static byte[] KeyOf(IInstallationSecret secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value, 32, info: "satisfaction link"u8.ToArray());

    /// <summary>In characters that an address can hold.</summary>
    public string Sign(ReadOnlySpan<byte> key)
    {
        Span<byte> token = stackalloc byte[Length];
        token[0] = Format;
        Tenant.Value.TryWriteBytes(token[1..], bigEndian: true, out _);
        Ticket.Value.TryWriteBytes(token[17..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[33..], Closing);
        BinaryPrimitives.WriteInt64BigEndian(token[37..], ExpiresAt.ToUnixTimeSeconds());
        HMACSHA256.HashData(key, token[..Body], token[Body..]);
        return Base64Url.EncodeToString(token);
    }

    /// <returns><c>null</c>: not signed with this key. Whether it has expired is for the caller to ask.</returns>
    public static SatisfactionLink? Open(string text, ReadOnlySpan<byte> key)
    {
        Span<byte> token = stackalloc byte[Length];
        if (text.Length != TokenLength || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, token, out var length) || length != Length)
            return null;

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, token[..Body], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, token[Body..]) || token[0] != Format)
            return null;

        return new(
            new(new Guid(token[1..17], bigEndian: true)), new(new Guid(token[17..33], bigEndian: true)), BinaryPrimitives.ReadInt32BigEndian(token[33..]),
            Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(token[37..])));
    }
}

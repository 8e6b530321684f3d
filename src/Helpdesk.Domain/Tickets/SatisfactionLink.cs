using System.Buffers.Binary;
using System.Buffers.Text;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// The right to rate one closing of one ticket, good for everybody who holds it: it says what it is for and is sealed, so nothing of it is
/// stored.
/// </summary>
/// <param name="ExpiresAt">Exclusive; whole seconds.</param>
public sealed record SatisfactionLink(TenantId Tenant, TicketId Ticket, int Closing, Instant ExpiresAt)
{
    /// <summary>From the closing on.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(30);

    /// <summary>The longest token, in characters.</summary>
    public const int Longest = 256;

    private const byte Format = 2;
    private const int Length = 1 + 16 + 4 + 8;

    /// <summary>In characters that an address can hold.</summary>
    public string Seal(ISeals seals)
    {
        var plain = new byte[Length];
        plain[0] = Format;
        Ticket.Value.TryWriteBytes(plain.AsSpan(1), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(17), Closing);
        BinaryPrimitives.WriteInt64BigEndian(plain.AsSpan(21), ExpiresAt.ToUnixTimeSeconds());
        return Base64Url.EncodeToString(seals.Seal(Purpose(Tenant), plain));
    }

    /// <returns><c>null</c>: no link of this tenant. Whether it has expired is for the caller to ask.</returns>
    public static SatisfactionLink? Open(string token, TenantId tenant, ISeals seals)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token) ||
            seals.Open(Purpose(tenant), Base64Url.DecodeFromChars(token)) is not { Length: Length } plain)
            return null;

        return plain[0] != Format ? null : new(
            tenant, new(new Guid(plain.AsSpan(1, 16), bigEndian: true)), BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(17)),
            Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(21))));
    }

    private static SealPurpose Purpose(TenantId tenant) => new(SealKind.RatingLink, tenant);
}

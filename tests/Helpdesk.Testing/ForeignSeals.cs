using Helpdesk.Postgres.Sealing;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.Testing;

/// <summary>Seals of some installation, with keys that are gone afterwards; two of them know nothing of each other.</summary>
public sealed class ForeignSeals : ISeals
{
    // What stands before the salt in everything that Data Protection sealed: four bytes of its own, then the id of the key.
    private const int KeyAt = 4, KeyLength = 16;

    private readonly Seals seals = new(new EphemeralDataProtectionProvider());

    public byte[] Seal(SealPurpose purpose, byte[] plain) => seals.Seal(purpose, plain);

    public byte[]? Open(SealPurpose purpose, byte[] sealedBytes) => seals.Open(purpose, sealedBytes);

    /// <summary>
    /// As somebody forges it who knows the platform's code and the id of its key, from a sealed value or a copy of the database.
    /// </summary>
    public byte[] Forge(SealPurpose purpose, byte[] plain, ReadOnlySpan<byte> genuine)
    {
        var forged = Seal(purpose, plain);
        genuine.Slice(KeyAt, KeyLength).CopyTo(forged.AsSpan(KeyAt));
        return forged;
    }
}

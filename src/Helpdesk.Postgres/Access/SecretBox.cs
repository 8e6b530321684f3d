using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Postgres.Access;

/// <summary>
/// Seals what must be stored but not be readable in a copy of the database: secrets of second factors, private keys, links in owed mail. AES-256-GCM
/// with the master key, which stands outside the database.
/// </summary>
public sealed class SecretBox(byte[] masterKey)
{
    public const int KeyLength = 32;

    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    /// <param name="purpose">What is sealed; only the same purpose opens it, so a sealed value cannot be moved to another column.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string purpose)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        sealedBytes[0] = Format;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher(purpose);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(1 + NonceLength, TagLength));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Not sealed with this key for this purpose.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string purpose)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Format)
            throw new CryptographicException("Not a sealed value.");

        var plain = new byte[sealedBytes.Length - Overhead];
        using var cipher = Cipher(purpose);
        cipher.Decrypt(sealedBytes.Slice(1, NonceLength), sealedBytes[Overhead..], sealedBytes.Slice(1 + NonceLength, TagLength), plain);
        return plain;
    }

    private AesGcm Cipher(string purpose)
    {
        Span<byte> key = stackalloc byte[KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, key, salt: [], info: Encoding.UTF8.GetBytes(purpose));
        return new AesGcm(key, TagLength);
    }
}

/// <summary>What is sealed, each with a key of its own.</summary>
internal static class SealedFor
{
    public const string Totp = "helpdesk totp secret";
    public const string SigningKey = "helpdesk signing key";
    public const string Mail = "helpdesk owed mail";
}

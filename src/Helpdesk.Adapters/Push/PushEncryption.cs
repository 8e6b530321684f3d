using System.Buffers.Binary;
using System.Security.Cryptography;
using Helpdesk.Domain.Push;

namespace Helpdesk.Adapters.Push;

/// <summary>
/// Encrypts for one browser (RFC 8291, content coding aes128gcm of RFC 8188), in one record. Of the platform's own cryptography: the
/// library for it names push services without their port and reads the machine's clock (looked at 2026-12-03).
/// </summary>
internal static class PushEncryption
{
    private const int SaltLength = 16;
    private const int TagLength = 16;
    private const uint RecordSize = 4_096;
    private const byte LastRecord = 2;

    private static readonly byte[] KeyInfo = [.. "Content-Encoding: aes128gcm\0"u8];
    private static readonly byte[] NonceInfo = [.. "Content-Encoding: nonce\0"u8];

    /// <summary>The body of the request; each time with a key and a salt of its own.</summary>
    public static byte[] Encrypt(PushTarget to, ReadOnlySpan<byte> plain)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(to, plain, own, RandomNumberGenerator.GetBytes(SaltLength));
    }

    internal static byte[] Encrypt(PushTarget to, ReadOnlySpan<byte> plain, ECDiffieHellman own, byte[] salt)
    {
        var point = own.ExportParameters(includePrivateParameters: false).Q;
        byte[] ownPublic = [4, .. point.X!, .. point.Y!];
        using var theirs = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = to.P256dh[1..33], Y = to.P256dh[33..] },
        });
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        var input = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, shared, 32, to.Auth, [.. "WebPush: info\0"u8, .. to.P256dh, .. ownPublic]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, KeyInfo);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, NonceInfo);

        byte[] record = [.. plain, LastRecord];
        var (sealedRecord, tag) = (new byte[record.Length], new byte[TagLength]);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, record, sealedRecord, tag);
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, RecordSize);
        return [.. salt, .. size, (byte)ownPublic.Length, .. ownPublic, .. sealedRecord, .. tag];
    }
}

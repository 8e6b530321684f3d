namespace Helpdesk.Postgres.Sealing;

/// <summary>
/// The master key: setting <c>Helpdesk:MasterKey</c> (32 bytes in base64), else a file beside the private server's data. It is not in the
/// database, so that a copy of the database opens nothing. It seals the keys of the ring (<see cref="KeyRing"/>), with AES-256-GCM, and
/// keys for tokens follow from it (<see cref="OpenId.TokenSecrets"/>).
/// </summary>
public sealed class MasterKey(byte[] bytes)
{
    public const int Length = 32;

    private const string FileName = "master.key";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, Length, info: "helpdesk key ring"u8.ToArray());

    /// <exception cref="StartupRefusedException">None is set where one must be, or it is not 32 bytes.</exception>
    internal static MasterKey Find(string? configured, DatabaseOptions database, IHostEnvironment environment)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Parse(configured, "the setting Helpdesk:MasterKey");

        // Several hosts on one server must agree on the key, so it cannot be made up by the first of them.
        if (database.Application is not null && !environment.IsDevelopment())
            throw new StartupRefusedException(
                "Set Helpdesk__MasterKey to 32 random bytes in base64, the same on every host: openssl rand -base64 32");

        return FromFile(Path.Combine(DataDirectory.Of(database, environment), FileName));
    }

    /// <summary>A key for one purpose, the same in every process; from it nothing can be told about others or the master key.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, Length, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    internal byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Not sealed with this key.</exception>
    internal byte[] Open(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < NonceLength + TagLength)
            throw new CryptographicException("Not a sealed value.");

        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            sealedBytes[..NonceLength], sealedBytes[(NonceLength + TagLength)..], sealedBytes.Slice(NonceLength, TagLength), plain);
        return plain;
    }

    private static MasterKey FromFile(string path)
    {
        if (!File.Exists(path))
        {
            PrivateFolder.CreatePassable(Path.GetDirectoryName(path)!);
            SecretFile.Write(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        }

        return Parse(File.ReadAllText(path), path);
    }

    private static MasterKey Parse(string text, string source)
    {
        var key = new byte[Length];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length
            ? new(key)
            : throw new StartupRefusedException($"The master key in {source} must be {Length} bytes in base64: openssl rand -base64 32");
    }
}

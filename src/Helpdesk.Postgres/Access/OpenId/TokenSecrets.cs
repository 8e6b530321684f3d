using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Postgres.Access.OpenId;

/// <summary>
/// Keys for tokens that nobody but the platform reads: refresh tokens and codes. They follow from the master key, so all processes have the same ones, they
/// outlive every signing key, and none is in the database.
/// </summary>
public sealed class TokenSecrets(byte[] masterKey)
{
    private const int Length = 32;

    public byte[] Authentication { get; } = Derive(masterKey, "helpdesk internal token authentication");

    public byte[] Encryption { get; } = Derive(masterKey, "helpdesk internal token encryption");

    private static byte[] Derive(byte[] masterKey, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, Length, salt: [], info: Encoding.UTF8.GetBytes(purpose));
}

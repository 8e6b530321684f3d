using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Access;

namespace Helpdesk.Api.Http;

/// <summary>Keys that all processes of one installation share, each derived for one purpose from the secret in the record.</summary>
public sealed class HostSecrets(IInstallationSecret secret)
{
    private readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    /// <summary>256 bits.</summary>
    public byte[] Key(string purpose) =>
        keys.GetOrAdd(purpose, name => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value, 32, info: Encoding.UTF8.GetBytes(name)));
}

using System.Security.Cryptography;
using Helpdesk.Postgres.Embedded;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Postgres.Access;

/// <summary>
/// Finds the master key: setting <c>Helpdesk:MasterKey</c> (32 bytes in base64), else a file beside the private server's data. It is not in the
/// database, so that a copy of the database gives nobody's second factor and no signing key away. Losing it costs everybody their second factor.
/// </summary>
internal static class MasterKey
{
    private const string FileName = "master.key";

    /// <exception cref="StartupRefusedException">None is set where one must be, or it is not 32 bytes.</exception>
    public static byte[] Find(string? configured, DatabaseOptions database, IHostEnvironment environment)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Parse(configured, "the setting Helpdesk:MasterKey");

        // Several hosts on one server must agree on the key, so it cannot be made up by the first of them.
        if (database.Application is not null && !environment.IsDevelopment())
            throw new StartupRefusedException("Set Helpdesk__MasterKey to 32 random bytes in base64, the same on every host: openssl rand -base64 32");

        return FromFile(Path.Combine(DataDirectory.Of(database, environment), FileName));
    }

    private static byte[] FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            SecretFile.Write(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBox.KeyLength)));
        }

        return Parse(File.ReadAllText(path), path);
    }

    private static byte[] Parse(string text, string source)
    {
        var key = new byte[SecretBox.KeyLength];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length
            ? key
            : throw new StartupRefusedException($"The master key in {source} must be {SecretBox.KeyLength} bytes in base64: openssl rand -base64 32");
    }
}

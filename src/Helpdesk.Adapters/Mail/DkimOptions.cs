using System.Security.Cryptography;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// The key that signs mails of the platform's own mail server. Section <c>Helpdesk:Mail:Dkim</c>: all three, or none. Whether its record
/// is in DNS is not looked at.
/// </summary>
public sealed class DkimOptions
{
    internal const int FewestBits = 1_024;

    /// <summary>Signed are mails whose sender is there, or below. Default: none.</summary>
    public string? Domain { get; set; }

    /// <summary>The record stands at <c>{selector}._domainkey.{domain}</c>. Default: none.</summary>
    public string? Selector { get; set; }

    /// <summary>An RSA key of at least 1,024 bits as PEM, readable by this process. Default: none.</summary>
    public string? KeyFile { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (Domain is null && Selector is null && KeyFile is null)
            yield break;
        if (Domain is null || Selector is null || KeyFile is null)
            yield return $"{MailOptions.Section}:Dkim: Domain, Selector and KeyFile belong together.";
        else if (Uri.CheckHostName(Selector) is not UriHostNameType.Dns || Uri.CheckHostName(Domain) is not UriHostNameType.Dns)
            yield return $"{MailOptions.Section}:Dkim: Selector and Domain are no names of DNS.";
        else if (Fault(KeyFile) is { } fault)
            yield return $"{MailOptions.Section}:Dkim:KeyFile: {fault}";
    }

    internal MailSigningKey? Read() =>
        KeyFile is null ? null : new(Domain!.ToLowerInvariant(), Selector!, File.ReadAllText(KeyFile));

    private static string? Fault(string file)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(File.ReadAllText(file));
            // Half of a pair reads as well.
            key.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return key.KeySize < FewestBits ? $"the key has {key.KeySize} bits; it needs at least {FewestBits}." : null;
        }
        catch (Exception failure) when (
            failure is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            return failure.Message;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Grains.Mail;

/// <summary>By which server a tenant's mails leave, with its password opened.</summary>
internal sealed class TenantMailServers(IOwnMailServers servers, ISeals seals, DkimSigning signing)
{
    /// <returns><c>null</c>: the platform's.</returns>
    public async Task<TenantMailServer?> Of(TenantId tenant, CancellationToken cancellation)
    {
        if (await servers.Load(tenant, OwnMailServer.StreamOf(tenant), cancellation) is not { Server: { } server })
            return null;
        var secret = server.Sealed is { } kept ? Open(tenant, kept) : null;
        return server.Tokens is null ? new(server, secret)
            : new(server, Password: null) { Secrets = MailTokenSecrets.Parse(secret ?? "") };
    }

    /// <summary>The same, with the key that signs what leaves there now. May wait for DNS.</summary>
    public async Task<TenantMailServer?> Signing(TenantId tenant, TenantMailServer? own, CancellationToken cancellation) =>
        own is null ? null : own with { Signing = await signing.Of(tenant, own.Server.Sender, cancellation) };

    public string Seal(TenantId tenant, string password) =>
        Convert.ToBase64String(seals.Seal(Purpose(tenant), Encoding.UTF8.GetBytes(password)));

    /// <exception cref="CryptographicException">It was sealed under another master key.</exception>
    private string Open(TenantId tenant, string password) =>
        Encoding.UTF8.GetString(seals.OpenStored(Purpose(tenant), Convert.FromBase64String(password)));

    private static SealPurpose Purpose(TenantId tenant) => new(SealKind.MailPassword, tenant);
}

using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Grains.Webhooks;

/// <summary>What signs: sealed where it is kept, opened where it signs.</summary>
internal sealed class WebhookSecrets(ISeals seals)
{
    public string Seal(TenantId tenant, string secret) =>
        Convert.ToBase64String(seals.Seal(Purpose(tenant), Encoding.UTF8.GetBytes(secret)));

    /// <exception cref="CryptographicException">It was sealed under another master key.</exception>
    public string Open(TenantId tenant, string secret) =>
        Encoding.UTF8.GetString(seals.OpenStored(Purpose(tenant), Convert.FromBase64String(secret)));

    /// <summary>Those that sign at this moment.</summary>
    /// <inheritdoc cref="Open"/>
    public IReadOnlyList<string> Of(TenantId tenant, Webhook webhook, Instant now) =>
        webhook.Previous is { } previous && now < previous.Until
            ? [Open(tenant, webhook.Sealed), Open(tenant, previous.Sealed)] : [Open(tenant, webhook.Sealed)];

    private static SealPurpose Purpose(TenantId tenant) => new(SealKind.WebhookSecret, tenant);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Mail;

/// <summary>
/// Which key signs a municipality's mails now. A mail whose signature nobody can check is worth less than one without, so only a key
/// signs whose record is in DNS; what DNS said is remembered for minutes, in this process.
/// </summary>
internal sealed partial class DkimSigning(
    IDkimKeys store, IDnsTexts dns, ISeals seals, TimeProvider time, ILogger<DkimSigning> log)
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, Seen> remembered = new();

    /// <summary>Asks DNS now.</summary>
    public async Task<IReadOnlyList<DkimRecord>> Look(DkimKeys keys, CancellationToken cancellation) =>
        await Task.WhenAll(keys.Items.Select(key => Look(key, cancellation)));

    /// <returns><c>null</c>: mails from there are not signed.</returns>
    public async Task<MailSigningKey?> Of(TenantId tenant, string sender, CancellationToken cancellation)
    {
        try
        {
            var keys = await store.Load(tenant, DkimKeys.StreamOf(tenant), cancellation) ?? DkimKeys.None;
            var records = await Task.WhenAll(keys.Items.Select(key => Known(key, cancellation)));
            return DkimRules.Signing(keys, sender, key => records[keys.Items.IndexOf(key)]) is { } signs
                ? new(signs.Domain, signs.Selector, Open(tenant, signs.Sealed)) : null;
        }
        catch (Exception unreadable) when (unreadable is UnreadableException or CryptographicException or FormatException)
        {
            // Operators see a state that cannot be read as what it is; mails do not wait for that.
            LogUnsigned(log, tenant, unreadable);
            return null;
        }
    }

    internal static SealPurpose Purpose(TenantId tenant) => new(SealKind.DkimKey, tenant);

    private string Open(TenantId tenant, string secret) =>
        Encoding.ASCII.GetString(seals.OpenStored(Purpose(tenant), Convert.FromBase64String(secret)));

    private async Task<DkimRecord> Known(DkimKey key, CancellationToken cancellation)
    {
        if (remembered.TryGetValue(NameOf(key), out var last)
            && time.Now() - last.AskedAt < (last.Record is DkimRecord.Published ? DkimRules.Holds : DkimRules.HoldsOtherwise))
            return last.Record;
        return Remember(key, await Ask(key, cancellation));
    }

    private async Task<DkimRecord> Look(DkimKey key, CancellationToken cancellation)
    {
        var found = await Ask(key, cancellation);
        Remember(key, found);
        return found;
    }

    private async Task<DkimRecord> Ask(DkimKey key, CancellationToken cancellation)
    {
        try
        {
            return DkimRules.Judge(key, await dns.Find(key.RecordName, cancellation));
        }
        catch (TimeoutException)
        {
            return DkimRules.Judge(key, texts: null);
        }
    }

    // While DNS is silent, what it said last holds on for a while.
    private DkimRecord Remember(DkimKey key, DkimRecord found)
    {
        var now = time.Now();
        var last = remembered.GetValueOrDefault(NameOf(key));
        var isTrusted = found is DkimRecord.Unknown && last is { Record: DkimRecord.Published, IsThere: true }
            && now - last.SeenAt < DkimRules.Trusted;
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[NameOf(key)] = isTrusted ? last with { AskedAt = now } : new(found, now, now, IsThere: true);
        return isTrusted ? DkimRecord.Published : found;
    }

    // What is right for one key is not for another of the same name, which anybody may have here.
    private static string NameOf(DkimKey key) => $"{key.RecordName}|{key.PublicKey}";

    private readonly record struct Seen(DkimRecord Record, Instant SeenAt, Instant AskedAt, bool IsThere);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the mails of tenant {Tenant} cannot be read; they leave unsigned.")]
    private static partial void LogUnsigned(ILogger log, TenantId tenant, Exception exception);
}

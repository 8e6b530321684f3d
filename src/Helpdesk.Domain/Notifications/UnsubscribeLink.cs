using System.Buffers.Text;
using System.Text;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Notifications;

/// <summary>
/// The right to have no more mails of some kinds, good for everybody who holds it: the mailbox uses it when its owner presses the button
/// (RFC 8058). It says what it is for and is sealed, so nothing of it is stored. It does not expire: who finds an old mail wants the same.
/// </summary>
/// <param name="Tenant">Whose mails they are.</param>
/// <param name="Kinds">What the mail told; at least one.</param>
public sealed record UnsubscribeLink(TenantId Tenant, AccountId Account, IReadOnlyList<NotificationKind> Kinds)
{
    /// <summary>The longest token, in characters.</summary>
    public const int Longest = 1_024;

    private const int HeadLength = 1 + 16;
    private const byte Format = 1;

    /// <summary>In characters that an address can hold.</summary>
    public string Seal(ISeals seals)
    {
        var kinds = string.Join(',', Kinds.Distinct().Order().Select(Words<NotificationKind>.Of));
        byte[] plain = [Format, .. Account.Value.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(kinds)];
        return Base64Url.EncodeToString(seals.Seal(Purpose(Tenant), plain));
    }

    /// <returns><c>null</c>: no link of this tenant.</returns>
    public static UnsubscribeLink? Open(string token, TenantId tenant, ISeals seals)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token)
            || seals.Open(Purpose(tenant), Base64Url.DecodeFromChars(token)) is not { Length: > HeadLength } plain || plain[0] != Format)
            return null;

        // A kind that there is no more is mailed no more.
        var kinds = Encoding.ASCII.GetString(plain, HeadLength, plain.Length - HeadLength).Split(',')
            .Select(Words<NotificationKind>.Parse).OfType<NotificationKind>().ToList();
        return new(tenant, new(new Guid(plain.AsSpan(1, 16), bigEndian: true)), kinds);
    }

    private static SealPurpose Purpose(TenantId tenant) => new(SealKind.UnsubscribeLink, tenant);
}

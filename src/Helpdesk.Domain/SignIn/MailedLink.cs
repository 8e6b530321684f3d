using System.Security.Cryptography;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.SignIn;

/// <summary>A link that proves an address: 256 random bits of which only a hash is kept, good once. See <see cref="LinkRules"/>.</summary>
/// <param name="Account"><c>null</c>: the account is made when the link is followed.</param>
/// <param name="Home">The account's home tenant; the link's own tenant when there is no account yet.</param>
/// <param name="HasSecondFactor">Whether the account has one: decides how long its password must be.</param>
public sealed record MailedLink(
    TenantId Tenant, LinkPurpose Purpose, AccountId? Account, TenantId Home, EmailAddress Email, string Name, string Language,
    bool HasSecondFactor)
{
    /// <summary>The length of the random part, in bytes.</summary>
    public const int TokenLength = 32;

    public PasswordOwner Owner => new(Email, Name, HasSecondFactor);

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

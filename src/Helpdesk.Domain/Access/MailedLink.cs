using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Tenants;
using NodaTime;

namespace Helpdesk.Domain.Access;

/// <summary>What a link in a mail is good for.</summary>
public enum LinkPurpose
{
    ResetPassword,
    AcceptInvitation,
    ConfirmRegistration,
    ConfirmEmail,
}

/// <summary>A link that proves an address: 256 random bits of which only a hash is kept, good once.</summary>
/// <param name="Account"><c>null</c>: the account is made when the link is followed.</param>
/// <param name="Home">Of the account; the tenant itself when there is none yet.</param>
/// <param name="HasSecondFactor">Of the account: decides how long its password must be.</param>
public sealed record MailedLink(
    TenantId Tenant, LinkPurpose Purpose, AccountId? Account, TenantId Home, EmailAddress Email, string Name, string Language, bool HasSecondFactor)
{
    /// <summary>Of the random part, in bytes.</summary>
    public const int TokenLength = 32;

    public PasswordOwner Owner => new(Email, Name, HasSecondFactor);

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static Duration Lifetime(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ResetPassword => Duration.FromMinutes(60),
        LinkPurpose.AcceptInvitation => Duration.FromDays(7), // the seat is held for longer: the invitation can be sent again
        _ => Duration.FromHours(24),
    };
}

/// <summary>A mail that is owed to somebody because of an act on their access.</summary>
/// <param name="Template">Which text: the words of <see cref="LinkPurpose"/>, or <c>already_registered</c>, <c>password_changed</c>, …</param>
/// <param name="Link">What the link in it is good for; <c>null</c>: there is none.</param>
public sealed record MailOrder(string Template, LinkPurpose? Link, AccountId? Account, EmailAddress To, string Name, string Language)
{
    public static MailOrder WithLink(LinkPurpose purpose, AccountId? account, EmailAddress to, string name, string language) =>
        new(Words<LinkPurpose>.Of(purpose), purpose, account, to, name, language);

    public static MailOrder WithLink(LinkPurpose purpose, Membership to) => WithLink(purpose, to.Account, to.Email, to.Name, to.Language);

    /// <summary>What somebody gets who asks for a new password; whoever has not accepted yet gets the invitation again.</summary>
    /// <returns><c>null</c>: nothing.</returns>
    public static MailOrder? ForForgottenPassword(SignInCandidate? who) => who switch
    {
        { IsActive: true } => WithLink(LinkPurpose.ResetPassword, who.Here),
        { Here.Status: MembershipStatus.Invited } => WithLink(LinkPurpose.AcceptInvitation, who.Here),
        _ => null,
    };

    /// <summary>What somebody gets who wants to register. The form answers alike, so only the mailbox learns that there is an account.</summary>
    public static MailOrder ForRegistration(SignInCandidate? known, EmailAddress email, string name, string language) => known?.Here switch
    {
        { Status: MembershipStatus.Invited } here => WithLink(LinkPurpose.AcceptInvitation, here),
        { Exists: true } here => new("already_registered", null, here.Account, here.Email, here.Name, here.Language),
        _ => WithLink(LinkPurpose.ConfirmRegistration, null, email, name, language),
    };
}

/// <summary>A link that somebody followed, checked by the host; used up by the change that it allows.</summary>
/// <param name="TokenHash">The token itself goes no further than the host.</param>
/// <param name="PasswordHash">Of the password that was chosen; <c>null</c> where none is.</param>
/// <param name="Name">As the person wants to be called; <c>null</c> leaves it.</param>
public sealed record FollowedLink(byte[] TokenHash, string? PasswordHash, string? Name);

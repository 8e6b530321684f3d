namespace Helpdesk.Domain.Mail;

/// <summary>What a link in a mail is good for.</summary>
public enum LinkPurpose
{
    ResetPassword,
    AcceptInvitation,
    ConfirmRegistration,
    ConfirmEmail,
}

public static class LinkLifetime
{
    public static Duration Of(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ResetPassword => Duration.FromMinutes(60),
        LinkPurpose.AcceptInvitation => Duration.FromDays(7), // the seat is held for longer: the invitation can be sent again
        _ => Duration.FromHours(24),
    };
}

/// <summary>A mail that is owed to somebody because of an act on their access.</summary>
/// <param name="Template">
/// Which text: the words of <see cref="LinkPurpose"/>, or <c>already_registered</c>, <c>password_changed</c>, <c>email_changed</c>, …
/// </param>
/// <param name="Link">What the link in it is good for; <c>null</c>: there is none.</param>
public sealed record MailOrder(string Template, LinkPurpose? Link, AccountId? Account, EmailAddress To, string Name, string Language)
{
    public static MailOrder WithLink(LinkPurpose purpose, AccountId? account, EmailAddress to, string name, string language) =>
        new(Words<LinkPurpose>.Of(purpose), purpose, account, to, name, language);
}

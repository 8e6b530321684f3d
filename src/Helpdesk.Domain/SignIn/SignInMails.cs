using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;

namespace Helpdesk.Domain.SignIn;

/// <summary>Which mail somebody gets who asks to be let in.</summary>
public static class SignInMails
{
    /// <summary>What somebody gets who asks for a new password; whoever has not accepted yet gets the invitation again.</summary>
    /// <returns><c>null</c>: nothing.</returns>
    public static MailOrder? ForgottenPassword(SignInCandidate? who) => who switch
    {
        { IsActive: true } => who.Here.MailWithLink(LinkPurpose.ResetPassword),
        { Here.Status: MembershipStatus.Invited } => who.Here.MailWithLink(LinkPurpose.AcceptInvitation),
        _ => null,
    };

    /// <summary>
    /// What somebody gets who wants to register. The form answers alike, so only the mailbox learns that there is an account.
    /// </summary>
    public static MailOrder Registration(SignInCandidate? known, EmailAddress email, string name, string language) => known?.Here switch
    {
        { Status: MembershipStatus.Invited } here => here.MailWithLink(LinkPurpose.AcceptInvitation),
        { IsTaken: true } here => new MailOrder("already_registered", null, here.Account, here.Email, here.Name, here.Language),
        _ => MailOrder.WithLink(LinkPurpose.ConfirmRegistration, null, email, name, language),
    };
}

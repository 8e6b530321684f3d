namespace Helpdesk.Domain.Mail;

/// <summary>A mail that is owed, opened for the one who sends it.</summary>
/// <param name="Template">As in <see cref="MailOrder.Template"/>.</param>
/// <param name="Token">Goes into the link; <c>null</c>: there is none.</param>
/// <param name="About">What it is about, such as a ticket's number; <c>null</c>: the recipient's access.</param>
public sealed record OwedMail(string Template, string To, string Language, string? Token, string? About = null)
{
    /// <summary>The kind of the event that it lies sealed in.</summary>
    public const string Kind = "notification.owed";
}

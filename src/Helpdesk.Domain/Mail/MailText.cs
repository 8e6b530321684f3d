namespace Helpdesk.Domain.Mail;

/// <param name="Body">Plain text.</param>
/// <param name="Language"><c>de</c> or <c>en</c>.</param>
public sealed record MailText(string Subject, string Body, string Language)
{
    /// <summary>The HTML part; <c>null</c>: made of <see cref="Body"/>.</summary>
    public string? Html { get; init; }
}

namespace Helpdesk.Domain.Mail;

/// <param name="Body">Plain text.</param>
public sealed record MailText(string Subject, string Body);

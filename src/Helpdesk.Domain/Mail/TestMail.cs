namespace Helpdesk.Domain.Mail;

/// <summary>The words of the mail that tries a server out. Nothing in it was typed by whoever sends it.</summary>
public static class TestMail
{
    public const string Template = "test";

    /// <param name="tenant">Its name.</param>
    public static MailText Write(bool german, string tenant) => german
        ? new($"Testmail von {tenant}", $"Guten Tag,\n\ndiese Mail zeigt, dass Mails des Helpdesks von {tenant} ankommen.\n", "de")
        : new($"Test mail from {tenant}", $"Hello,\n\nthis mail shows that mails of the helpdesk of {tenant} arrive.\n", "en");
}

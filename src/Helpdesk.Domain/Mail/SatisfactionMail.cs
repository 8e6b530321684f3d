namespace Helpdesk.Domain.Mail;

/// <summary>
/// The words of the mail that asks how a closing was. Following its link changes nothing: mail scanners follow links, too.
/// </summary>
public static class SatisfactionMail
{
    public const string Template = "satisfaction";

    /// <param name="mail">About a ticket's number.</param>
    public static string LinkOf(OwedMail mail, Uri origin) => new Uri(origin, $"/satisfaction/{mail.Token}").ToString();

    /// <param name="number">The ticket's.</param>
    /// <param name="tenant">Its name.</param>
    public static MailText Write(string language, string? number, string link, string tenant) => language == "en"
            ? new($"How satisfied are you with {number}?", $"""
                Hello,

                your ticket {number} at {tenant} is closed. Were you satisfied? Your answer takes less than a minute:

                {link}

                The link is good for 30 days. An answer can be changed for seven days. If something is still open, just reply or reopen the ticket.

                """, "en")
            : new($"Wie zufrieden sind Sie mit {number}?", $"""
                Guten Tag,

                Ihr Ticket {number} bei {tenant} ist abgeschlossen. Waren Sie zufrieden? Ihre Antwort dauert keine Minute:

                {link}

                Der Link gilt 30 Tage. Eine Antwort können Sie sieben Tage lang ändern. Ist noch etwas offen, öffnen Sie das Ticket einfach wieder.

                """, "de");
}

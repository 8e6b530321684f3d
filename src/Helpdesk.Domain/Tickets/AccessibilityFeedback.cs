using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;

namespace Helpdesk.Domain.Tickets;

/// <summary>A barrier that somebody found, with an account or without.</summary>
/// <param name="Page">Where, as the reader calls it or by its path; <c>null</c>: not told.</param>
/// <param name="Email">Where an answer is wanted; <c>null</c>: none is. Of those who are signed in it is not asked.</param>
public sealed record BarrierReport(string Message, string? Page, EmailAddress? Email);

/// <summary>
/// What becomes of a report: a ticket like any other. Who is signed in is its requester. Who is not stays outside: the ticket then belongs
/// to one contact of the municipality's that stands for all of them, and an address that was told stands in its text. Nobody has proven
/// that it is theirs, so no ticket is opened in its name and no mail goes there by itself.
/// </summary>
public static class AccessibilityFeedback
{
    public const string Channel = "accessibility";
    public const int LongestMessage = 10_000;
    public const int LongestPage = 300;

    public static OpenTicket Opening(BarrierReport report, string? category, Invitation? stranger, bool german) => new()
    {
        Subject = german ? "Barriere gemeldet" : "A barrier was reported",
        Description = string.Join("\n\n", Parts(report, stranger is not null, german)),
        Priority = Priority.Medium,
        Category = category,
        Queue = null,
        Team = null,
        Requester = null,
        Contact = stranger,
        Assignee = null,
        Channel = Channel,
    };

    /// <summary>
    /// Who stands for those without an account, in one tenant always the same. No mail can reach the address, and none is sent.
    /// </summary>
    /// <param name="language">The municipality's first.</param>
    public static Invitation Stranger(TenantId tenant, string slug, string language) => new(
        new(CommandId.Derive($"{tenant}|accessibility-feedback")), EmailAddress.Parse($"barrierefreiheit@{slug}.invalid").Value,
        language == "de" ? "Meldung ohne Anmeldung" : "Report without sign-in", language, Role.Customer)
    {
        Mails = MailWishes.Default.Without(Enum.GetValues<NotificationKind>()),
    };

    private static IEnumerable<string> Parts(BarrierReport report, bool isStranger, bool german)
    {
        yield return report.Message;
        if (report.Page is { } page)
            yield return german ? $"Seite: {page}" : $"Page: {page}";
        if (isStranger && report.Email is { } email)
            yield return german ? $"Antwort erbeten an (ungeprüft): {email.Shown}" : $"An answer is wanted at (not verified): {email.Shown}";
    }
}

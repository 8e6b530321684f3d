namespace Helpdesk.Domain.Notifications;

/// <summary>What a kind is called where people choose: in the words of whoever gets it.</summary>
public static class NotificationNames
{
    public static string Of(NotificationKind kind, bool german) => Pair(kind) is var (de, en) && german ? de : en;

    private static (string De, string En) Pair(NotificationKind kind) => kind switch
    {
        NotificationKind.SlaWarning => ("Fristen, die ablaufen", "Targets at risk"),
        NotificationKind.SlaBreach => ("Überschrittene Fristen", "Missed targets"),
        NotificationKind.SeatsShort => ("Knappe Plätze der Lizenz", "Seats running short"),
        NotificationKind.LicenceInGrace => ("Nachfrist der Lizenz", "Grace of the licence"),
        NotificationKind.LicenceExpired => ("Ende der Lizenz", "End of the licence"),
        NotificationKind.FlagExpires => ("Feature-Flags, die bald ablaufen", "Feature flags that end soon"),
        NotificationKind.FlagExpired => ("Abgelaufene Feature-Flags", "Feature flags that have ended"),
        NotificationKind.ProviderAccess => ("Zugang des Betreibers", "Access of the operator"),
        NotificationKind.DomainAtRisk => ("Nachweis der eigenen Adresse", "Proof of the own host"),
        NotificationKind.TicketAssigned => ("Tickets, die auf Sie warten", "Tickets that wait for you"),
        NotificationKind.CustomerCommented => ("Neues vom Kunden", "News from the customer"),
        NotificationKind.ReopenRequested => ("Bitten, ein Ticket wieder zu öffnen", "Requests to reopen a ticket"),
        NotificationKind.TicketAnswered => ("Antworten zu Ihren Tickets", "Answers about your tickets"),
        NotificationKind.TicketResolved => ("Gelöste Tickets", "Resolved tickets"),
        NotificationKind.ReopenAnswered => ("Antworten auf Ihre Bitte, ein Ticket wieder zu öffnen", "Answers to your request to reopen"),
        NotificationKind.WebhookStopped => ("Angehaltene Webhooks", "Stopped webhooks"),
        NotificationKind.WordsWithdrawn => ("Zurückgenommene Worte des Kunden", "Words that the customer took back"),
        NotificationKind.MailTemplateFailed => ("Vorlagen für Mails, die nicht gehen", "Templates of mails that fail"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It has no name."),
    };
}

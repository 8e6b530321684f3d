using System.Text;

namespace Helpdesk.Domain.Notifications;

public static class NotificationRules
{
    /// <summary>An unread notification takes up what comes within this time of its first item.</summary>
    public static readonly Duration Window = Duration.FromHours(1);

    /// <summary>How many tickets an answer names; the others are counted.</summary>
    public const int Named = 20;

    private static readonly Role[] Staff = [Role.Agent, Role.Manager, Role.Admin];
    private static readonly Role[] Keepers = [Role.Admin, Role.Operator];
    private static readonly Role[] StaffAndOperators = [.. Staff, Role.Operator];
    private static readonly Role[] People = [Role.Customer, .. Staff];

    private static readonly Dictionary<NotificationKind, Rule> Kinds = new()
    {
        [NotificationKind.SlaWarning] = new(Staff, true, "Fristen, die ablaufen", "Targets at risk",
            "Bei {0} läuft die Frist für die {1} ab: Sie ist {2} fällig.", "The {1} of {0} is at risk: it is due {2}."),
        [NotificationKind.SlaBreach] = new(Staff, false, "Überschrittene Fristen", "Missed targets",
            "Bei {0} ist die Frist für die {1} überschritten: Sie war {2} fällig.", "The {1} of {0} is overdue: it was due {2}."),
        [NotificationKind.SeatsShort] = new(Keepers, false, "Knappe Plätze der Lizenz", "Seats running short",
            "Die Plätze Ihrer Lizenz werden knapp.", "The seats of your licence run short."),
        [NotificationKind.LicenceInGrace] = new(Keepers, false, "Nachfrist der Lizenz", "Grace of the licence",
            "Ihre Lizenz ist abgelaufen. Bis ihre Nachfrist endet, geht alles weiter.",
            "Your licence has ended. Everything works until its grace is over."),
        [NotificationKind.LicenceExpired] = new(Keepers, false, "Ende der Lizenz", "End of the licence",
            "Ihre Lizenz ist abgelaufen. Es kann nichts mehr geschrieben werden; lesen und exportieren können Sie alles.",
            "Your licence has ended. Nothing can be written any more; everything can be read and exported."),
        [NotificationKind.FlagExpires] = new(StaffAndOperators, false, "Feature-Flags, die bald ablaufen", "Feature flags that end soon",
            "Ein Feature-Flag läuft bald ab.", "A feature flag ends soon."),
        [NotificationKind.FlagExpired] = new(StaffAndOperators, false, "Abgelaufene Feature-Flags", "Feature flags that have ended",
            "Ein Feature-Flag ist abgelaufen: Seine sichere Variante gilt.", "A feature flag has ended: its safe variant is served."),
        [NotificationKind.ProviderAccess] = new(Keepers, false, "Zugang des Betreibers", "Access of the operator",
            "Der Betreiber der Plattform möchte herein, ist hereingekommen oder hat jemanden berufen.",
            "An operator of the platform asks to come in, has come in, or has appointed somebody."),
        [NotificationKind.DomainAtRisk] = new(Keepers, false, "Nachweis der eigenen Adresse", "Proof of the own host",
            "Der Nachweis für Ihre eigene Adresse ist nicht mehr zu finden; ohne ihn wird sie aufgegeben.",
            "The proof of your own host is gone; without it the host is given up."),
        [NotificationKind.WebhookStopped] = new(Keepers, false, "Angehaltene Webhooks", "Stopped webhooks",
            "Ein Webhook ist angehalten: Sein Empfänger nimmt nichts mehr an.",
            "A webhook has been stopped: its receiver takes nothing any more."),
        [NotificationKind.MailTemplateFailed] = new(Keepers, false, "Vorlagen für Mails, die nicht gehen", "Templates of mails that fail",
            "Eine Ihrer Vorlagen für Mails ließ sich nicht füllen: Die Mails gehen mit den üblichen Worten hinaus.",
            "One of your templates of mails could not be filled: its mails go out in the usual words."),
        [NotificationKind.TicketAssigned] = new(Staff, true, "Tickets, die auf Sie warten", "Tickets that wait for you",
            "{0} wartet auf Sie.", "{0} waits for you."),
        [NotificationKind.CustomerCommented] = new(Staff, true, "Neues vom Kunden", "News from the customer",
            "Zu {0} gibt es Neues vom Kunden.", "The customer wrote about {0}."),
        [NotificationKind.ReopenRequested] = new(Staff, false, "Bitten, ein Ticket wieder zu öffnen", "Requests to reopen a ticket",
            "Der Kunde bittet darum, {0} wieder zu öffnen.", "The customer asks to reopen {0}."),
        [NotificationKind.TicketAnswered] = new(People, true, "Antworten zu Ihren Tickets", "Answers about your tickets",
            "Es gibt eine Antwort zu {0}.", "There is an answer about {0}."),
        [NotificationKind.TicketResolved] = new(People, true, "Gelöste Tickets", "Resolved tickets",
            "{0} ist gelöst.", "{0} is resolved."),
        [NotificationKind.ReopenAnswered] = new(People, false,
            "Antworten auf Ihre Bitte, ein Ticket wieder zu öffnen", "Answers to your request to reopen",
            "Ihre Bitte, {0} wieder zu öffnen, ist beantwortet.", "Your request to reopen {0} is answered."),
        [NotificationKind.WordsWithdrawn] = new(Staff, true, "Zurückgenommene Worte des Kunden", "Words that the customer took back",
            "Was der Kunde zu {0} geschrieben hatte, wurde zurückgenommen. Das Ticket bleibt, wie es ist.",
            "What the customer had written about {0} was taken back. The ticket stays as it is."),
        [NotificationKind.AnswerHeldBack] = new(Staff, false, "Geplante Antworten, die nicht gesendet wurden", "Scheduled answers not sent",
            "Eine geplante Antwort zu {0} wurde nicht gesendet. Am Ticket steht, warum.",
            "A scheduled answer about {0} was not sent. The ticket says why."),
        [NotificationKind.TicketMerged] = new(People, true, "Zusammengeführte Tickets", "Merged tickets",
            "{0} geht in einem anderen Ticket weiter.", "{0} goes on in another ticket."),
    };

    public static bool MayBeMuted(NotificationKind kind) => Kinds[kind].MayBeMuted;

    /// <summary>
    /// Whether somebody who muted a ticket, or its queue, is not told this of it: what keeps a promise is told all the same.
    /// </summary>
    public static bool IsSilenced(NotificationKind kind, bool hasMuted) => hasMuted && MayBeMuted(kind);

    /// <summary>What can come to a member of this role.</summary>
    public static IEnumerable<NotificationKind> KindsFor(Role role) =>
        Kinds.Where(kind => kind.Value.Roles.Contains(role)).Select(kind => kind.Key).Order();

    /// <summary>What it is called where people choose.</summary>
    public static string NameOf(NotificationKind kind, bool german) => german ? Kinds[kind].NameDe : Kinds[kind].NameEn;

    /// <summary>One sentence, for mails: {0} is the ticket, {1} the target, {2} the moment.</summary>
    public static CompositeFormat Sentence(NotificationKind kind, bool german) => german ? Kinds[kind].De : Kinds[kind].En;

    /// <summary>
    /// What a member gets to read of what came. Staff: all of it, also from another role. A customer who was staff once: nothing of that,
    /// since it tells of other people's tickets.
    /// </summary>
    public static IEnumerable<NotificationKind> ShownTo(Member reader) => reader.IsStaff ? Kinds.Keys : KindsFor(reader.Role);

    /// <param name="Roles">Whom it can come to.</param>
    /// <param name="MayBeMuted">Not what keeps a promise, a tenant or its data.</param>
    private sealed record Rule(Role[] Roles, bool MayBeMuted, string NameDe, string NameEn, CompositeFormat De, CompositeFormat En)
    {
        public Rule(Role[] roles, bool mayBeMuted, string nameDe, string nameEn, string de, string en)
            : this(roles, mayBeMuted, nameDe, nameEn, CompositeFormat.Parse(de), CompositeFormat.Parse(en)) { }
    }
}

/// <summary>Why somebody is told.</summary>
public enum NotificationKind
{
    /// <summary>A target is at risk: a step of the policy before it is due.</summary>
    SlaWarning,
    /// <summary>A target was missed.</summary>
    SlaBreach,
    /// <summary>Four of five seats are taken, or all.</summary>
    SeatsShort,
    /// <summary>The licence has ended; everything works until its grace is over.</summary>
    LicenceInGrace,
    /// <summary>Nothing can be written any more; everything can be read and exported.</summary>
    LicenceExpired,
    /// <summary>A flag ends in 14 or 3 days.</summary>
    FlagExpires,
    /// <summary>A flag has ended: its safe variant is served.</summary>
    FlagExpired,
    /// <summary>An operator of the platform asks to come in, has come in, or has appointed somebody.</summary>
    ProviderAccess,
    /// <summary>The proof of a host of the tenant's own is gone, or was for so long that the host is given up.</summary>
    DomainAtRisk,
    /// <summary>A ticket is theirs now, by somebody else's doing.</summary>
    TicketAssigned,
    /// <summary>The requester wrote; to whoever keeps the ticket.</summary>
    CustomerCommented,
    /// <summary>The requester asks to reopen it; to whoever keeps the ticket.</summary>
    ReopenRequested,
    /// <summary>Staff wrote publicly; to the requester.</summary>
    TicketAnswered,
    /// <summary>Staff resolved or closed it; to the requester.</summary>
    TicketResolved,
    /// <summary>Staff granted or declined to reopen it; to the requester.</summary>
    ReopenAnswered,
    /// <summary>A webhook's receiver takes nothing any more, so the platform has stopped it.</summary>
    WebhookStopped,
    /// <summary>The words because of which it goes on were taken back, and it stays as it is; to whoever keeps the ticket.</summary>
    WordsWithdrawn,
    /// <summary>A template of the municipality's own failed: its mails go out in the usual words until it is written anew.</summary>
    MailTemplateFailed,
    /// <summary>An answer that was to leave at a later moment did not; to whoever wrote it.</summary>
    AnswerHeldBack,
    /// <summary>Staff merged it into another ticket, where it goes on; to the requester.</summary>
    TicketMerged,
}

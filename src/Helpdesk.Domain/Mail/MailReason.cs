namespace Helpdesk.Domain.Mail;

/// <summary>Why a mail waits, was not taken on, or is rightly not sent. What a mail server said itself stands beside it.</summary>
public enum MailReason
{
    /// <summary>Waits: whoever wrote what it tells can still take it back.</summary>
    HeldByAuthor,
    /// <summary>Waits: its recipient got as many mails as may come at once.</summary>
    MailLimit,
    /// <summary>Waits: its recipient wants mails gathered.</summary>
    Digest,
    /// <summary>Waits: it is told within working hours, and outside its recipient's quiet hours.</summary>
    OutsideHours,
    /// <summary>Waits, and then is not sent: the municipality is suspended or deleted.</summary>
    TenantRests,

    /// <summary>Not sent: the ticket was deleted.</summary>
    TicketDeleted,
    /// <summary>Not sent: what it tells of was taken back.</summary>
    WordsWithdrawn,
    /// <summary>Not sent: its recipient belongs to the tenant no longer.</summary>
    PersonGone,
    /// <summary>Not sent: its recipient may not read any more what it tells of.</summary>
    NotForReader,
    /// <summary>Not sent: a mail server refused its recipient's address for good, not long ago.</summary>
    AddressBlocked,
    /// <summary>Not sent: its link was used, or its reason is gone.</summary>
    LinkEnded,

    /// <summary>Given up: it would come when nobody expects it any more.</summary>
    TooLate,
    /// <summary>Given up: what was owed is not there any more, or cannot be read.</summary>
    Unreadable,
    /// <summary>Given up: the server takes no addresses with letters beyond ASCII before the @.</summary>
    AddressBeyondAscii,

    /// <summary>The server could not be reached, or did not let us in.</summary>
    ServerUnreachable,
    /// <summary>The server let us wait for too long.</summary>
    ServerSlow,
    /// <summary>No safe connection came about.</summary>
    TlsFailed,
    /// <summary>The server's address is not in the public network.</summary>
    AddressNotPublic,
    /// <summary>The server says more than it may.</summary>
    ServerTalks,
    /// <summary>The conversation with the server broke off.</summary>
    ConnectionLost,
    /// <summary>The tenant's choice of a server cannot be read.</summary>
    ServerUnknown,
    /// <summary>The token endpoint gave no access token for the server.</summary>
    NoToken,
    /// <summary>It could not be written to a file.</summary>
    FileNotWritten,
    /// <summary>The platform could not make a mail of it.</summary>
    NotMade,
}

/// <summary>Reasons in words.</summary>
public static class MailReasons
{
    public static string Text(MailReason reason, bool german) => Pair(reason) is var (de, en) && german ? de : en;

    private static (string De, string En) Pair(MailReason reason) => reason switch
    {
        MailReason.HeldByAuthor => (
            "Wer geschrieben hat, was sie mitteilt, kann es noch zurücknehmen.",
            "Whoever wrote what it tells can still take it back."),
        MailReason.MailLimit => (
            "Der Empfänger hat gerade so viele Mails bekommen, wie auf einmal kommen dürfen; sie kommt danach, mit anderen zusammen.",
            "Its recipient has just got as many mails as may come at once; it comes after that, together with others."),
        MailReason.Digest => ("Der Empfänger möchte Mails gesammelt bekommen.", "Its recipient wants mails gathered."),
        MailReason.OutsideHours => (
            "Sie wartet, bis die Arbeitszeiten beginnen oder die Ruhezeit des Empfängers endet.",
            "It waits until working hours begin, or the quiet hours of its recipient end."),
        MailReason.TenantRests => ("Die Kommune ist gesperrt oder gelöscht.", "The municipality is suspended or deleted."),
        MailReason.TicketDeleted => ("Das Ticket wurde gelöscht.", "The ticket was deleted."),
        MailReason.WordsWithdrawn => ("Was sie mitteilen sollte, wurde zurückgenommen.", "What it was to tell was taken back."),
        MailReason.PersonGone => ("Der Empfänger gehört nicht mehr dazu.", "Its recipient does not belong here any more."),
        MailReason.NotForReader => (
            "Der Empfänger darf nicht mehr lesen, was sie mitteilen sollte.", "Its recipient may not read any more what it was to tell."),
        MailReason.AddressBlocked => (
            "Ein Mailserver hat diese Adresse endgültig abgewiesen; 60 Tage lang oder bis jemand sie freigibt, geht nichts mehr dorthin.",
            "A mail server refused this address for good; nothing goes there for 60 days, or until somebody clears it."),
        MailReason.LinkEnded => ("Der Link in ihr gilt nicht mehr.", "The link in it is no good any more."),
        MailReason.TooLate => ("Sie käme zu spät.", "It would come too late."),
        MailReason.Unreadable => (
            "Was mitzuteilen war, ist nicht mehr da oder nicht lesbar.", "What was owed is not there any more, or cannot be read."),
        MailReason.AddressBeyondAscii => (
            "Der Mailserver nimmt keine Adressen mit Buchstaben über ASCII hinaus (SMTPUTF8).",
            "The mail server takes no addresses with letters beyond ASCII (SMTPUTF8)."),
        MailReason.ServerUnreachable => (
            "Der Mailserver ist nicht erreichbar oder lässt uns nicht herein.",
            "The mail server cannot be reached, or does not let us in."),
        MailReason.ServerSlow => ("Der Mailserver braucht zu lange.", "The mail server takes too long."),
        MailReason.TlsFailed => (
            "TLS kam nicht zustande: Dem Zertifikat des Mailservers ist nicht zu trauen, oder er spricht dort kein TLS.",
            "TLS failed: the mail server's certificate is not trusted, or it speaks no TLS there."),
        MailReason.AddressNotPublic => (
            "Der Mailserver liegt nicht im öffentlichen Netz.", "The mail server is not in the public network."),
        MailReason.ServerTalks => ("Der Mailserver sagt mehr, als er darf.", "The mail server says more than it may."),
        MailReason.ConnectionLost => (
            "Das Gespräch mit dem Mailserver brach ab.", "The conversation with the mail server broke off."),
        MailReason.ServerUnknown => (
            "Der gewählte Mailserver ist nicht lesbar; wählen Sie ihn neu.",
            "The mail server that was chosen cannot be read; choose it again."),
        MailReason.NoToken => (
            "Der Token-Endpunkt gab kein Zugriffstoken für den Mailserver heraus.",
            "The token endpoint gave no access token for the mail server."),
        MailReason.FileNotWritten => ("Sie ließ sich nicht in eine Datei schreiben.", "It could not be written to a file."),
        MailReason.NotMade => ("Aus ihr ließ sich keine Mail machen.", "No mail could be made of it."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There are no words for this reason."),
    };
}

using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Notifications;

/// <summary>Who would be told of something, asked beforehand: by which channel, in which language, and who would not, and why.</summary>
public static class RecipientPreview
{
    /// <param name="zone">IANA name of the tenant's.</param>
    /// <param name="hours">The tenant's; <c>null</c>: they are not known.</param>
    /// <param name="held">Until when the mails of whoever writes wait.</param>
    public static IEnumerable<PreviewedTelling> Of(
        NotificationKind kind, PreviewedReader person, string zone, OpenHours? hours, Instant held, Instant now)
    {
        var reader = person.Reader;
        NotTold? both = !reader.IsHere ? NotTold.Gone
            : reader.Muted.Contains(kind) || NotificationRules.IsSilenced(kind, reader.HasMutedTicket)
                || !NotificationRules.KindsFor(reader.Role).Contains(kind) ? NotTold.Muted : null;
        NotTold? notified = reader.IsExpected ? both ?? NotTold.NoLogin : both;
        yield return new(person, TellChannel.Notification, notified, notified is null ? now : null);
        yield return ByMail(kind, person, both, zone, hours, held, now);
    }

    private static PreviewedTelling ByMail(
        NotificationKind kind, PreviewedReader person, NotTold? both, string zone, OpenHours? hours, Instant held, Instant now)
    {
        NotTold? own = person.Reader.Mails.Off.Contains(kind) ? NotTold.MailsOff : person.IsBlocked ? NotTold.AddressBlocked : null;
        if ((both ?? own) is { } why)
            return new(person, TellChannel.Mail, why, At: null);
        var notice = DueNotice.Imagined(kind, person.Reader, now);
        // The hold is over first; then a digest may gather it.
        return new(person, TellChannel.Mail, Why: null, Instant.Max(NoticeMails.SendAt(notice, zone, hours) ?? now, held));
    }
}

/// <param name="IsBlocked">A mail server refused their address for good.</param>
public sealed record PreviewedReader(NoticeReader Reader, string Name, bool IsBlocked);

/// <param name="Why">They are not told; <c>null</c>: they are.</param>
/// <param name="At">When at the earliest; <c>null</c>: not at all. Limits may put it off.</param>
public sealed record PreviewedTelling(PreviewedReader To, TellChannel Channel, NotTold? Why, Instant? At);

/// <summary>How somebody is told.</summary>
public enum TellChannel
{
    /// <summary>Among the notifications.</summary>
    Notification,
    Mail,
}

/// <summary>Why somebody is not told.</summary>
public enum NotTold
{
    /// <summary>They switched the kind off, or muted the ticket.</summary>
    Muted,
    /// <summary>They want no mails of the kind.</summary>
    MailsOff,
    /// <summary>A mail server refused their address for good.</summary>
    AddressBlocked,
    /// <summary>They have no password yet, and read no notifications.</summary>
    NoLogin,
    /// <summary>They belong to the tenant no longer, or are suspended.</summary>
    Gone,
}

/// <summary>Reasons in words.</summary>
public static class NotToldReasons
{
    public static string Text(NotTold reason, bool german) => Pair(reason) is var (de, en) && german ? de : en;

    private static (string De, string En) Pair(NotTold reason) => reason switch
    {
        NotTold.Muted => ("Möchte davon nichts wissen.", "Does not want to be told of it."),
        NotTold.MailsOff => ("Möchte davon keine Mails.", "Wants no mails of it."),
        NotTold.AddressBlocked => ("Ein Mailserver hat die Adresse endgültig abgewiesen.", "A mail server refused the address for good."),
        NotTold.NoLogin => ("Hat noch kein Passwort.", "Has no password yet."),
        NotTold.Gone => ("Gehört nicht mehr dazu oder ist gesperrt.", "Does not belong here any more, or is suspended."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There are no words for this reason."),
    };
}

/// <summary>Finds who would be told, as they are now.</summary>
public interface IRecipients
{
    /// <param name="about">The ticket that they would be told of; <c>null</c>: of none.</param>
    /// <returns><c>null</c>: they were never a member.</returns>
    Task<PreviewedReader?> Find(TenantId tenant, AccountId account, TicketId? about, Instant now, CancellationToken cancellation);
}

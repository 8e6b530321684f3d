using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Notifications;

/// <summary>What a mail tells its reader.</summary>
/// <param name="Origin">Of the tenant's own host.</param>
/// <param name="Tenant">Its name.</param>
/// <param name="CanSignIn">Has a password; else the mail is all that they read.</param>
/// <param name="Lines">At least one.</param>
public sealed record NoticeLetter(
    bool IsGerman, Uri Origin, string Tenant, NoticeZone Zone, bool CanSignIn, IReadOnlyList<NoticeLine> Lines);

/// <summary>Whose clock a mail tells moments by.</summary>
/// <param name="IsOwn">The reader chose it, so it is named with each moment; else it is the tenant's, as everybody there expects.</param>
public sealed record NoticeZone(DateTimeZone Zone, bool IsOwn)
{
    /// <param name="reader">IANA name; <c>null</c>, and one that is not known: the tenant's.</param>
    /// <param name="tenant">IANA name; <c>null</c>, and one that is not known: UTC.</param>
    public static NoticeZone Of(string? reader, string? tenant) =>
        Find(reader) is { } own ? new(own, IsOwn: true) : new(Find(tenant) ?? DateTimeZone.Utc, IsOwn: false);

    private static DateTimeZone? Find(string? zone) => zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
}

/// <summary>One thing that a mail tells.</summary>
/// <param name="Number">The ticket's; <c>null</c>: it is about something else.</param>
/// <param name="Words">What somebody wrote; <c>null</c>: nothing, or it is not for this reader.</param>
/// <param name="Target">Of a warning or breach.</param>
/// <param name="At">The true moment of what it tells.</param>
public sealed record NoticeLine(NotificationKind Kind, string? Number, string? Subject, string? Words, SlaTarget? Target, Instant At);

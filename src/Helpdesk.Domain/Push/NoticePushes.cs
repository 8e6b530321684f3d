using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Push;

/// <summary>
/// Which notices devices are told of, when, and which of them as one. Asked when a notice's time has come, for people as they are then.
/// </summary>
public static class NoticePushes
{
    /// <summary>What becomes of notices whose time has come.</summary>
    /// <param name="zone">IANA name of the tenant's.</param>
    /// <param name="hours">The tenant's; <c>null</c>: nobody asked for them, or they are not known.</param>
    public static IEnumerable<PushPlan> Plan(IEnumerable<DuePush> notices, string zone, OpenHours? hours, Instant now)
    {
        var due = new List<DuePush>();
        foreach (var notice in notices)
        {
            var at = SendAt(notice, zone, hours);
            if (at <= now)
                due.Add(notice);
            else
                yield return new([notice.Key], Told: null, at);
        }

        // One entry for a ticket: the newest says it.
        foreach (var together in due.GroupBy(notice => (notice.Key.Tenant, notice.Key.Stream, notice.Key.Recipient)))
        {
            var newest = together.MaxBy(notice => notice.Key.Version)!;
            yield return new([.. together.Select(notice => notice.Key)], newest.Key, At: null);
        }
    }

    /// <returns><c>null</c>: no device is told.</returns>
    public static Instant? SendAt(DuePush notice, string zone, OpenHours? hours)
    {
        if (notice.IsWithdrawn || notice.IsRead || !Wants(notice.Kind, notice.Reader))
            return null;
        var reader = notice.Reader!;
        return reader.Quiet is { } quiet && quiet.Holds(notice.Kind, notice.Priority)
            ? quiet.Held(notice.At, NoticeZone.Of(reader.TimeZone, zone).Zone, hours) : notice.At;
    }

    /// <summary>Whether this person is told of such a thing, and wants it on their devices.</summary>
    public static bool Wants(NotificationKind kind, NoticeReader? reader) =>
        reader is { IsHere: true, IsExpected: false } && !reader.Muted.Contains(kind) && !reader.PushesOff.Contains(kind)
        && !NotificationRules.IsSilenced(kind, reader.HasMutedTicket)
        && NotificationRules.KindsFor(reader.Role).Contains(kind);
}

/// <summary>Something to tell whose time may have come.</summary>
public sealed record DuePush
{
    public required NoticeKey Key { get; init; }
    public required NotificationKind Kind { get; init; }

    /// <summary>When it could be told.</summary>
    public required Instant At { get; init; }

    /// <summary>What it tells of was taken back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Read meanwhile, at another place.</summary>
    public bool IsRead { get; init; }

    /// <summary>The ticket's; <c>null</c>: it is about something else.</summary>
    public Priority? Priority { get; init; }

    /// <summary><c>null</c>: they belong to the tenant no longer.</summary>
    public required NoticeReader? Reader { get; init; }
}

/// <param name="Notices">All of one recipient.</param>
/// <param name="Told">The one of them that devices are told of now; <c>null</c>: none.</param>
/// <param name="At">When they are looked at again; <c>null</c>: no more.</param>
public sealed record PushPlan(IReadOnlyList<NoticeKey> Notices, NoticeKey? Told, Instant? At);

using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Notifications;

/// <summary>
/// Which notices are mailed, when, and which of them together. Asked when a notice's time has come, for people as they are then: whoever
/// left or switched mails off meanwhile gets none.
/// </summary>
public static class NoticeMails
{
    /// <summary>The template of every mail that tells of notices.</summary>
    public const string Template = "notices";

    private static readonly LocalTime Morning = new(7, 0);

    /// <summary>What becomes of notices whose mails may be due.</summary>
    /// <param name="zone">IANA name of the tenant's.</param>
    /// <param name="hours">The tenant's; <c>null</c>: nobody asked for them, or they are not known.</param>
    public static IEnumerable<NoticePlan> Plan(IEnumerable<DueNotice> notices, string zone, OpenHours? hours, Instant now)
    {
        var due = new List<DueNotice>();
        foreach (var notice in notices)
        {
            var at = SendAt(notice, zone, hours);
            if (at <= now)
                due.Add(notice);
            else
                yield return new([notice], at,
                    at is null ? null : IsQuiet(notice, zone, hours) ? MailReason.OutsideHours : MailReason.Digest);
        }

        // What goes now counts for what comes behind it.
        var earlier = new Dictionary<(TenantId, string), List<EarlierMail>>();
        foreach (var together in due.GroupBy(Together).Select(group => group.ToList()))
        {
            var key = together[0].Key;
            if (!earlier.TryGetValue((key.Tenant, key.Recipient), out var known))
                earlier.Add((key.Tenant, key.Recipient), known = [.. together[0].Earlier]);
            var at = MailLimits.FreeAt(known, NumberOf(together), now);
            if (at <= now)
                known.Add(new(now, NumberOf(together)));
            yield return new(together, at, at > now ? MailReason.MailLimit : null);
        }
    }

    /// <summary>The number of the ticket that all of them are about; <c>null</c>: there is no such one.</summary>
    public static string? NumberOf(IReadOnlyList<DueNotice> together) =>
        together.All(notice => notice.Number == together[0].Number) ? together[0].Number : null;

    /// <returns><c>null</c>: not by mail.</returns>
    public static Instant? SendAt(DueNotice notice, string zone, OpenHours? hours)
    {
        if (notice.IsWithdrawn)
            return null;
        if (notice.Address is not null)
            return notice.At;
        if (notice.Reader is not { IsHere: true } reader || reader.Muted.Contains(notice.Kind) || reader.Mails.Off.Contains(notice.Kind)
            || NotificationRules.IsSilenced(notice.Kind, reader.HasMutedTicket)
            || !NotificationRules.KindsFor(reader.Role).Contains(notice.Kind))
            return null;
        var here = ZoneOf(reader.TimeZone) ?? ZoneOf(zone) ?? DateTimeZone.Utc;
        // What keeps a promise, a tenant or its data waits for no digest.
        var at = NotificationRules.MayBeMuted(notice.Kind) ? Gathered(reader.Mails.Digest, notice.At, here) : notice.At;
        return reader.Quiet is { } quiet && quiet.Holds(notice.Kind, notice.Priority) ? quiet.Held(at, here, hours) : at;
    }

    private static bool IsQuiet(DueNotice notice, string zone, OpenHours? hours) => notice.Reader is { Quiet: not null } reader
        && SendAt(notice with { Reader = reader with { Quiet = null } }, zone, hours) != SendAt(notice, zone, hours);

    // One mail for a ticket, or for everything that somebody wants gathered.
    private static (NoticeKey, bool) Together(DueNotice notice)
    {
        var gathers = notice.Reader is { Mails.Digest: not MailDigest.None } && NotificationRules.MayBeMuted(notice.Kind);
        return (notice.Key with { Version = 0, Stream = gathers ? Guid.Empty : notice.Key.Stream }, gathers);
    }

    private static Instant Gathered(MailDigest digest, Instant at, DateTimeZone zone)
    {
        if (digest is MailDigest.None)
            return at;
        if (digest is MailDigest.Hourly)
        {
            // Full hours are where the person is: some zones stand half an hour beside the others.
            var past = Duration.FromNanoseconds(at.InZone(zone).TimeOfDay.NanosecondOfDay % NodaConstants.NanosecondsPerHour);
            return past == Duration.Zero ? at : at + Duration.FromHours(1) - past;
        }

        var day = at.InZone(zone).Date;
        var morning = day.At(Morning).InZoneLeniently(zone).ToInstant();
        return morning >= at ? morning : day.PlusDays(1).At(Morning).InZoneLeniently(zone).ToInstant();
    }

    private static DateTimeZone? ZoneOf(string? zone) => zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
}

/// <summary>Notices that go the same way.</summary>
/// <param name="At">When they are mailed, in one mail; <c>null</c>: they are not.</param>
/// <param name="Why">They wait until then; <c>null</c>: they do not wait.</param>
public sealed record NoticePlan(IReadOnlyList<DueNotice> Notices, Instant? At, MailReason? Why)
{
    /// <summary>
    /// Answers that wait for a mail which their reader wants later, or not at all: chosen after they were written. What was taken back
    /// answers nobody.
    /// </summary>
    public IEnumerable<ToldAnswer> Spared => At is null || Why is MailReason.Digest or MailReason.OutsideHours
        ? Notices.Where(notice => notice is { Answer: not null, IsWithdrawn: false })
            .Select(notice => new ToldAnswer(notice.Key.Stream, notice.Answer!.Value))
        : [];
}

using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting;

namespace Helpdesk.Grains.Mail;

/// <summary>
/// Puts what people are told into the outbox, in any number of processes: when its time has come, for people as they are then. From there
/// <see cref="MailSender"/> brings it away.
/// </summary>
internal sealed partial class NoticeMailer(
    INoticeMails notices, ITenantDirectory tenants, ICalendarStore calendars, IPlatformClock clock, TimeProvider time,
    ILogger<NoticeMailer> log) : Rounds(time)
{
    internal override async Task<int> Round(CancellationToken cancellation)
    {
        var taken = await notices.Take(clock.Given, Lease, Most, cancellation);
        foreach (var own in taken.GroupBy(notice => notice.Key.Tenant))
        {
            // Accounts of the platform have no town of their own.
            var (tenant, now) = ((await tenants.Find(own.Key, cancellation))?.Tenant, Time.Now());
            var plans = MailRest.Holds(tenant)
                ? own.Select(notice => new NoticePlan([notice], MailRest.NextLook(notice.At, now), MailReason.TenantRests))
                : NoticeMails.Plan(own, tenant?.Settings.Zone ?? "UTC", await HoursOf(own, cancellation), now);
            foreach (var plan in plans)
                await Try(plan, tenant, now, cancellation);
        }

        return taken.Count;
    }

    // Where they cannot be read, mails come at any time.
    private async Task<OpenHours?> HoursOf(IGrouping<TenantId, DueNotice> own, CancellationToken cancellation)
    {
        try
        {
            return own.Any(notice => notice.Reader?.Quiet is { ByCalendar: true })
                ? OpenHours.Of((await calendars.All(own.Key, cancellation)).Values) : null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    // Whatever is wrong with one is its own: it is looked at again when its lease ends, and the others go on.
    private async Task Try(NoticePlan plan, Tenant? tenant, Instant now, CancellationToken cancellation)
    {
        try
        {
            await Carry(plan, tenant, now, cancellation);
        }
        catch (Exception failure) when (failure is not StorageException && !cancellation.IsCancellationRequested)
        {
            LogLeft(log, plan.Notices[0].Key.Stream, plan.Notices[0].Key.Tenant, failure);
        }
    }

    private Task Carry(NoticePlan plan, Tenant? tenant, Instant now, CancellationToken cancellation)
    {
        var keys = plan.Notices.Select(notice => notice.Key).ToList();
        if (plan.At is not { } at || at > now)
            return notices.Put(keys, plan.At, plan.Why, [.. plan.Spared], now, cancellation);

        var (first, number) = (plan.Notices[0], NoticeMails.NumberOf(plan.Notices));
        var language = first.Reader?.Language ?? tenant?.Settings.Languages[0] ?? "de";
        var subject = NoticeText.Subject(language != "en", tenant?.Name ?? "Helpdesk", number, first.Subject, plan.Notices.Count);
        var owed = new OwedMail(NoticeMails.Template, first.Address ?? first.Reader!.Email.ToString(), language, null, number);
        // A notice is in one mail at most, so its first one names it.
        var id = CommandId.Derive($"mail|{first.Key.Tenant.Value:D}|{first.Key.Stream:D}|{first.Key.Version}|{first.Key.Recipient}");
        var mail = OutgoingMail.Queue(first.Key.Tenant, id, owed, subject, now);
        return notices.Queue(mail, keys, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "What is told of {Stream} of tenant {Tenant} could not be put into a mail; trying again.")]
    private static partial void LogLeft(ILogger log, Guid stream, TenantId tenant, Exception exception);

    protected override void Tell(Exception failure) => LogFailed(log, failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notices could not be put into mails; trying again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

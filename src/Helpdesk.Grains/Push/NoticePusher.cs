using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Push;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting;

namespace Helpdesk.Grains.Push;

/// <summary>
/// Queues what people are told for their devices, in any number of processes: when its time has come, for people as they are then. From
/// there <see cref="PushSender"/> brings it away.
/// </summary>
internal sealed partial class NoticePusher(
    IPushDeliveries deliveries, ITenantDirectory tenants, ICalendarStore calendars, IPlatformClock clock, TimeProvider time,
    ILogger<NoticePusher> log) : Rounds(time)
{
    internal override async Task<int> Round(CancellationToken cancellation)
    {
        var taken = await deliveries.TakeNotices(clock.Given, Lease, Most, cancellation);
        foreach (var own in taken.GroupBy(notice => notice.Key.Tenant))
        {
            // Accounts of the platform have no town of their own.
            var (tenant, now) = ((await tenants.Find(own.Key, cancellation))?.Tenant, Time.Now());
            // While a municipality rests nobody gets in, and afterwards what came meanwhile is old.
            var plans = MailRest.Holds(tenant)
                ? own.Select(notice => new PushPlan([notice.Key], Told: null, At: null))
                : NoticePushes.Plan(own, tenant?.Settings.Zone ?? "UTC", await HoursOf(own, cancellation), now);
            foreach (var plan in plans)
                await deliveries.Carry(plan, now, cancellation);
        }

        return taken.Count;
    }

    // Where they cannot be read, devices are told at any time.
    private async Task<OpenHours?> HoursOf(IGrouping<TenantId, DuePush> own, CancellationToken cancellation)
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

    protected override void Tell(Exception failure) => LogFailed(log, failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notices could not be queued for devices; trying again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

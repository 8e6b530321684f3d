using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Live;

/// <summary>
/// Tells people with an open stream how many of their notifications are unread. Asked once for all of them: of tenants in which something
/// happened or was read soon after, of all with each heartbeat, since some are told by the clock and some are read through another process.
/// </summary>
internal sealed partial class LiveNotices(
    LiveHub hub, INotifications notifications, IOptions<LiveOptions> options, TimeProvider time, ILogger<LiveNotices> log)
    : BackgroundService
{
    // What follows from an event in the tenant takes its own way along the feed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private bool isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var askedAt = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var all = time.GetElapsedTime(askedAt) >= options.Value.Heartbeat;
            askedAt = all ? time.GetTimestamp() : askedAt;
            try
            {
                await Look(all, hub.TakeBusy().ToHashSet(), hub.TakeReaders().ToHashSet(), stoppingToken);
                isAway = false;
            }
            catch (Exception failure)
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                if (!isAway)
                    LogAway(log, failure);
                isAway = true;
            }
        }
    }

    private async Task Look(
        bool all, HashSet<TenantId> busy, HashSet<(TenantId, AccountId)> readers, CancellationToken stopping)
    {
        // Whoever has not heard of any yet is new.
        var asked = hub.Seats().Where(one => one.Stream.Reader.IsPerson && (all
            || busy.Contains(one.Seat.Member.Tenant) || readers.Contains((one.Seat.Member.Tenant, one.Seat.Member.Account))
            || one.Stream.KnownUnread?.ContainsKey(one.Seat.Member.Tenant) != true)).ToList();
        if (asked.Count == 0)
            return;
        var unread = await notifications.Unread([.. asked.Select(one => one.Seat.Member).Distinct()], time.Now(), stopping);
        // A window that has read something has counted by itself: it is told also where as much is unread as it was told before.
        foreach (var (stream, seat) in asked)
        {
            var tenant = seat.Member.Tenant;
            if (!unread.TryGetValue((tenant, seat.Member.Account), out var count)
                || (!readers.Contains((tenant, seat.Member.Account)) && stream.KnownUnread?.TryGetValue(tenant, out var known) == true
                    && known == count))
                continue;
            (stream.KnownUnread ??= [])[tenant] = count;
            stream.Offer(new LiveItem.Unread(tenant, count));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Unread notifications cannot be counted just now; trying again.")]
    private static partial void LogAway(ILogger log, Exception exception);
}

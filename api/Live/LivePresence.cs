using System.Collections.Concurrent;
using Helpdesk.Contracts.Live;
using Helpdesk.Domain.Live;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Live;

/// <summary>
/// Tells staff with an open stream who comes to a ticket and who leaves it. Asks the board of each tenant of which somebody of the staff
/// listens here, twice a second by default (<see cref="LiveOptions.Poll"/>); the others' are not asked.
/// </summary>
internal sealed partial class LivePresence(
    LiveHub hub, IGrainFactory grains, TenantPasses passes, IMemberDirectory members, ILiveFeed feed, IOptions<LiveOptions> options,
    TimeProvider time, ILogger<LivePresence> log) : BackgroundService
{
    private readonly ConcurrentDictionary<TenantId, PresenceMark> known = new();
    private bool isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await Look(stoppingToken);
                isAway = false;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isAway)
                    LogAway(log, failure);
                isAway = true;
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private async Task Look(CancellationToken stopping)
    {
        var listening = hub.Listening((reader, seat) => reader.IsPerson && seat.Member.IsStaff);
        foreach (var left in known.Keys.Where(tenant => !listening.Contains(tenant)))
            known.TryRemove(left, out _);
        await Parallel.ForEachAsync(listening, stopping, async (streams, cancellation) => await Look(streams, cancellation));
    }

    private async Task Look(IGrouping<TenantId, LiveStream> streams, CancellationToken cancellation)
    {
        var tenant = streams.Key;
        passes.Enter(tenant);
        var news = await grains.GetGrain<IPresenceGrain>(GrainKeys.Of(tenant)).Since(known.GetValueOrDefault(tenant), cancellation);
        if (!news.Tickets.IsEmpty)
            await Tell(tenant, [.. streams], news, cancellation);
        known[tenant] = news.Mark;
    }

    private async Task Tell(TenantId tenant, IReadOnlyList<LiveStream> streams, PresenceNews news, CancellationToken cancellation)
    {
        var readAt = time.GetTimestamp();
        var tickets = await feed.Tickets([.. news.Tickets.Select(one => (tenant, one.Ticket))], cancellation);
        foreach (var presence in news.Tickets)
        {
            var item = new LiveItem.Presence(
                tenant, presence.Ticket, await PresentPerson.Named(tenant, presence, members, cancellation),
                new(tickets.GetValueOrDefault(presence.Ticket), readAt));
            foreach (var stream in streams)
                stream.Offer(item);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who is at which ticket cannot be asked just now; trying again.")]
    private static partial void LogAway(ILogger log, Exception exception);
}

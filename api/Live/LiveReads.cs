using System.Globalization;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Live;

/// <summary>
/// Tells a person's other windows that a ticket was read, or marked. Asks once a second what was read anywhere, while somebody listens.
/// </summary>
internal sealed partial class LiveReads(LiveHub hub, ITicketReads reads, TimeProvider time, ILogger<LiveReads> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private HashSet<TicketReadChange> told = [];
    private string? place;
    private bool isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await Look(stoppingToken);
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

    private async Task Look(CancellationToken stopping)
    {
        var listening = hub.Listening((reader, _) => reader.IsPerson);
        if (listening.Count == 0)
        {
            // What nobody listened to is read with the lists that a stream begins with.
            (place, told) = (null, []);
            return;
        }

        // Whoever came since the last look has read their lists before it.
        place ??= (listening.SelectMany(streams => streams).Min(stream => stream.Began.Transaction) + 1)
            .ToString(CultureInfo.InvariantCulture);
        var news = await reads.Since(place, stopping);
        foreach (var change in news.Changes.Where(change => !told.Contains(change)))
        {
            // What was told of the ticket is read with it.
            hub.HasRead(change.Tenant, change.Reader);
            foreach (var stream in listening[change.Tenant].Where(stream => stream.Reader.Caller.Account == change.Reader))
                stream.Offer(new LiveItem.Read(change));
        }

        (place, told) = (news.Next, [.. news.Changes]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Which tickets were read cannot be asked just now; trying again.")]
    private static partial void LogAway(ILogger log, Exception exception);
}

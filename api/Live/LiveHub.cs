using System.Collections.Concurrent;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Live;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Live;

/// <summary>
/// Follows the feed once for all streams of this process and offers each what may concern it. While nobody listens it asks for nothing.
/// Other processes do the same for theirs: no message goes between them.
/// </summary>
internal sealed partial class LiveHub(
    ILiveFeed feed, IEventReader events, LiveRights rights, IOptions<LiveOptions> options, IHostApplicationLifetime lifetime,
    TimeProvider time, ILogger<LiveHub> log) : BackgroundService
{
    private const int Page = 500;

    private readonly ConcurrentDictionary<LiveStream, bool> streams = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<TenantId, bool> busy = new();
    private readonly ConcurrentDictionary<(TenantId Tenant, AccountId Account), bool> readers = new();
    private FeedPlace? place;
    private bool isAway;

    /// <summary>From now on the stream is offered what happens.</summary>
    /// <returns>Behind which place.</returns>
    public async Task<FeedPlace> Join(LiveStream stream, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            place ??= (await feed.End(cancellation)).Place;
            stream.BeginAt(place.Value);
            streams[stream] = true;
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                stream.Close();
            return place.Value;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Leave(LiveStream stream) => streams.TryRemove(stream, out _);

    /// <summary>Streams by the tenants that they are about.</summary>
    public ILookup<TenantId, LiveStream> Listening(Func<LiveReader, LiveSeat, bool> which) => streams.Keys
        .SelectMany(stream => stream.Reader.Seats.Where(seat => which(stream.Reader, seat.Value)), (stream, seat) => (stream, seat.Key))
        .ToLookup(one => one.Key, one => one.stream);

    /// <summary>Who listens, in which tenants.</summary>
    public IEnumerable<(LiveStream Stream, LiveSeat Seat)> Seats() =>
        streams.Keys.SelectMany(stream => stream.Reader.Seats.Values, (stream, seat) => (stream, seat));

    /// <summary>Tenants in which something has happened since it was asked the last time.</summary>
    public IReadOnlyCollection<TenantId> TakeBusy() => [.. busy.Keys.Where(tenant => busy.TryRemove(tenant, out _))];

    /// <summary>Somebody has read what they were told: all their windows hear of it.</summary>
    public void HasRead(TenantId tenant, AccountId reader) => readers[(tenant, reader)] = true;

    /// <summary>Who has read something since it was asked the last time.</summary>
    public IReadOnlyCollection<(TenantId Tenant, AccountId Account)> TakeReaders() =>
        [.. readers.Keys.Where(reader => readers.TryRemove(reader, out _))];

    /// <summary>The acts among these events, each with its ticket as it is now.</summary>
    public async Task<IReadOnlyList<LiveItem.Act>> Acts(IReadOnlyList<FeedEvent> happened, CancellationToken cancellation)
    {
        var acts = LiveRules.Acts(happened, Read);
        if (acts.Count == 0)
            return [];
        var readAt = time.GetTimestamp();
        var tickets = await feed.Tickets([.. acts.Select(act => (act.Tenant, act.Ticket)).Distinct()], cancellation);
        var seen = tickets.ToDictionary(ticket => ticket.Key, ticket => new SeenTicket(ticket.Value, readAt));
        var erased = new SeenTicket(null, readAt);
        return [.. acts.Select(act => new LiveItem.Act(act, seen.GetValueOrDefault(act.Ticket, erased)))];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the server waits for its answers to end: these do not by themselves.
        await using var ending = lifetime.ApplicationStopping.UnsafeRegister(static hub => ((LiveHub)hub!).CloseAll(), this);
        await Task.WhenAll(Follow(stoppingToken), Watch(stoppingToken));
    }

    private void CloseAll()
    {
        foreach (var stream in streams.Keys)
            stream.Close();
    }

    private async Task Follow(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var isFull = await Attempt(() => Step(stopping), stopping);
            if (!isFull)
                await Task.Delay(options.Value.Poll, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Step(CancellationToken stopping)
    {
        await turn.WaitAsync(stopping);
        try
        {
            if (streams.IsEmpty || place is not { } after)
            {
                place = null;
                return false;
            }

            var listening = Listening((_, _) => true);
            var page = await feed.Read(after, [.. listening.Select(streams => streams.Key)], Page, stopping);
            await Tell(page.Events, listening, stopping);
            place = page.Next;
            return page.IsFull;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Tell(
        IReadOnlyList<FeedEvent> happened, ILookup<TenantId, LiveStream> listening, CancellationToken stopping)
    {
        if (happened.Count == 0)
            return;
        // Who lost a right just before does not hear what came after it.
        var touched = happened.Where(one => !LiveRules.IsOfTicket(one)).Select(one => one.Tenant).ToHashSet();
        if (touched.Count > 0)
            await rights.Check(
                touched.Contains(TenantId.Platform) ? [.. streams.Keys] : [.. touched.SelectMany(tenant => listening[tenant]).Distinct()],
                stopping);
        foreach (var tenant in happened.Select(one => one.Tenant).Where(listening.Contains).Distinct())
            busy[tenant] = true;
        foreach (var act in await Acts([.. happened.Where(one => listening.Contains(one.Tenant))], stopping))
        {
            foreach (var stream in listening[act.What.Tenant])
                stream.Offer(act);
        }
    }

    private async Task Watch(CancellationToken stopping)
    {
        var standing = options.Value.Standing;
        var checkedAt = time.GetTimestamp();
        var step = standing < TimeSpan.FromSeconds(1) ? standing : TimeSpan.FromSeconds(1);
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(step, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (time.GetElapsedTime(checkedAt) >= standing)
            {
                checkedAt = time.GetTimestamp();
                await Attempt(async () =>
                {
                    await turn.WaitAsync(stopping);
                    try
                    {
                        await rights.Check([.. streams.Keys], stopping);
                    }
                    finally
                    {
                        turn.Release();
                    }

                    return false;
                }, stopping);
            }

            if (place is { } reached)
            {
                foreach (var stream in streams.Keys)
                    stream.Look(reached);
            }
        }
    }

    // While the database is away nothing is told, and nobody's rights can change.
    private async Task<bool> Attempt(Func<Task<bool>> step, CancellationToken stopping)
    {
        try
        {
            var more = await step();
            isAway = false;
            return more;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception failure)
        {
            if (!isAway)
                LogAway(log, failure);
            isAway = true;
            return false;
        }
    }

    private TicketEvent? Read(FeedEvent happened)
    {
        try
        {
            return events.Read<TicketEvent>(happened)?.Event;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open event streams cannot be told anything just now; trying again.")]
    private static partial void LogAway(ILogger log, Exception exception);
}

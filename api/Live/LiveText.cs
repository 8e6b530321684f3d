using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Live;

namespace Helpdesk.Api.Live;

/// <summary>
/// Writes what a reader is told, by their rights and the ticket as they are at that moment; what was read a while ago is read again.
/// </summary>
internal sealed class LiveText(ILiveFeed feed, Cursors cursors, IOptions<LiveOptions> options, TimeProvider time)
{
    private const string List = "events";

    // Between reading a ticket and telling of it. Whoever reads slowly has it read again.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private string? database;

    /// <returns><c>null</c>: this reader is told nothing.</returns>
    public async ValueTask<string?> Of(LiveStream stream, LiveItem item) => item switch
    {
        LiveItem.Act act => await Of(stream, act),
        LiveItem.Presence presence => await Of(stream, presence),
        LiveItem.Unread unread => stream.Reader.Seats.TryGetValue(unread.Tenant, out var seat)
            ? Event("notification", new LiveNotificationEvent(seat.Slug, unread.Count), id: null) : null,
        LiveItem.Read { What: var read } => stream.Reader.IsPerson && stream.Reader.Seats.TryGetValue(read.Tenant, out var seat)
            && read.IsUnreadFor(seat.Member) is { } isUnread
            ? Event("read", new LiveReadEvent(seat.Slug, read.Ticket.Value, isUnread), id: null) : null,
        LiveItem.Ready ready => Event(
            "ready", new LiveReadyEvent(ready.Resumed, (int)Math.Ceiling(options.Value.Heartbeat.TotalSeconds)),
            await Id(stream, ready.Place),
            $"retry: {RandomNumberGenerator.GetInt32(2_000, 5_000)}\n"),
        LiveItem.Reset reset => Event("reset", new LiveResetEvent(reset.Why), await Id(stream, reset.Place)),
        LiveItem.Beat beat => Event("heartbeat", new LiveHeartbeatEvent(), await Id(stream, beat.Place)),
        LiveItem.End end => Event("end", new LiveEndEvent(end.Code), id: null),
        _ => throw new InvalidOperationException($"There are no words for {item.GetType().Name}."),
    };

    /// <summary>The place that an id stands for; <c>null</c>: it is none of ours for this account and database.</summary>
    public async ValueTask<FeedPlace?> PlaceOf(HttpContext context, string id) =>
        cursors.Open<LiveId>(context, List, id) is { Transaction: { } transaction, Position: { } position } read
            && read.Database == await Database(context.RequestAborted) ? new(transaction, position) : null;

    private async ValueTask<string?> Of(LiveStream stream, LiveItem.Act act)
    {
        var (what, reader) = (act.What, stream.Reader);
        if (!reader.Seats.TryGetValue(what.Tenant, out var seat))
            return null;
        var now = await Now(act.Ticket, stream.Context.RequestAborted);
        return LiveRules.Told(seat.Member, what, now) switch
        {
            LiveTold.Changed told => Event("ticket", new LiveTicketEvent(
                seat.Slug, told.Ticket.Value, told.Number, told.Version, told.Changes, told.At.ToDateTimeOffset()),
                await Id(stream, what.Place)),
            LiveTold.Gone gone => Event(
                "gone", new LiveGoneEvent(seat.Slug, gone.Ticket.Value, gone.At.ToDateTimeOffset()), await Id(stream, what.Place)),
            _ => null,
        };
    }

    private async ValueTask<string?> Of(LiveStream stream, LiveItem.Presence presence) =>
        stream.Reader.IsPerson && stream.Reader.Seats.TryGetValue(presence.Tenant, out var seat) && seat.Member.IsStaff
        && await Now(presence.Seen, stream.Context.RequestAborted) is { IsDeleted: false }
            ? Event("presence", new LivePresenceEvent(seat.Slug, presence.Ticket.Value, presence.People), id: null) : null;

    private async ValueTask<LiveTicket?> Now(SeenTicket seen, CancellationToken cancellation) =>
        seen.Now is not { } ticket || time.GetElapsedTime(seen.ReadAt) <= Fresh ? seen.Now
            : (await feed.Tickets([(ticket.Tenant, ticket.Id)], cancellation)).GetValueOrDefault(ticket.Id);

    private async ValueTask<string> Id(LiveStream stream, FeedPlace place) => cursors.Seal(
        stream.Reader.Caller, List, new LiveId(await Database(stream.Context.RequestAborted), place.Transaction, place.Position));

    private async ValueTask<string> Database(CancellationToken cancellation) =>
        database ??= (await feed.End(cancellation)).Database;

    private static string Event<T>(string name, T data, string? id, string before = "")
    {
        var text = new StringBuilder(before);
        if (id is not null)
            text.Append("id: ").Append(id).Append('\n');
        return text.Append("event: ").Append(name).Append("\ndata: ").Append(JsonSerializer.Serialize(data, StrictJson.Options))
            .Append("\n\n").ToString();
    }

    /// <summary>What an id is made of. Sealed: places count what everybody does.</summary>
    private sealed record LiveId(string? Database, ulong? Transaction, long? Position);
}

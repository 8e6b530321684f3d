using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Live;

/// <summary>Who is told what of an act on a ticket. Asked when it is delivered, of the ticket and the reader as they are then.</summary>
public static class LiveRules
{
    private static readonly string Prefix = $"{Ticket.Kind}.";
    private static readonly string Deleted = WordOf(EventKind.Of(Ticket.Kind, typeof(TicketEvent.Deleted)));

    public static bool IsOfTicket(FeedEvent happened) => happened.Kind.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The acts of a part of the feed. What one command appends to a ticket lies together and is one.</summary>
    /// <param name="read">The event of a ticket; <c>null</c>: it cannot be read here.</param>
    public static IReadOnlyList<LiveAct> Acts(IEnumerable<FeedEvent> happened, Func<FeedEvent, TicketEvent?> read)
    {
        var acts = new List<LiveAct>();
        foreach (var one in happened.Where(IsOfTicket))
        {
            // Who may know of what cannot be read nobody knows: staff.
            var change = new LiveChange(WordOf(one.Kind), read(one) is { } what && TicketDisclosure.ShowsCustomers(what));
            if (acts.Count > 0 && IsSame(acts[^1], one))
                acts[^1] = acts[^1] with { Place = one.Place, Changes = [.. acts[^1].Changes, change] };
            else
                acts.Add(new()
                { Place = one.Place, Tenant = one.Tenant, Ticket = new(one.Stream), At = one.At, Changes = [change] });
        }

        return acts;
    }

    /// <param name="now">The ticket; <c>null</c>: there is none any more.</param>
    /// <returns><c>null</c>: nothing.</returns>
    public static LiveTold? Told(Member reader, LiveAct act, LiveTicket? now)
    {
        if (now is null || reader.Tenant != now.Tenant || TicketAccess.IsHidden(reader, now.Requester))
            return null;
        string[] changes = [.. act.Changes.Where(change => reader.IsStaff || change.IsPublic).Select(change => change.Word).Distinct()];
        if (now.IsDeleted)
            return changes.Contains(Deleted) ? new LiveTold.Gone(now.Id, act.At) : null;
        return changes.Length == 0 ? null
            : new LiveTold.Changed(now.Id, now.Number, reader.IsStaff ? now.Version : now.PublicVersion, changes, act.At);
    }

    private static bool IsSame(LiveAct act, FeedEvent next) => act.Tenant == next.Tenant && act.Ticket.Value == next.Stream
        && act.Place.Transaction == next.Place.Transaction && act.At == next.At;

    private static string WordOf(string kind) => kind[(kind.IndexOf('.', StringComparison.Ordinal) + 1)..];
}

using Helpdesk.Domain.Feed;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

internal static class TimelineWriter
{
    public static async ValueTask<TimelineItemResponse> Describe(
        HistoryEntry<TicketEvent> entry, Member reader, IMemberDirectory members, CancellationToken cancellation)
    {
        var german = (await members.Find(reader.Tenant, reader.Account, cancellation))?.Language is not "en";
        var actor = entry.Actor is { } account ? await members.Name(reader.Tenant, account, cancellation) : null;
        // The one person whom a sentence names besides its actor.
        var named = entry.Event is TicketEvent.Assigned { To: { } assignee }
            ? await members.Name(reader.Tenant, assignee, cancellation) : null;
        return new(
            entry.Kind[(entry.Kind.IndexOf('.', StringComparison.Ordinal) + 1)..], entry.At.ToDateTimeOffset(), entry.Actor?.Value,
            actor?.In(german), new(Words(german: true), Words(german: false)));

        string Words(bool german) => entry.Event is null ? TicketTimeline.Unknown(german) : TicketTimeline.Describe(
            entry.Event, german, forStaff: reader.IsStaff, other => named?.In(german) ?? other.ToString());
    }
}

using System.Text.Json;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

internal static class TimelineWriter
{
    public static async ValueTask<TimelineItemResponse> Describe(
        Recorded<TicketEvent> recorded, Member reader, IMemberDirectory members, CancellationToken cancellation)
    {
        var german = (await members.Find(reader.Tenant, reader.Account, cancellation))?.Language is not "en";
        var actor = recorded.Actor is { } account ? await members.Name(reader.Tenant, account, cancellation) : null;
        // The one person whom a sentence names besides its actor.
        var named = recorded.Event is TicketEvent.Assigned { To: { } assignee }
            ? await members.Name(reader.Tenant, assignee, cancellation) : null;
        return new(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(recorded.Event.GetType().Name), recorded.At.ToDateTimeOffset(),
            recorded.Actor?.Value,
            actor?.In(german), new(Words(german: true), Words(german: false)));

        string Words(bool german) => TicketTimeline.Describe(
            recorded.Event, german, forStaff: reader.IsStaff, other => named?.In(german) ?? other.ToString());
    }
}

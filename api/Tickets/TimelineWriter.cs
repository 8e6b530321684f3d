using System.Text.Json;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

internal static class TimelineWriter
{
    public static async ValueTask<TimelineItemResponse> Describe(
        Recorded<TicketEvent> recorded, Member reader, IMemberDirectory members, CancellationToken cancellation)
    {
        var actor = recorded.Actor is { } account ? await Name(account) : null;
        // The one person whom a sentence names besides its actor.
        var named = recorded.Event is TicketEvent.Assigned { To: { } assignee } ? await Name(assignee) ?? assignee.ToString() : "";
        return new(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(recorded.Event.GetType().Name), recorded.At.ToDateTimeOffset(), recorded.Actor?.Value, actor,
            new(Words(german: true), Words(german: false)));

        string Words(bool german) => TicketTimeline.Describe(recorded.Event, german, forStaff: reader.IsStaff, _ => named);

        async ValueTask<string?> Name(AccountId id) => (await members.Find(reader.Tenant, id, cancellation))?.Name;
    }
}

using System.Text.Json;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

internal static class TimelineWriter
{
    public static async ValueTask<TimelineItemResponse> Describe(
        Recorded<TicketEvent> recorded, TenantId tenant, IMemberDirectory members, CancellationToken cancellation)
    {
        var actor = recorded.Actor is { } account ? await Name(account) : null;
        var named = recorded.Event is TicketEvent.Assigned { To: { } assignee } ? await Name(assignee) ?? assignee.ToString() : "";
        return new(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(recorded.Event.GetType().Name), recorded.At.ToDateTimeOffset(), recorded.Actor?.Value, actor,
            new(TicketTimeline.Describe(recorded.Event, german: true, _ => named), TicketTimeline.Describe(recorded.Event, german: false, _ => named)));

        async ValueTask<string?> Name(AccountId id) => (await members.Find(tenant, id, cancellation))?.Name;
    }
}

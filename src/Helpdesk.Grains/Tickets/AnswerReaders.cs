using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>Finds whoever an answer goes to, with what decides whether it is mailed to them.</summary>
public sealed class AnswerReaders(IRecipients recipients, ITenantDirectory tenants, ICalendarStore calendars)
{
    /// <returns><c>null</c>: the ticket's first answer is there, the comment is none, or its requester gets no mails.</returns>
    public async Task<AnswerReader?> Of(
        TicketId id, Ticket? ticket, AddComment comment, Caller caller, Instant now, CancellationToken cancellation)
    {
        if (comment.Visibility != Visibility.Public || ticket is not { Clock.FirstAnsweredAt: null, Requester: var requester }
            || !TicketReplies.IsFromStaff(ticket, caller.ToMember()) || LoadedHistory.Is(caller.Origin))
            return null;

        if (await recipients.Find(caller.Tenant, requester, id, now, cancellation) is not { Reader: var reader })
            return null;
        var tenant = (await tenants.Find(caller.Tenant, cancellation))?.Tenant;
        return new(reader, tenant?.Settings.Zone ?? "UTC", await HoursOf(caller.Tenant, reader, cancellation));
    }

    // As whoever mails it reads them: where they cannot be read, mails come at any time.
    private async Task<OpenHours?> HoursOf(TenantId tenant, NoticeReader reader, CancellationToken cancellation)
    {
        try
        {
            return reader.Quiet is { ByCalendar: true } ? OpenHours.Of((await calendars.All(tenant, cancellation)).Values) : null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }
}

namespace Helpdesk.Domain.Sla;

/// <summary>What a tenant starts with.</summary>
public static class SlaDefaults
{
    /// <summary>
    /// Resolution within 4 hours, 24 hours, 72 hours or a week by priority, in calendar time, paused while waiting on the customer; a
    /// warning at 80 %. Tickets keep it as version 0 of their tenant's book, so it never changes: another default would be another
    /// constant.
    /// </summary>
    public static readonly SlaPolicy Policy = new(
        new Guid("00000000-0000-7000-8000-0000000051a0"),
        Revision: 1,
        "Standard",
        SlaCondition.Always,
        [
            new(SlaTarget.Resolution, Priority.Urgent, Duration.FromHours(4), null),
            new(SlaTarget.Resolution, Priority.High, Duration.FromHours(24), null),
            new(SlaTarget.Resolution, Priority.Medium, Duration.FromHours(72), null),
            new(SlaTarget.Resolution, Priority.Low, Duration.FromDays(7), null),
        ],
        [
            .. TicketStatuses.All.Where(status => status.AwaitsCustomer()).Select(status => new SlaPause(SlaTarget.Resolution, status)),
        ],
        [
            new("warning", null, new EscalationPoint.Share(8_000), [new EscalationAction.Notify(new SlaAudience.Assignee())]),
            new("due", null, new EscalationPoint.Share(10_000),
                [new EscalationAction.Notify(new SlaAudience.Assignee()), new EscalationAction.Notify(new SlaAudience.Manager())]),
        ]);
}

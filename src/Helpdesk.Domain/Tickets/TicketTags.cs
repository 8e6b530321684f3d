namespace Helpdesk.Domain.Tickets;

/// <summary>Words that staff put on a ticket to find it again. Two that differ in upper and lower case only are one.</summary>
public static class TicketTags
{
    public static Decision<TicketEvent> Add(Ticket ticket, string tag, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Tag) is { } refused)
            return refused;
        if (TicketKeys.Fault(tag, "tag") is { } fault)
            return Error.Invalid(fault);
        if (Find(ticket, tag) is not null)
            return Decision<TicketEvent>.Nothing;

        return ticket.Tags.Length >= TicketLimits.Tags ? TicketErrors.TooManyTags : new TicketEvent.Tagged(tag);
    }

    /// <summary>A tag that is not there is gone already.</summary>
    public static Decision<TicketEvent> Remove(Ticket ticket, string tag, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Tag) is { } refused)
            return refused;

        return Find(ticket, tag) is { } present ? new TicketEvent.Untagged(present) : Decision<TicketEvent>.Nothing;
    }

    private static string? Find(Ticket ticket, string tag) =>
        ticket.Tags.FirstOrDefault(present => TicketKeys.AreSame(present, tag));
}

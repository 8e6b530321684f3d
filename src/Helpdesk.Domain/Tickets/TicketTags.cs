namespace Helpdesk.Domain.Tickets;

/// <summary>Words that staff put on a ticket to find it again. <see cref="TicketKeys.Fold(string)"/> says which two are one.</summary>
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

    /// <summary>A tag that is not there is gone already; what can be none is told, as everywhere else.</summary>
    public static Decision<TicketEvent> Remove(Ticket ticket, string tag, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Tag) is { } refused)
            return refused;

        if (Find(ticket, tag) is { } present)
            return new TicketEvent.Untagged(present);
        return TicketKeys.Fault(tag, "tag") is { } fault ? Error.Invalid(fault) : Decision<TicketEvent>.Nothing;
    }

    private static string? Find(Ticket ticket, string tag) =>
        ticket.Tags.FirstOrDefault(present => TicketKeys.AreSame(present, tag));
}

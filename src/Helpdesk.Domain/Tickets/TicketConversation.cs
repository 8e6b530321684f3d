namespace Helpdesk.Domain.Tickets;

/// <summary>Comments, and what a comment does to the status.</summary>
public static class TicketConversation
{
    public static Decision<TicketEvent> Comment(Ticket ticket, AddComment command, Member member)
    {
        var act = command.Visibility == Visibility.Internal ? TicketAct.CommentInternally : TicketAct.Comment;
        if (TicketAccess.Refusal(member, ticket, act) is { } refused)
            return refused;
        if (Text.Body(command.Body, "/body", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);
        if (command.Visibility == Visibility.Public && ticket.MergedInto is not null)
            return TicketErrors.Merged;
        if (command.Visibility == Visibility.Public && ticket.Status == TicketStatus.Closed)
            return TicketErrors.Closed;

        // Staff who asked for help themselves stand on the customer's side of their own ticket.
        var fromStaff = member.IsStaff && member.Account != ticket.Requester;
        var commented = new TicketEvent.Commented(command.Id, command.Body, command.Visibility, fromStaff);
        var isAnswer = command.Visibility == Visibility.Public && !fromStaff && ticket.Status.AwaitsCustomer();
        return isAnswer
            ? new TicketEvent[] { commented, new TicketEvent.StatusChanged(ticket.Status, AfterAnswer(ticket)) }
            : commented;
    }

    // Somebody must work on what is in progress; whoever did may have left meanwhile.
    private static TicketStatus AfterAnswer(Ticket ticket) => ticket.Assignee is null ? TicketStatus.Open : TicketStatus.InProgress;
}

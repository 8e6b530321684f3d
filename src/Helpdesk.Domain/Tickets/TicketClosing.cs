namespace Helpdesk.Domain.Tickets;

/// <summary>The end of a ticket and the way back: close, confirm, ask to reopen, reopen, delete.</summary>
public static class TicketClosing
{
    /// <summary>Stands as the resolution when a customer marks a ticket as done and says nothing more.</summary>
    public const string DoneByRequester = "Von der anfragenden Person als erledigt gemeldet. / Marked as done by the requester.";

    public static Decision<TicketEvent> Close(Ticket ticket, string? resolutionText, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Close) is { } refused)
            return refused;
        if (ticket.MergedInto is not null)
            return TicketErrors.Merged;
        if (ticket.Status == TicketStatus.Closed)
            return TicketErrors.AlreadyClosed;
        if (resolutionText is not null && Text.Body(resolutionText, "/resolution_text", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);

        return TicketStates.Move(ticket, TicketStatus.Closed, ticket.Assignee, resolutionText);
    }

    /// <summary>The requester says that it is solved: confirms a resolution, or marks an unresolved ticket as done.</summary>
    public static Decision<TicketEvent> Confirm(Ticket ticket, string? comment, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Confirm) is { } refused)
            return refused;
        if (comment is not null && Text.Body(comment, "/comment", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);
        if (ticket.MergedInto is not null)
            return TicketErrors.Merged;

        return ticket.Status switch
        {
            TicketStatus.Closed => TicketErrors.AlreadyClosed,
            TicketStatus.Resolved when ticket.ConfirmedAt is not null => TicketErrors.AlreadyConfirmed,
            TicketStatus.Resolved => new TicketEvent.ResolutionConfirmed(comment),
            _ => new TicketEvent.Resolved(ticket.Status, comment ?? DoneByRequester, ByRequester: true),
        };
    }

    /// <summary>Staff take it up again; a customer asks for that, and staff decide.</summary>
    public static Decision<TicketEvent> Reopen(Ticket ticket, string? reason, Member member)
    {
        var act = member.IsStaff ? TicketAct.Reopen : TicketAct.RequestReopen;
        if (TicketAccess.Refusal(member, ticket, act) is { } refused)
            return refused;
        if (reason is not null && Text.Body(reason, "/reason", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);
        if (ticket.MergedInto is not null)
            return TicketErrors.Merged;
        if (!ticket.IsOver)
            return TicketErrors.NotOver;
        if (!member.IsStaff)
            return ticket.ReopenRequestedAt is null ? new TicketEvent.ReopenRequested(reason) : Decision<TicketEvent>.Nothing;

        return new TicketEvent.Reopened(ticket.Status, ticket.Assignee is null ? TicketStatus.Open : TicketStatus.InProgress, reason);
    }

    /// <summary>Others must not be left merged into something that is gone.</summary>
    public static Decision<TicketEvent> Delete(Ticket ticket, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Delete) is { } refused)
            return refused;

        return ticket.Absorbed.IsEmpty ? new TicketEvent.Deleted() : TicketErrors.HasMerged;
    }
}

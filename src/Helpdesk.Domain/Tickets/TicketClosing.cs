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
            return TicketErrors.MergedAway(ticket, member);
        if (ticket.Status == TicketStatus.Closed)
            return TicketErrors.AlreadyClosed;
        if (resolutionText is not null && Text.Body(resolutionText, "/resolution_text", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);

        return TicketStates.Move(ticket, TicketStatus.Closed, ticket.Assignee, resolutionText);
    }

    /// <summary>The requester says that it is solved: confirms a resolution, or marks an unresolved ticket as done.</summary>
    /// <param name="id">Name of the comment that the words become.</param>
    public static Decision<TicketEvent> Confirm(Ticket ticket, Guid id, string? comment, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Confirm) is { } refused)
            return refused;
        if (comment is not null && Text.Body(comment, "/comment", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);
        if (ticket.MergedInto is not null)
            return TicketErrors.MergedAway(ticket, member);

        if (ticket.Status == TicketStatus.Closed)
            return TicketErrors.AlreadyClosed;
        if (ticket is { Status: TicketStatus.Resolved, ConfirmedAt: not null })
            return TicketErrors.AlreadyConfirmed;
        if (ticket.Status != TicketStatus.Resolved && !ticket.Status.MayBecome(TicketStatus.Resolved))
            return TicketErrors.Transition(ticket.Status, TicketStatus.Resolved);

        // The words first: what follows answers them, so nobody is kept waiting for an answer to a thank-you.
        return new List<TicketEvent>(TicketReplies.Said(ticket, id, comment, member))
        {
            ticket.Status == TicketStatus.Resolved
                ? new TicketEvent.ResolutionConfirmed(null)
                : new TicketEvent.Resolved(ticket.Status, comment ?? DoneByRequester, ByRequester: true),
        };
    }

    /// <summary>
    /// Staff take it up again, and grant with it what a customer asked for; a customer asks for that, and staff decide. Asking again adds
    /// words and nothing else.
    /// </summary>
    /// <param name="id">Name of the comment that the reason becomes.</param>
    /// <param name="replies">
    /// What follows when the requester asks long after the end; <c>null</c>: the ticket stays theirs to ask for.
    /// </param>
    /// <returns>
    /// Refused with <see cref="TicketErrors.GoesElsewhere"/> as a comment would be: <see cref="TicketFollowUps"/> has the way.
    /// </returns>
    public static Decision<TicketEvent> Reopen(
        Ticket ticket, Guid id, string? reason, Member member, CustomerReplies? replies = null, Instant now = default)
    {
        var act = member.IsStaff ? TicketAct.Reopen : TicketAct.RequestReopen;
        if (TicketAccess.Refusal(member, ticket, act) is { } refused)
            return refused;
        if (reason is not null && Text.Body(reason, "/reason", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);
        if (ticket.MergedInto is not null)
            return TicketErrors.MergedAway(ticket, member);
        if (!ticket.IsOver)
            return TicketErrors.NotOver;

        var said = TicketReplies.Said(ticket, id, reason, member);
        if (member.IsStaff)
            return new List<TicketEvent>([TicketReplies.Reopen(ticket), .. said]);
        if (replies is not null && TicketReplies.GoesElsewhere(ticket, replies, now))
            return TicketErrors.GoesElsewhere;
        return new List<TicketEvent>(ticket.ReopenRequestedAt is null ? [.. said, new TicketEvent.ReopenRequested(null)] : said);
    }

    /// <summary>Staff do not take it up again, and say why. The days until a resolved ticket closes by itself begin anew.</summary>
    /// <param name="id">Name of the comment that the reason becomes.</param>
    public static Decision<TicketEvent> DeclineReopen(Ticket ticket, Guid id, string reason, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.DeclineReopen) is { } refused)
            return refused;
        if (Text.Body(reason, "/reason", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);
        if (ticket.MergedInto is not null)
            return TicketErrors.MergedAway(ticket, member);
        if (ticket.ReopenRequestedAt is null)
            return TicketErrors.ReopenNotRequested;

        return new List<TicketEvent>([new TicketEvent.ReopenDeclined(), .. TicketReplies.Said(ticket, id, reason, member)]);
    }

    /// <summary>Others must not be left merged into something that is gone.</summary>
    public static Decision<TicketEvent> Delete(Ticket ticket, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Delete) is { } refused)
            return refused;

        return !ticket.Absorbed.IsEmpty ? TicketErrors.HasMerged
            : TicketScheduling.GoWith(ticket).Append(new TicketEvent.Deleted()).ToList();
    }
}

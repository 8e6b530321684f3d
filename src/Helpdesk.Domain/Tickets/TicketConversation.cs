namespace Helpdesk.Domain.Tickets;

/// <summary>Comments, and what a comment does to the ticket.</summary>
public static class TicketConversation
{
    /// <param name="replies">What follows when the requester writes after the end.</param>
    /// <param name="reader">The requester, should the comment answer them; <c>null</c>: they get no mails.</param>
    /// <param name="since">What was said since the writer looked; <c>null</c>: nobody asks.</param>
    /// <returns>
    /// Refused with <see cref="TicketErrors.GoesElsewhere"/>: <see cref="TicketFollowUps"/> has the way.
    /// </returns>
    public static Decision<TicketEvent> Comment(
        Ticket ticket, AddComment command, Member member, CustomerReplies replies, Instant now, AnswerReader? reader = null,
        SaidSince? since = null)
    {
        var act = command.Visibility == Visibility.Internal ? TicketAct.CommentInternally : TicketAct.Comment;
        if (TicketAccess.Refusal(member, ticket, act) is { } refused)
            return refused;
        var unseen = since?.Refusal(ticket, member);
        if (Text.Body(command.Body, "/body", TicketLimits.Body) is { } fault)
            return Error.Together(Error.Invalid(fault), unseen)!;
        if (unseen is not null)
            return unseen;

        var commented = new TicketEvent.Commented(
            command.Id, command.Body, command.Visibility, TicketReplies.IsFromStaff(ticket, member));
        if (command.Visibility == Visibility.Internal)
            return commented;
        if (ticket.MergedInto is not null)
            return TicketErrors.MergedAway(ticket, member);
        if (commented.FromStaff)
            return ticket.Status == TicketStatus.Closed ? TicketErrors.Closed
                : commented with { AwaitsMail = TicketAnswers.AwaitsMail(ticket, reader, now) };
        if (TicketReplies.GoesElsewhere(ticket, replies, now))
            return TicketErrors.GoesElsewhere;

        return TicketReplies.After(ticket, replies) is { } follows ? new[] { commented, follows } : commented;
    }
}

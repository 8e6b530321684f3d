namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Taking a comment back: its author shortly after writing it, an admin for good reason. The mark stays, and the entry in the audit log.
/// Nothing else about a comment ever changes, least of all who may read it. A request to reopen goes with its only words, and so does a
/// follow-up, and what the words had done to the status.
/// </summary>
public static class TicketWithdrawal
{
    /// <summary>How long after writing, exclusive.</summary>
    public static readonly Duration ForAuthor = Duration.FromMinutes(10);

    /// <param name="comment">Of this ticket; <c>null</c>: it has no such comment.</param>
    /// <param name="reason">Needed by an admin who did not just write it.</param>
    public static Decision<TicketEvent> Withdraw(Ticket ticket, TicketComment? comment, string? reason, Member member, Instant now)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Read) is { } refused)
            return refused;
        if (comment is null || !TicketDisclosure.Shows(member, comment))
            return AccessErrors.NotFound;
        if (reason is not null && Text.Body(reason, "/reason", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);

        var isAuthor = comment.Recorded.Actor == member.Account;
        if (member.Role != Role.Admin && !isAuthor)
            return AccessErrors.AdminOnly;
        if (ticket.Withdrawn.Contains(comment.Comment.Id))
            return Decision<TicketEvent>.Nothing;

        var isFresh = isAuthor && now < comment.Recorded.At + ForAuthor;
        if (!isFresh && member.Role != Role.Admin)
            return TicketErrors.WithdrawTooLate;
        if (!isFresh && reason is null)
            return Error.Invalid(FieldCode.Required.At("/reason", "Aus der Verwaltung braucht es einen Grund.", "An admin says why."));

        var withdrawn = new TicketEvent.CommentWithdrawn(comment.Comment.Id, comment.Comment.Visibility, reason);
        return Follows(ticket, comment, member) is { } with ? new[] { withdrawn, with } : withdrawn;
    }

    private static TicketEvent? Follows(Ticket ticket, TicketComment comment, Member member)
    {
        var id = comment.Comment.Id;
        if (comment.Comment.Visibility != Visibility.Public)
            return null;
        if (AsksAlone(ticket, id))
            return new TicketEvent.ReopenRequestWithdrawn();
        if (IsResolution(ticket, comment))
            return new TicketEvent.ResolutionChanged(TicketClosing.DoneByRequester);
        return TicketFollowUps.ClosedWith(ticket, id, member) ?? (TicketEvent?)TakenUp.BackWith(ticket, id, member);
    }

    // A customer marked it as done and said so: the words became the text of the resolution as well.
    private static bool IsResolution(Ticket ticket, TicketComment comment) => !comment.Comment.FromStaff
        && ticket.ResolvedAt == comment.Recorded.At && ticket.ResolutionText == comment.Comment.Body;

    // Without these words nobody would know what is asked.
    private static bool AsksAlone(Ticket ticket, Guid comment) => ticket.IsReopenRequested && ticket.RequestWords.Contains(comment)
        && ticket.RequestWords.All(words => words == comment || ticket.Withdrawn.Contains(words));
}

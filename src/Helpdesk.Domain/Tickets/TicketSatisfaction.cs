namespace Helpdesk.Domain.Tickets;

/// <summary>Rating the closings of a ticket: by its requester, signed in or with the link that came by mail.</summary>
public static class TicketSatisfaction
{
    /// <param name="closing">The one that the link was made for; <c>null</c>: the last one.</param>
    /// <param name="member">The requester; who holds the link is taken for them.</param>
    public static Decision<TicketEvent> Rate(Ticket ticket, int? closing, int score, string? comment, Member member, Instant now)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Rate) is { } refused)
            return refused;
        if (Satisfaction.Rate(QuestionOf(ticket, closing), score, comment, now).Refused(out var why, out var rating))
            return why;

        return ticket.Rating is { } given && (given.Closing, given.Score, given.Comment) == (rating.Closing, rating.Score, rating.Comment)
            ? Decision<TicketEvent>.Nothing
            : new TicketEvent.Rated(rating.Closing, rating.Score, rating.Comment);
    }

    /// <summary>Why this closing cannot be rated now; <c>null</c>: it can.</summary>
    public static Error? Refusal(Ticket ticket, int? closing, Member member, Instant now)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Rate) is { } refused)
            return refused;
        return Satisfaction.Rate(QuestionOf(ticket, closing), Satisfaction.Best, null, now) is { IsOk: false } no ? no.Error : null;
    }

    public static SatisfactionQuestion QuestionOf(Ticket ticket, int? closing)
    {
        var asked = closing ?? ticket.Closings;
        return new(asked, ticket.Closings, IsClosed(ticket), ticket.Rating is { } rating && rating.Closing == asked ? rating : null);
    }

    /// <summary>Closed as such: a merged ticket goes on as another one.</summary>
    internal static bool IsClosed(Ticket ticket) => ticket is { Status: TicketStatus.Closed, MergedInto: null, Closings: > 0 };
}

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// What others said since somebody looked: so that two do not answer one question, and nobody answers one that was taken further. Nothing
/// is locked; whoever has read it sends again.
/// </summary>
/// <param name="IsKnown">What they saw last is a comment that they can read, or the ticket itself.</param>
/// <param name="IsNewer">Somebody else wrote after it.</param>
/// <param name="Counted">How many comments they could read when this was found out.</param>
public sealed record SaidSince(bool IsKnown, bool IsNewer, int Counted)
{
    /// <summary>So many of the newest comments are looked through. Who saw an older one is taken as having missed something.</summary>
    public const int Most = 50;

    /// <param name="seen">A comment, or the ticket where there was none.</param>
    /// <param name="newest">What the member can read, from the newest on.</param>
    public static SaidSince Of(Ticket ticket, Guid seen, bool isKnown, IReadOnlyList<TicketComment> newest, Member member) =>
        new(isKnown, ByOthers(newest, seen, member).Any(), CountOf(ticket, member));

    /// <summary>Of these, from the newest on, those after the one that was seen which somebody else wrote and which stand.</summary>
    public static IEnumerable<TicketComment> ByOthers(IEnumerable<TicketComment> newest, Guid? seen, Member member) => newest
        .TakeWhile(comment => comment.Comment.Id != seen)
        .Where(comment => comment.Recorded.Actor is { } by && by != member.Account && comment.Withdrawal is null);

    /// <summary>Asked when the ticket is at hand for good: what came in the meantime counts as well.</summary>
    public Error? Refusal(Ticket ticket, Member member) =>
        !IsKnown ? Error.Invalid(FieldCode.UnknownComment.At("/seen"))
        : IsNewer || CountOf(ticket, member) > Counted ? TicketErrors.NewerComment : null;

    private static int CountOf(Ticket ticket, Member member) => ticket.PublicComments + (member.IsStaff ? ticket.InternalComments : 0);
}

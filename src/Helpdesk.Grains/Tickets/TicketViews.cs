using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Feed;
using NodaTime;

namespace Helpdesk.Grains.Tickets;

/// <summary>A ticket as one member may see it. What staff keep to themselves is left out here, before anything leaves the grain.</summary>
internal static class TicketViews
{
    public static TicketView Of(Guid id, Ticket ticket, Member member)
    {
        var staff = member.IsStaff;
        return new(
            id, ticket.Number, VersionFor(ticket, member), ticket.Status, ticket.Priority, ticket.Subject, ticket.Description, ticket.Category,
            staff ? ticket.Queue : null, staff ? ticket.Team : null, ticket.Requester.Value, ticket.Assignee?.Value, ticket.ResolutionText, ticket.Channel,
            ticket.CreatedAt.ToMessage(), ticket.CreatedBy?.Value, (staff ? ticket.UpdatedAt : ticket.PublicUpdatedAt).ToMessage(),
            staff ? ticket.UpdatedBy?.Value : null, ticket.ResolvedAt.ToMessage(), ticket.ClosedAt.ToMessage(), ticket.ConfirmedAt.ToMessage(),
            ticket.ReopenRequestedAt.ToMessage(), staff ? ticket.Plan.DueAt.ToMessage() : null,
            staff && ticket.Plan.State is { } sla ? Words<SlaState>.Of(sla) : null, ticket.PublicComments, staff ? ticket.InternalComments : null,
            staff ? [.. ticket.Links.Select(link => new TicketLinkView(link.Other.Value, link.Number, link.Kind))] : null,
            ticket.MergedInto is { } merge && (staff || merge.SameRequester) ? new(merge.Target.Value, merge.TargetNumber) : null,
            staff ? [.. ticket.Absorbed.Select(source => new TicketMergeView(source.Ticket.Value, source.Number))] : null,
            TicketAccess.Abilities(member, ticket), staff ? [.. ticket.Tags] : null, Of(ticket.Rating));
    }

    public static SatisfactionView Of(Ticket ticket, int? closing, Member member, Instant now, bool replayed)
    {
        var question = TicketSatisfaction.QuestionOf(ticket, closing);
        return new(
            ticket.Number, question.Closing, Of(question.Rating), (question.Rating?.GivenAt + Satisfaction.ChangeableFor).ToMessage(),
            TicketSatisfaction.Refusal(ticket, closing, member, now) is null, VersionFor(ticket, member), replayed);
    }

    private static TicketRatingView? Of(SatisfactionRating? rating) =>
        rating is null ? null : new(rating.Closing, rating.Score, rating.Comment, rating.GivenAt.ToMessage(), rating.ChangedAt.ToMessage());

    /// <summary>The version that this member reads and names in <c>If-Match</c>.</summary>
    public static int VersionFor(Ticket ticket, Member member) => member.IsStaff ? ticket.Version : ticket.PublicVersion;

    public static CommentView Of(TicketComment comment)
    {
        var (said, recorded) = (comment.Comment, comment.Recorded);
        return new(
            said.Id, comment.Ticket.Value, recorded.Version, said.Body, said.Visibility, recorded.Actor?.Value, said.FromStaff, said.Automatic,
            recorded.At.ToMessage());
    }

    /// <param name="comments">Only what the member may read, in the order of the conversation; one more than asked for when there are more.</param>
    /// <param name="asked">How many were asked for; 0: none.</param>
    public static CommentPage Page(IReadOnlyList<TicketComment> comments, Ticket ticket, Member member, int asked)
    {
        var total = ticket.PublicComments + (member.IsStaff ? ticket.InternalComments : 0);
        var last = comments.Count > asked ? comments[asked - 1] : null;
        return new(
            [.. comments.Take(asked).Select(Of)],
            last is null ? null : new(last.Recorded.At.ToMessage(), last.Ticket.Value, last.Recorded.Version),
            total);
    }

    public static bool MayRead(Member member, TicketComment comment) => member.IsStaff || TicketDisclosure.ShowsCustomers(comment.Recorded.Event);
}

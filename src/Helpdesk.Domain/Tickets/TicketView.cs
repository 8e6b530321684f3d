using System.Collections.Immutable;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tickets;

/// <summary>A ticket as one member may see it.</summary>
/// <param name="Ticket">
/// Without what staff keep to themselves, see <see cref="TicketDisclosure.To"/>. Its version goes out as <c>ETag</c>, and comes back as
/// <c>If-Match</c>.
/// </param>
/// <param name="IsWhole">Nothing was taken out: the member is staff.</param>
/// <param name="Abilities">What the member could do to it as it stands, and why not.</param>
public sealed record TicketView(TicketId Id, Ticket Ticket, bool IsWhole, IReadOnlyList<TicketVerdict> Abilities)
{
    public static TicketView Of(TicketId id, Ticket ticket, Member member, Instant now) =>
        new(id, TicketDisclosure.To(member, ticket), member.IsStaff, TicketAbilities.Of(member, ticket, now));
}

/// <param name="Next">Where to go on; <c>null</c> at the end.</param>
/// <param name="Total">All that the member may see of this ticket; comments of tickets merged into it come on top.</param>
public sealed record CommentPage(IReadOnlyList<TicketComment> Items, CommentPosition? Next, int Total)
{
    /// <param name="comments">
    /// Only what the member may read, in the order of the conversation; one more than asked for when there are more.
    /// </param>
    /// <param name="asked">How many were asked for; 0: none.</param>
    public static CommentPage Of(IReadOnlyList<TicketComment> comments, Ticket ticket, Member member, int asked)
    {
        var total = ticket.PublicComments + (member.IsStaff ? ticket.InternalComments : 0);
        var page = comments.Count > asked ? new CommentPage([.. comments.Take(asked)], comments[asked - 1].Position, total)
            : new(comments, null, total);
        return page with { IsWithoutFiles = ticket.Files.IsEmpty && TicketAccess.Merged(member, ticket).Count == 0 };
    }

    /// <summary>No comment here has files, so nobody has to ask for them.</summary>
    public bool IsWithoutFiles { get; init; }
}

public sealed record TicketDetails(TicketView View, CommentPage Comments);

/// <summary>What a command did.</summary>
/// <param name="Comment">Which it wrote; <c>null</c>: none.</param>
/// <param name="Replayed">It had done it before, this is the answer of that time.</param>
public sealed record TicketOutcome(TicketView View, TicketComment? Comment, bool Replayed)
{
    /// <summary>Which files it attached.</summary>
    public ImmutableArray<FileFacts> Files { get; init; } = [];

    /// <summary>Which answer it put off; <c>null</c>: none.</summary>
    public ScheduledAnswer? Scheduled { get; init; }

    /// <param name="events">What the command did.</param>
    /// <param name="after">The ticket after it.</param>
    public static Result<TicketOutcome> Of(
        TicketId id, Ticket after, IReadOnlyList<Recorded<TicketEvent>> events, Member member, Instant now, bool replayed)
    {
        // The answer of an earlier time goes to whoever may have it now: who was staff then may be a customer today.
        if (TicketAccess.IsHidden(member, after))
            return AccessErrors.NotFound;

        var comment = events.LastOrDefault(recorded => recorded.Event is TicketEvent.Commented);
        return new TicketOutcome(TicketView.Of(id, after, member, now), comment is null ? null : new(id, comment), replayed)
        {
            Scheduled = events.LastOrDefault(recorded => recorded.Event is TicketEvent.AnswerScheduled) is { } later
                ? ScheduledAnswer.Of(later, (TicketEvent.AnswerScheduled)later.Event) : null,
            Files = [.. events.Select(recorded => recorded.Event).OfType<TicketEvent.Attached>().Select(attached => attached.File)],
        };
    }
}

/// <summary>How a closing was rated, and whether it can be.</summary>
/// <param name="Closing">Which closing of the ticket, from 1; 0: it was never closed.</param>
/// <param name="Rating">The rating of this closing; <c>null</c>: none.</param>
/// <param name="ChangeableUntil">Exclusive; <c>null</c> without a rating.</param>
/// <param name="Version">The ticket's version, as the caller sees it.</param>
public sealed record SatisfactionView(
    string Number, int Closing, SatisfactionRating? Rating, Instant? ChangeableUntil, bool CanRate, int Version, bool Replayed)
{
    public static SatisfactionView Of(Ticket ticket, int? closing, Member member, Instant now, bool replayed)
    {
        var question = TicketSatisfaction.QuestionOf(ticket, closing);
        return new(
            ticket.Number, question.Closing, question.Rating, question.Rating?.GivenAt + Satisfaction.ChangeableFor,
            TicketSatisfaction.Refusal(ticket, closing, member, now) is null, TicketDisclosure.VersionTo(member, ticket), replayed);
    }
}

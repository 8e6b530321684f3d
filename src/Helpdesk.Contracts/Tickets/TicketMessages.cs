using Helpdesk.Domain.Tickets;

namespace Helpdesk.Contracts.Tickets;

/// <summary>A member of a change: left out, or set (<c>null</c> clears).</summary>
[GenerateSerializer, Immutable, Alias("maybe`1")]
public readonly record struct Maybe<T>([property: Id(0)] bool IsSet, [property: Id(1)] T? Value)
{
    public static implicit operator Maybe<T>(T? value) => new(true, value);
}

/// <param name="Requester"><c>null</c>: the caller.</param>
[GenerateSerializer, Immutable, Alias("open-ticket")]
public sealed record OpenTicketMessage(
    string Subject, string Description, Priority Priority, string? Category, string? Queue, string? Team, Guid? Requester, Guid? Assignee, string Channel);

[GenerateSerializer, Immutable, Alias("change-ticket")]
public sealed record ChangeTicketMessage(
    Maybe<string> Subject, Maybe<string> Description, Maybe<Priority> Priority, Maybe<string> Category, Maybe<string> Queue, Maybe<string> Team,
    Maybe<Guid?> Assignee, Maybe<TicketStatus> Status, Maybe<string> ResolutionText);

/// <summary>The ticket that a merge goes on as.</summary>
[GenerateSerializer, Immutable, Alias("merge-target")]
public sealed record MergeTargetMessage(Guid Ticket, string Number, Guid Requester);

/// <summary>A ticket as the caller may see it. What belongs to staff alone is <c>null</c> for customers.</summary>
/// <param name="Version">Of what the caller may see; goes out as <c>ETag</c> and comes back as <c>If-Match</c>.</param>
[GenerateSerializer, Immutable, Alias("ticket-view")]
public sealed record TicketView(
    Guid Id, string Number, int Version, TicketStatus Status, Priority Priority, string Subject, string Description, string? Category, string? Queue,
    string? Team, Guid Requester, Guid? Assignee, string? ResolutionText, string Channel, DateTimeOffset CreatedAt, Guid? CreatedBy,
    DateTimeOffset UpdatedAt, Guid? UpdatedBy, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt, DateTimeOffset? ConfirmedAt,
    DateTimeOffset? ReopenRequestedAt, DateTimeOffset? DueAt, string? SlaState, int PublicComments, int? InternalComments,
    IReadOnlyList<TicketLinkView>? Links, TicketMergeView? MergedInto, IReadOnlyList<TicketMergeView>? Absorbed, IReadOnlyList<TicketAct> Abilities,
    IReadOnlyList<string>? Tags, TicketRatingView? Rating);

[GenerateSerializer, Immutable, Alias("ticket-rating-view")]
public sealed record TicketRatingView(int Closing, int Score, string? Comment, DateTimeOffset GivenAt, DateTimeOffset ChangedAt);

/// <param name="Closing">Which closing of the ticket, from 1; 0: it was never closed.</param>
/// <param name="Rating">Of this closing; <c>null</c>: none.</param>
/// <param name="ChangeableUntil">Exclusive; <c>null</c> without a rating.</param>
/// <param name="Version">Of the ticket, for the caller.</param>
[GenerateSerializer, Immutable, Alias("satisfaction-view")]
public sealed record SatisfactionView(
    string Number, int Closing, TicketRatingView? Rating, DateTimeOffset? ChangeableUntil, bool CanRate, int Version, bool Replayed);

[GenerateSerializer, Immutable, Alias("ticket-link-view")]
public sealed record TicketLinkView(Guid Ticket, string Number, LinkKind Kind);

[GenerateSerializer, Immutable, Alias("ticket-merge-view")]
public sealed record TicketMergeView(Guid Ticket, string Number);

/// <param name="Author"><c>null</c>: written by a rule.</param>
[GenerateSerializer, Immutable, Alias("comment-view")]
public sealed record CommentView(Guid Id, Guid Ticket, int Version, string Body, Visibility Visibility, Guid? Author, bool FromStaff, bool IsSystem, DateTimeOffset CreatedAt);

/// <param name="Next">Where to go on; <c>null</c> at the end.</param>
/// <param name="Total">All that the caller may see of this ticket; comments of tickets merged into it come on top.</param>
[GenerateSerializer, Immutable, Alias("comment-page")]
public sealed record CommentPage(IReadOnlyList<CommentView> Items, CommentPlace? Next, int Total);

/// <summary>A place in a conversation, which may run over several merged tickets.</summary>
[GenerateSerializer, Immutable, Alias("comment-place")]
public sealed record CommentPlace(DateTimeOffset At, Guid Ticket, int Version);

[GenerateSerializer, Immutable, Alias("ticket-details")]
public sealed record TicketDetails(TicketView Ticket, CommentPage Comments);

/// <summary>What a command did. <see cref="Replayed"/>: it had done it before, this is the answer of that time.</summary>
[GenerateSerializer, Immutable, Alias("ticket-outcome")]
public sealed record TicketOutcome(TicketView Ticket, CommentView? Comment, bool Replayed);

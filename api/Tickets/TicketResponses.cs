using System.Text.Json.Serialization;
using Helpdesk.Api.Attachments;
using Helpdesk.Api.Markup;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket. Members marked as staff's own are absent for customers.</summary>
public sealed record TicketResponse
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required TicketStatus Status { get; init; }
    public required Priority Priority { get; init; }
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required string? Category { get; init; }

    /// <summary>Staff's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required Change<string?> Queue { get; init; }

    /// <summary>Staff's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required Change<string?> Team { get; init; }
    public required Guid Requester { get; init; }
    public required Guid? Assignee { get; init; }
    public required string? ResolutionText { get; init; }
    public required string Channel { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required string? SlaState { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid? CreatedBy { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required Change<Guid?> UpdatedBy { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The customer asks to reopen it since then; <c>null</c>: nothing is asked, or it was granted or declined.</summary>
    public required DateTimeOffset? ReopenRequestedAt { get; init; }

    /// <summary>The closed ticket that the customer wrote on when this one began.</summary>
    public required TicketReferenceResponse? FollowUpOf { get; init; }
    /// <summary>Public comments that stand: those that were taken back are in the conversation, and not counted here.</summary>
    public required int CommentCount { get; init; }

    /// <summary>The same of internal ones; staff's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? InternalCommentCount { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<LinkResponse>? Links { get; init; }

    /// <summary>The ticket that this one goes on as; for a customer only when that is their own as well.</summary>
    public required MergeResponse? MergedInto { get; init; }

    /// <summary>Tickets that go on as this one; staff's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<MergeResponse>? MergedFrom { get; init; }

    /// <summary>Staff's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<string>? Tags { get; init; }

    /// <summary>What the requester said of the last closing that was rated; <c>null</c>: nothing yet.</summary>
    public required TicketRatingResponse? Satisfaction { get; init; }

    /// <summary>What the caller could do to it as it stands, and why not.</summary>
    public required TicketAbilitiesResponse Abilities { get; init; }

    /// <summary>How many files the caller may read, those of comments included.</summary>
    public required int AttachmentCount { get; init; }
    public required int Version { get; init; }

    /// <summary>Others have done something that the caller has not read yet, or they marked it. Only where one ticket is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Unread { get; init; }

    /// <summary>The caller wants to be told nothing more of it. Only where one ticket is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Muted { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CommentListResponse? Comments { get; init; }

    /// <summary>
    /// What those are called whom the ticket and the comments that come along name by their ids, also those who have left. Only where one
    /// ticket is read.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TicketPersonResponse>? People { get; init; }

    /// <summary>
    /// Files that came with the ticket or by themselves; those of comments stand there. Only where one ticket is read or opened.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AttachmentResponse>? Attachments { get; init; }

    /// <summary>Public comments that leave later, and those that were held back; staff's own. Only where one ticket is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScheduledAnswerResponse>? Scheduled { get; init; }

    public static TicketResponse Of(TicketView view, bool german, CommentListResponse? comments = null)
    {
        var (ticket, staff) = (view.Ticket, view.IsWhole);
        return new()
        {
            Id = view.Id.Value,
            Number = ticket.Number,
            Status = ticket.Status,
            Priority = ticket.Priority,
            Subject = ticket.Subject,
            Description = ticket.Description,
            Category = ticket.Category,
            Queue = staff ? ticket.Queue : default(Change<string?>),
            Team = staff ? ticket.Team : default(Change<string?>),
            Requester = ticket.Requester.Value,
            Assignee = ticket.Assignee?.Value,
            ResolutionText = ticket.ResolutionText,
            Channel = ticket.Channel,
            DueAt = ticket.Plan.DueAt?.ToDateTimeOffset(),
            SlaState = ticket.Plan.State is { } sla ? Words<SlaState>.Of(sla) : null,
            CreatedAt = ticket.CreatedAt.ToDateTimeOffset(),
            CreatedBy = ticket.CreatedBy?.Value,
            UpdatedAt = ticket.UpdatedAt.ToDateTimeOffset(),
            UpdatedBy = staff ? ticket.UpdatedBy?.Value : default(Change<Guid?>),
            ResolvedAt = ticket.ResolvedAt?.ToDateTimeOffset(),
            ClosedAt = ticket.ClosedAt?.ToDateTimeOffset(),
            ConfirmedAt = ticket.ConfirmedAt?.ToDateTimeOffset(),
            ReopenRequestedAt = ticket.ReopenRequestedAt?.ToDateTimeOffset(),
            FollowUpOf = ticket.FollowUpOf is { } before ? new(before.Ticket.Value, before.Number) : null,
            CommentCount = ticket.PublicComments - ticket.PublicWithdrawn,
            InternalCommentCount = staff ? ticket.InternalComments - ticket.InternalWithdrawn : null,
            Links = staff
                ? [.. ticket.StandingLinks().Select(link => new LinkResponse(link.Other.Value, link.Number, link.Kind))] : null,
            MergedInto = ticket.MergedInto is { } merge ? new(merge.Target.Value, merge.TargetNumber) : null,
            MergedFrom = staff ? [.. ticket.Absorbed.Select(source => new MergeResponse(source.Ticket.Value, source.Number))]
                : null,
            Tags = staff ? ticket.Tags : null,
            Satisfaction = TicketRatingResponse.Of(ticket.Rating),
            Abilities = TicketAbilitiesResponse.Of(view.Abilities, german),
            AttachmentCount = ticket.Files.Length,
            Version = ticket.Version,
            Comments = comments,
        };
    }
}

/// <param name="Closing">Which closing of the ticket, from 1.</param>
/// <param name="Rating">1 (worst) to 5 (best).</param>
public sealed record TicketRatingResponse(int Closing, int Rating, string? Comment, DateTimeOffset GivenAt, DateTimeOffset ChangedAt)
{
    internal static TicketRatingResponse? Of(SatisfactionRating? rating) => rating is null
        ? null
        : new(rating.Closing, rating.Score, rating.Comment, rating.GivenAt.ToDateTimeOffset(), rating.ChangedAt.ToDateTimeOffset());
}

public sealed record LinkResponse(Guid Ticket, string Number, LinkKind Kind);

public sealed record TicketReferenceResponse(Guid Ticket, string Number);

public sealed record MergeResponse(Guid Ticket, string Number);

/// <param name="Ticket">The ticket it was written on; another one than asked for when that was merged into it.</param>
/// <param name="Author">Account id; <c>null</c>: written by a rule.</param>
/// <param name="IsSystem">Written by a rule, not by a person.</param>
public sealed record CommentResponse(
    Guid Id, Guid Ticket, string Body, Visibility Visibility, Guid? Author, bool FromStaff, bool IsSystem, DateTimeOffset CreatedAt)
{
    /// <summary>Its text was taken back, and is empty here; <c>null</c>: it stands.</summary>
    public CommentWithdrawalResponse? Withdrawn { get; init; }

    /// <summary>
    /// The text as HTML, where staff wrote it with Markdown's marks; `null`: it is shown as it was typed. Nothing in it but paragraphs,
    /// line breaks, headings from the fourth level on, lists, quotes, code, tables, emphasis and links; what looks like HTML in a text is
    /// text.
    /// </summary>
    public string? Html { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<AttachmentResponse> Attachments { get; init; } = [];

    public static CommentResponse Of(TicketComment comment)
    {
        var (said, recorded) = (comment.Comment, comment.Recorded);
        return new(
            said.Id, comment.Ticket.Value, said.Body, said.Visibility, recorded.Actor?.Value, said.FromStaff, said.Automatic,
            recorded.At.ToDateTimeOffset())
        {
            Html = said.FromStaff && comment.Withdrawal is null ? MarkupText.Html(said.Body) : null,
            Withdrawn = comment.Withdrawal is { } gone ? new(gone.At.ToDateTimeOffset(), gone.By?.Value) : null,
        };
    }
}

/// <param name="By">Account id of its author, or of an admin.</param>
public sealed record CommentWithdrawalResponse(DateTimeOffset At, Guid? By);

/// <param name="Total">All comments that the caller may see, those that were taken back included.</param>
public sealed record CommentListResponse(IReadOnlyList<CommentResponse> Items, string? NextCursor, int Total)
{
    /// <summary>
    /// What those are called whom these comments name by their ids, also those who have left. Only where comments are listed.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TicketPersonResponse>? People { get; init; }

    internal CommentListResponse With(IReadOnlyList<AttachmentResponse> files) => files.Count == 0 ? this : this with
    {
        Items = [.. Items.Select(comment => comment with { Attachments = [.. files.Where(file => file.Comment == comment.Id)] })],
    };
}

/// <param name="Kind">What happened, such as `status_changed`; new kinds may come.</param>
/// <param name="Words">What happened, in German and English; of a kind that is not known here, that it cannot be read.</param>
/// <param name="Actor">Account id; <c>null</c>: the platform itself.</param>
public sealed record TimelineItemResponse(string Kind, DateTimeOffset At, Guid? Actor, string? ActorName, TimelineWords Words);

public sealed record TimelineWords(string De, string En);

public sealed record TimelineResponse(IReadOnlyList<TimelineItemResponse> Items, string? NextCursor, int Total);

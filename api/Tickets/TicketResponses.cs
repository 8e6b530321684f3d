using System.Text.Json.Serialization;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket. Members marked as staff's own are absent for customers.</summary>
/// <param name="Queue">Staff's own.</param>
/// <param name="Team">Staff's own.</param>
/// <param name="MergedInto">The ticket that this one goes on as; for a customer only when that is their own as well.</param>
/// <param name="MergedFrom">Tickets that go on as this one; staff's own.</param>
/// <param name="Tags">Staff's own.</param>
/// <param name="Satisfaction">What the requester said of the last closing that was rated; <c>null</c>: nothing yet.</param>
/// <param name="Abilities">What the caller could do to it as it stands.</param>
public sealed record TicketResponse(
    Guid Id, string Number, TicketStatus Status, Priority Priority, string Subject, string Description, string? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Queue,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Team,
    Guid Requester, Guid? Assignee, string? ResolutionText, string Channel, DateTimeOffset? DueAt, string? SlaState,
        DateTimeOffset CreatedAt,
    Guid? CreatedBy, DateTimeOffset UpdatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? UpdatedBy,
    DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? ReopenRequestedAt, int CommentCount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? InternalCommentCount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LinkResponse>? Links,
    MergeResponse? MergedInto,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MergeResponse>? MergedFrom,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags, TicketRatingResponse? Satisfaction,
    IReadOnlyList<TicketAct> Abilities, int Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CommentListResponse? Comments = null)
{
    public static TicketResponse Of(TicketView view, CommentListResponse? comments = null)
    {
        var (ticket, staff) = (view.Ticket, view.IsWhole);
        return new(
            view.Id.Value, ticket.Number, ticket.Status, ticket.Priority, ticket.Subject, ticket.Description, ticket.Category,
            ticket.Queue, ticket.Team,
            ticket.Requester.Value, ticket.Assignee?.Value, ticket.ResolutionText, ticket.Channel, ticket.Plan.DueAt?.ToDateTimeOffset(),
            ticket.Plan.State is { } sla ? Words<SlaState>.Of(sla) : null, ticket.CreatedAt.ToDateTimeOffset(), ticket.CreatedBy?.Value,
            ticket.UpdatedAt.ToDateTimeOffset(), ticket.UpdatedBy?.Value, ticket.ResolvedAt?.ToDateTimeOffset(),
            ticket.ClosedAt?.ToDateTimeOffset(),
            ticket.ConfirmedAt?.ToDateTimeOffset(), ticket.ReopenRequestedAt?.ToDateTimeOffset(), ticket.PublicComments,
            staff ? ticket.InternalComments : null, staff
                ? [.. ticket.Links.Select(link => new LinkResponse(link.Other.Value, link.Number, link.Kind))] : null,
            ticket.MergedInto is { } merge ? new(merge.Target.Value, merge.TargetNumber) : null,
            staff ? [.. ticket.Absorbed.Select(source => new MergeResponse(source.Ticket.Value, source.Number))]
                : null, staff ? ticket.Tags : null,
            TicketRatingResponse.Of(ticket.Rating), view.Abilities, ticket.Version, comments);
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

public sealed record MergeResponse(Guid Ticket, string Number);

/// <param name="Ticket">The ticket it was written on; another one than asked for when that was merged into it.</param>
/// <param name="Author">Account id; <c>null</c>: written by a rule.</param>
/// <param name="IsSystem">Written by a rule, not by a person.</param>
public sealed record CommentResponse(
    Guid Id, Guid Ticket, string Body, Visibility Visibility, Guid? Author, bool FromStaff, bool IsSystem, DateTimeOffset CreatedAt)
{
    public static CommentResponse Of(TicketComment comment)
    {
        var (said, recorded) = (comment.Comment, comment.Recorded);
        return new(
            said.Id, comment.Ticket.Value, said.Body, said.Visibility, recorded.Actor?.Value, said.FromStaff, said.Automatic,
            recorded.At.ToDateTimeOffset());
    }
}

public sealed record CommentListResponse(IReadOnlyList<CommentResponse> Items, string? NextCursor, int Total);

/// <summary>A ticket in a list.</summary>
/// <param name="Tenant">Slug; only in lists over several tenants.</param>
public sealed record TicketItemResponse(
    Guid Id, string Number, TicketStatus Status, Priority Priority, string Subject, string? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Queue,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Team,
    Guid Requester, Guid? Assignee, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DueAt, string? SlaState,
        DateTimeOffset? ClosedAt,
    int Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Tenant = null)
{
    public static TicketItemResponse Of(TicketListItem item, bool staff, string? tenant = null) => new(
        item.Id.Value, item.Number, item.Status, item.Priority, item.Subject, item.Category, staff
            ? item.Queue : null, staff ? item.Team : null,
        item.Requester.Value, item.Assignee?.Value, item.CreatedAt.ToDateTimeOffset(), item.UpdatedAt.ToDateTimeOffset(), staff
            ? item.DueAt?.ToDateTimeOffset() : null,
        staff ? item.SlaState : null, item.ClosedAt?.ToDateTimeOffset(), item.Version, tenant);
}

/// <param name="Total">How many match, counted to 1,000; with <c>total=exact</c> to the end.</param>
/// <param name="TotalIsMore">There are more than <paramref name="Total"/>.</param>
public sealed record TicketListResponse(IReadOnlyList<TicketItemResponse> Items, string? NextCursor, int Total, bool TotalIsMore);

/// <param name="Words">What happened, in German and English.</param>
/// <param name="Actor">Account id; <c>null</c>: the platform itself.</param>
public sealed record TimelineItemResponse(string Kind, DateTimeOffset At, Guid? Actor, string? ActorName, TimelineWords Words);

public sealed record TimelineWords(string De, string En);

public sealed record TimelineResponse(IReadOnlyList<TimelineItemResponse> Items, string? NextCursor, int Total);

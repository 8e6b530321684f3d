using System.Text.Json.Serialization;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket in a list.</summary>
public sealed record TicketItemResponse
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required TicketStatus Status { get; init; }
    public required Priority Priority { get; init; }
    public required string Subject { get; init; }
    public required string? Category { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required Change<string?> Queue { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required Change<string?> Team { get; init; }
    public required Guid Requester { get; init; }

    /// <summary>Null: erased, or one of the platform's own people.</summary>
    public required string? RequesterName { get; init; }
    public required Guid? Assignee { get; init; }

    /// <summary>Null: nobody has it, or as with the requester.</summary>
    public required string? AssigneeName { get; init; }

    /// <summary>Staff's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<string>? Tags { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required string? SlaState { get; init; }

    /// <summary>
    /// What is due at <c>due_at</c>: `first_response`, `next_response` or `resolution`. Null: nothing, or planned before December 2026.
    /// </summary>
    public required string? DueTarget { get; init; }

    /// <summary>The last public comment, also where its text was taken back; null: none yet.</summary>
    public required LastCommentResponse? LastComment { get; init; }

    /// <summary>
    /// Somebody else has done something to it that the caller sees and has not read yet, or the caller marked it. Tags and what the clocks
    /// do make nothing unread.
    /// </summary>
    public required bool Unread { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The customer asks to reopen it since then; <c>null</c>: nothing is asked, or it was granted or declined.</summary>
    public required DateTimeOffset? ReopenRequestedAt { get; init; }

    /// <summary>The ticket that this one goes on as; for a customer only when that is their own as well.</summary>
    public required MergeResponse? MergedInto { get; init; }
    public required int Version { get; init; }

    /// <summary>Slug; only in lists over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }

    /// <summary>What people call that tenant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantName { get; init; }

    public static TicketItemResponse Of(TicketListItem item, bool staff, ServedTenant? tenant = null) => new()
    {
        Id = item.Id.Value,
        Number = item.Number,
        Status = item.Status,
        Priority = item.Priority,
        Subject = item.Subject,
        Category = item.Category,
        Queue = staff ? item.Queue : default(Change<string?>),
        Team = staff ? item.Team : default(Change<string?>),
        Requester = item.Requester.Value,
        RequesterName = item.RequesterName,
        Assignee = item.Assignee?.Value,
        AssigneeName = item.AssigneeName,
        Tags = staff ? item.Tags : null,
        CreatedAt = item.CreatedAt.ToDateTimeOffset(),
        UpdatedAt = item.UpdatedAt.ToDateTimeOffset(),
        DueAt = staff ? item.DueAt?.ToDateTimeOffset() : null,
        SlaState = staff ? item.SlaState : null,
        DueTarget = staff ? item.DueTarget : null,
        LastComment = item.LastComment is { } last ? new(last.At.ToDateTimeOffset(), last.FromStaff) : null,
        Unread = item.IsUnread,
        ClosedAt = item.ClosedAt?.ToDateTimeOffset(),
        ReopenRequestedAt = item.ReopenRequestedAt?.ToDateTimeOffset(),
        MergedInto = item.MergedInto is { } merge ? new(merge.Ticket.Value, merge.Number) : null,
        Version = item.Version,
        Tenant = tenant?.Slug,
        TenantName = tenant?.Name,
    };
}

/// <param name="FromStaff">Written by staff; false: by the customer's side.</param>
public sealed record LastCommentResponse(DateTimeOffset At, bool FromStaff);

/// <param name="Total">How many match, counted to 1,000; with <c>total=exact</c> to the end.</param>
/// <param name="TotalIsMore">There are more than <paramref name="Total"/>.</param>
/// <param name="NextCursor">
/// Null at the end of a list. With <c>updated_since</c> there is no end: null only while there was nothing at all to tell.
/// </param>
public sealed record TicketListResponse(IReadOnlyList<TicketItemResponse> Items, string? NextCursor, int Total, bool TotalIsMore)
{
    /// <summary>Tickets that a copy lets go of; with <c>updated_since</c> only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GoneTicketResponse>? Gone { get; init; }

    /// <summary>
    /// Slugs of the municipalities that the list runs over; with <c>updated_since</c> at the desk only. Whose slug is missing since (the
    /// caller is suspended there, or serves it no longer), all of its tickets are gone for the caller. When it is there again after a
    /// suspension, a copy begins anew, without a cursor.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tenants { get; init; }
}

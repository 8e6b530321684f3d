using System.Text.Json.Serialization;
using Helpdesk.Domain.Sla;
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
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Queue { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Team { get; init; }
    public required Guid Requester { get; init; }
    public required Guid? Assignee { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required string? SlaState { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The customer asks to reopen it since then; <c>null</c>: nothing is asked, or it was granted or declined.</summary>
    public required DateTimeOffset? ReopenRequestedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>Slug; only in lists over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }

    public static TicketItemResponse Of(TicketListItem item, bool staff, string? tenant = null) => new()
    {
        Id = item.Id.Value,
        Number = item.Number,
        Status = item.Status,
        Priority = item.Priority,
        Subject = item.Subject,
        Category = item.Category,
        Queue = staff
            ? item.Queue : null,
        Team = staff ? item.Team : null,
        Requester = item.Requester.Value,
        Assignee = item.Assignee?.Value,
        CreatedAt = item.CreatedAt.ToDateTimeOffset(),
        UpdatedAt = item.UpdatedAt.ToDateTimeOffset(),
        DueAt = staff
            ? item.DueAt?.ToDateTimeOffset() : null,
        SlaState = staff ? item.SlaState : null,
        ClosedAt = item.ClosedAt?.ToDateTimeOffset(),
        ReopenRequestedAt = item.ReopenRequestedAt?.ToDateTimeOffset(),
        Version = item.Version,
        Tenant = tenant,
    };
}

/// <param name="Total">How many match, counted to 1,000; with <c>total=exact</c> to the end.</param>
/// <param name="TotalIsMore">There are more than <paramref name="Total"/>.</param>
public sealed record TicketListResponse(IReadOnlyList<TicketItemResponse> Items, string? NextCursor, int Total, bool TotalIsMore);

using System.Text.Json.Serialization;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket in a list. Read off what the list found while it is written: a page of them is not copied.</summary>
public sealed class TicketItemResponse
{
    private readonly TicketListItem item;
    private readonly bool staff;
    private readonly ServedTenant? tenant;

    private TicketItemResponse(TicketListItem item, bool staff, ServedTenant? tenant) =>
        (this.item, this.staff, this.tenant) = (item, staff, tenant);

    public Guid Id => item.Id.Value;
    public string Number => item.Number;
    public TicketStatus Status => item.Status;
    public Priority Priority => item.Priority;
    public string Subject => item.Subject;
    public string? Category => item.Category;
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string?> Queue => staff ? item.Queue : default(Change<string?>);
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string?> Team => staff ? item.Team : default(Change<string?>);
    public Guid Requester => item.Requester.Value;

    /// <summary>Null: erased, or one of the platform's own people.</summary>
    public string? RequesterName => item.RequesterName;
    public Guid? Assignee => item.Assignee?.Value;

    /// <summary>Null: nobody has it, or as with the requester.</summary>
    public string? AssigneeName => item.AssigneeName;

    /// <summary>Staff's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags => staff ? item.Tags : null;
    public DateTimeOffset CreatedAt => item.CreatedAt.ToDateTimeOffset();
    public DateTimeOffset UpdatedAt => item.UpdatedAt.ToDateTimeOffset();
    public DateTimeOffset? DueAt => staff ? item.DueAt?.ToDateTimeOffset() : null;
    public string? SlaState => staff ? item.SlaState : null;

    /// <summary>
    /// What is due at <c>due_at</c>: `first_response`, `next_response` or `resolution`. Null: nothing, or planned before December 2026.
    /// </summary>
    public string? DueTarget => staff ? item.DueTarget : null;

    /// <summary>The last public comment, also where its text was taken back; null: none yet.</summary>
    public LastCommentResponse? LastComment => item.LastComment is { } last ? new(last.At.ToDateTimeOffset(), last.FromStaff) : null;

    /// <summary>
    /// Somebody else has done something to it that the caller sees and has not read yet, or the caller marked it. Tags and what the clocks
    /// do make nothing unread.
    /// </summary>
    public bool Unread => item.IsUnread;
    public DateTimeOffset? ClosedAt => item.ClosedAt?.ToDateTimeOffset();

    /// <summary>The customer asks to reopen it since then; <c>null</c>: nothing is asked, or it was granted or declined.</summary>
    public DateTimeOffset? ReopenRequestedAt => item.ReopenRequestedAt?.ToDateTimeOffset();

    /// <summary>The ticket that this one goes on as; for a customer only when that is their own as well.</summary>
    public MergeResponse? MergedInto => item.MergedInto is { } merge ? new(merge.Ticket.Value, merge.Number) : null;
    public int Version => item.Version;

    /// <summary>Slug; only in lists over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant => tenant?.Slug;

    /// <summary>What people call that tenant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantName => tenant?.Name;

    internal static TicketItemResponse Of(TicketListItem item, bool staff, ServedTenant? tenant = null) => new(item, staff, tenant);
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

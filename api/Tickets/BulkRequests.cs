using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>One act on many tickets: exactly one of the acts is there.</summary>
/// <param name="Items">1 to 200, each ticket once.</param>
/// <param name="Change">As `PATCH /tickets/{id}`, without texts.</param>
/// <param name="AddTag">A tag that each gets that has it not.</param>
/// <param name="RemoveTag">A tag that each loses that has it.</param>
/// <param name="Close">As `POST /tickets/{id}/close`.</param>
/// <param name="Comment">As `POST /tickets/{id}/comments`, without files.</param>
public sealed record BulkRequest(
    [Required] IReadOnlyList<BulkItemRequest>? Items = null, BulkChangeRequest? Change = null, string? AddTag = null,
    string? RemoveTag = null, BulkCloseRequest? Close = null, BulkCommentRequest? Comment = null) : IJudged
{
    public const int Most = 200;

    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        var items = Items ?? [];
        if (Items is { Count: 0 })
            yield return FieldError.Required("/items");
        if (items.Count > Most)
            yield return FieldError.TooMany("/items", Most);
        if (items.Select(item => (item?.Tenant, item?.Ticket)).Distinct().Count() != items.Count)
            yield return FieldCode.Duplicate.At("/items");
        var isDesk = TicketScope.IsDesk(context);
        for (var at = 0; at < Math.Min(items.Count, Most); at++)
        {
            if (items[at]?.Version < 1)
                yield return FieldError.NotAWholeNumber(FormattableString.Invariant($"/items/{at}/version"), 1, int.MaxValue);
            if (isDesk == (items[at]?.Tenant is null))
                yield return (isDesk ? FieldCode.Required : FieldCode.NotSettable).At(FormattableString.Invariant($"/items/{at}/tenant"));
        }

        foreach (var (tag, pointer) in new[] { (AddTag, "/add_tag"), (RemoveTag, "/remove_tag") })
        {
            if (tag is not null)
                yield return TicketKeys.Fault(tag, pointer);
        }

        var acts = new object?[] { Change, AddTag, RemoveTag, Close, Comment }.Count(act => act is not null);
        if (acts != 1)
            yield return FieldCode.Contradiction.At("/change",
                "Genau eine Handlung muss angegeben sein: change, add_tag, remove_tag, close oder comment.",
                "Exactly one act must be named: change, add_tag, remove_tag, close or comment.")
                .With("/add_tag", "/remove_tag", "/close", "/comment");
    }
}

/// <param name="Ticket">Id.</param>
/// <param name="Version">
/// As read; when the ticket has another one by now, it is refused with `stale-version`. Null: whatever it is. Does not count for comments.
/// </param>
/// <param name="Tenant">Slug; at the desk only, and there always.</param>
public sealed record BulkItemRequest([Required] Guid? Ticket = null, int? Version = null, string? Tenant = null);

/// <summary>Members that are left out stay as they are; <c>null</c> clears where that is possible.</summary>
/// <param name="Assignee">Account id, <c>"me"</c>, or <c>null</c> for nobody.</param>
/// <param name="ResolutionText">With a status of resolved or closed only.</param>
public sealed record BulkChangeRequest(
    Change<Priority> Priority = default, [OneLine(TicketLimits.Word)] Change<string?> Category = default,
    [OneLine(TicketLimits.Word)] Change<string?> Queue = default, [OneLine(TicketLimits.Word)] Change<string?> Team = default,
    [Assignee] Change<string?> Assignee = default, Change<TicketStatus> Status = default,
    [Lines(TicketLimits.Body)] Change<string?> ResolutionText = default)
{
    internal ChangeTicket ToDomain(Caller caller) => new ChangeTicketRequest(
        Priority: Priority, Category: Category, Queue: Queue, Team: Team, Assignee: Assignee, Status: Status,
        ResolutionText: ResolutionText)
        .ToDomain(caller);
}

public sealed record BulkCloseRequest([Lines(TicketLimits.Body)] string? ResolutionText = null);

/// <param name="Visibility">Left out: public.</param>
public sealed record BulkCommentRequest([Required, Lines(TicketLimits.Body)] string? Body = null, Visibility? Visibility = null);

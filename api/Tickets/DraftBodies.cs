using System.Collections.Immutable;
using Helpdesk.Api.Attachments;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>A comment as far as it is written. With nothing in it, it is no draft any more.</summary>
/// <param name="Body">At most 65,536 characters; it may be anything, also nothing that is visible.</param>
/// <param name="Status">The status that the ticket is to have after the sending: kept for whoever writes, nothing follows from it.</param>
/// <param name="Attachments">
/// Tokens of files that were sent to `/uploads`, at most 20. They wait as long as the draft: 30 days from the last saving on.
/// </param>
/// <param name="Shared">Colleagues may read it; for staff. Default: only whoever writes it.</param>
public sealed record SaveDraftRequest(
    [Unfinished(TicketLimits.Body)] string? Body = null, TicketStatus? Status = null, IReadOnlyList<string>? Attachments = null,
    bool? Shared = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        yield return DraftFiles.Fault(Attachments);
        yield return Shared == true && !context.Caller().ToMember().IsStaff ? FieldCode.NotSettable.At("/shared") : null;
    }

    internal DraftContent ToDomain(HttpContext context) => new()
    {
        Body = DraftFiles.Written(Body),
        Status = Status,
        Attachments = FileViews.Uploads(context, Attachments),
    };
}

/// <summary>A new ticket as far as it is written; what holds for its members is asked when it is opened.</summary>
/// <param name="Description">At most 65,536 characters.</param>
/// <param name="Requester">Account id, or what else is written there.</param>
/// <param name="Assignee">The same.</param>
/// <param name="Attachments">As with the draft of a comment.</param>
public sealed record SaveNewTicketDraftRequest(
    [Unfinished(TicketLimits.Subject)] string? Subject = null, [Unfinished(TicketLimits.Body)] string? Description = null,
    Priority? Priority = null, [Unfinished(TicketLimits.Word)] string? Category = null,
    [Unfinished(TicketLimits.Word)] string? Queue = null, [Unfinished(TicketLimits.Word)] string? Team = null,
    [Unfinished(TicketLimits.Word)] string? Requester = null,
    [Unfinished(DraftFiles.LongestAddress)] string? RequesterEmail = null, [Unfinished(TicketLimits.Subject)] string? RequesterName = null,
    [Unfinished(TicketLimits.Word)] string? Assignee = null, IReadOnlyList<string>? Attachments = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => [DraftFiles.Fault(Attachments)];

    internal DraftContent ToDomain(HttpContext context) => new()
    {
        Body = DraftFiles.Written(Description),
        Attachments = FileViews.Uploads(context, Attachments),
        Ticket = new DraftedTicket
        {
            Subject = DraftFiles.Written(Subject),
            Priority = Priority,
            Category = DraftFiles.Written(Category),
            Queue = DraftFiles.Written(Queue),
            Team = DraftFiles.Written(Team),
            Requester = DraftFiles.Written(Requester),
            RequesterEmail = DraftFiles.Written(RequesterEmail),
            RequesterName = DraftFiles.Written(RequesterName),
            Assignee = DraftFiles.Written(Assignee),
        }.OrNone,
    };
}

/// <param name="Attachments">Tokens of its files; made anew each time, and each is good.</param>
/// <param name="Files">The same files, those that are still there.</param>
/// <param name="Version">The `ETag`. 0: nothing was saved here yet, or it is forgotten. Sending and discarding count as versions.</param>
/// <param name="SavedAt">Null where nothing was.</param>
public sealed record DraftResponse(
    string? Body, TicketStatus? Status, IReadOnlyList<string> Attachments, IReadOnlyList<UploadResponse> Files, bool Shared, int Version,
    DateTimeOffset? SavedAt)
{
    internal static DraftResponse Of(Draft draft, IReadOnlyList<UploadResponse> files) => new(
        draft.Content.Body, draft.Content.Status, [.. files.Select(file => file.Token)], files, draft.Shared, draft.Version,
        draft.SavedAt?.ToDateTimeOffset());
}

/// <inheritdoc cref="DraftResponse"/>
public sealed record NewTicketDraftResponse
{
    public required string? Subject { get; init; }
    public required string? Description { get; init; }
    public required Priority? Priority { get; init; }
    public required string? Category { get; init; }
    public required string? Queue { get; init; }
    public required string? Team { get; init; }
    public required string? Requester { get; init; }
    public required string? RequesterEmail { get; init; }
    public required string? RequesterName { get; init; }
    public required string? Assignee { get; init; }

    /// <summary>Tokens of its files; made anew each time, and each is good.</summary>
    public required IReadOnlyList<string> Attachments { get; init; }

    /// <summary>The same files, those that are still there.</summary>
    public required IReadOnlyList<UploadResponse> Files { get; init; }

    /// <summary>The `ETag`, as with the draft of a comment: opening a ticket counts as a version.</summary>
    public required int Version { get; init; }

    /// <summary>Null where nothing was saved.</summary>
    public required DateTimeOffset? SavedAt { get; init; }

    internal static NewTicketDraftResponse Of(Draft draft, IReadOnlyList<UploadResponse> files)
    {
        var ticket = draft.Content.Ticket;
        return new()
        {
            Subject = ticket?.Subject,
            Description = draft.Content.Body,
            Priority = ticket?.Priority,
            Category = ticket?.Category,
            Queue = ticket?.Queue,
            Team = ticket?.Team,
            Requester = ticket?.Requester,
            RequesterEmail = ticket?.RequesterEmail,
            RequesterName = ticket?.RequesterName,
            Assignee = ticket?.Assignee,
            Attachments = [.. files.Select(file => file.Token)],
            Files = files,
            Version = draft.Version,
            SavedAt = draft.SavedAt?.ToDateTimeOffset(),
        };
    }
}

/// <param name="Author">Account id.</param>
/// <param name="AuthorName">Null: one of the platform's own people.</param>
/// <param name="IsOwn">The reader's own, whether shared or not.</param>
/// <param name="AttachmentNames">What its files are called.</param>
public sealed record ListedDraftResponse(
    DraftKind Kind, Guid Author, string? AuthorName, bool IsOwn, string? Body, IReadOnlyList<string> AttachmentNames, bool Shared,
    int Version, DateTimeOffset SavedAt);

/// <param name="Items">The reader's own, and for staff those that colleagues share; the last saved first.</param>
public sealed record DraftListResponse(IReadOnlyList<ListedDraftResponse> Items);

/// <summary>What drafts know of files.</summary>
internal static class DraftFiles
{
    public const int LongestAddress = 254;

    /// <summary>An emptied field is one that was never filled in.</summary>
    public static string? Written(string? text) => text is { Length: > 0 } ? text : null;

    public static FieldError? Fault(IReadOnlyList<string>? tokens) =>
        tokens?.Count > AttachmentLimits.AtOnce ? FieldError.TooMany("/attachments", AttachmentLimits.AtOnce) : null;

    /// <summary>In the order of the draft; those that are gone or attached are left out.</summary>
    public static async ValueTask<IReadOnlyList<Upload>> Of(
        HttpContext context, AccountId by, ImmutableArray<Guid> ids)
    {
        if (ids.IsEmpty)
            return [];
        var services = context.RequestServices;
        var found = await services.GetRequiredService<IUploads>().Find(context.Caller().Tenant, ids, context.RequestAborted);
        var now = services.GetRequiredService<TimeProvider>().Now();
        return [.. ids.Select(id => found.FirstOrDefault(upload => upload.File.Id == id)).OfType<Upload>()
            .Where(upload => upload.IsFor(by, now))];
    }

    public static IReadOnlyList<UploadResponse> Shown(HttpContext context, IEnumerable<Upload> uploads)
    {
        var seals = context.RequestServices.GetRequiredService<ISeals>();
        return [.. uploads.Select(upload => UploadResponse.Of(upload, UploadToken.Of(upload.File.Id, context.Caller().Tenant, seals)))];
    }
}

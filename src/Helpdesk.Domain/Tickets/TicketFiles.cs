using System.Collections.Immutable;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tickets;

/// <summary>A file in the state of its ticket.</summary>
/// <param name="Comment">The comment that it came with; <c>null</c>: with the ticket, or by itself.</param>
/// <param name="By"><c>null</c>: the platform itself.</param>
public sealed record TicketFile(Guid Id, Guid? Comment, Visibility Visibility, AccountId? By, Instant At);

/// <summary>
/// Files of a ticket. Who may read a file follows from its visibility, which is that of the comment that it came with; whose comment was
/// taken back, their files went with it.
/// </summary>
public static class TicketFiles
{
    /// <summary>Adds to an act what it attaches: the files belong to its comment, or to the ticket where it has none.</summary>
    /// <param name="before"><c>null</c>: the act begins the ticket.</param>
    /// <param name="asked">Uploads by their ids.</param>
    /// <param name="found">Those of them that are there.</param>
    public static Decision<TicketEvent> With(
        Decision<TicketEvent> act, Ticket? before, IReadOnlyList<Guid> asked, IReadOnlyList<Upload> found, Member member, Instant now)
    {
        if (asked.Count == 0)
            return act;
        var fault = Refusal(before, asked, found, member, now);
        if (act.Refusal is { } refused)
            return refused.Is(TicketErrors.GoesElsewhere) ? fault ?? refused : Error.Together(refused, fault)!;
        if (fault is not null)
            return fault;

        var comment = act.Events.OfType<TicketEvent.Commented>().LastOrDefault();
        var visibility = comment?.Visibility ?? Visibility.Public;
        var files = asked.Select(id => Attached(found.First(upload => upload.File.Id == id), visibility, comment?.Id));
        return act.Events.SelectMany((what, at) => at == Place(act.Events) ? files.Prepend(what) : [what]).ToList();
    }

    /// <summary>One file by itself. A customer's that was waited for brings the ticket back to work, as their words would.</summary>
    /// <param name="upload"><c>null</c>: it is not there any more.</param>
    public static Decision<TicketEvent> Attach(
        Ticket ticket, Guid id, Upload? upload, Visibility visibility, Member member, CustomerReplies replies, Instant now)
    {
        var act = visibility == Visibility.Internal ? TicketAct.CommentInternally : TicketAct.Comment;
        if (TicketAccess.Refusal(member, ticket, act) is { } refused)
            return refused;
        if (Refusal(ticket, [id], upload is null ? [] : [upload], member, now) is { } fault)
            return fault;

        var attached = Attached(upload!, visibility, comment: null);
        if (visibility == Visibility.Internal)
            return attached;
        if (Closes(ticket, member) is { } closed)
            return closed;
        return !TicketReplies.IsFromStaff(ticket, member) && TicketReplies.After(ticket, replies) is { } follows
            ? new[] { attached, follows } : attached;
    }

    /// <summary>Why no file at all can be attached for the customer to read; <c>null</c>: one can.</summary>
    public static Error? Refusal(Ticket ticket, Member member) => TicketAccess.Refusal(member, ticket, TicketAct.Comment)
        ?? (ticket.Files.Length >= AttachmentLimits.OfTicket ? AttachmentErrors.TooMany : Closes(ticket, member));

    // What follows from a customer's words on a closed ticket follows from words only.
    private static Error? Closes(Ticket ticket, Member member) =>
        ticket.MergedInto is not null ? TicketErrors.MergedAway(ticket, member)
        : ticket.Status == TicketStatus.Closed ? TicketErrors.Closed : null;

    /// <summary>Taking a file away: whoever attached it shortly after, an admin for good reason. That it was there stays.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="reason">Needed by an admin who did not just attach it.</param>
    public static Decision<TicketEvent> Remove(
        Ticket ticket, Guid id, string name, string? reason, Member member, Instant now)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Read) is { } refused)
            return refused;
        if (ticket.Files.FirstOrDefault(file => file.Id == id) is not { } file || !Shows(member, file.Visibility))
            return AccessErrors.NotFound;
        if (reason is not null && Text.Body(reason, "reason", TicketLimits.Body) is { } fault)
            return Error.Invalid(fault);

        var isAuthor = file.By == member.Account;
        if (member.Role != Role.Admin && !isAuthor)
            return AccessErrors.AdminOnly;
        var isFresh = isAuthor && now < file.At + AttachmentLimits.ForAuthor;
        if (!isFresh && member.Role != Role.Admin)
            return AttachmentErrors.RemoveTooLate;
        if (!isFresh && reason is null)
            return Error.Invalid(FieldCode.Required.At("reason", "Aus der Verwaltung braucht es einen Grund.", "An admin says why."));
        return new TicketEvent.AttachmentRemoved(id, name, file.Visibility, reason);
    }

    public static bool Shows(Member member, Visibility visibility) => member.IsStaff || visibility == Visibility.Public;

    /// <summary>What is wrong with the files that an act brings; <c>null</c>: nothing.</summary>
    /// <param name="before"><c>null</c>: the act begins the ticket.</param>
    public static Error? Refusal(
        Ticket? before, IReadOnlyList<Guid> asked, IReadOnlyList<Upload> found, Member member, Instant now)
    {
        if (asked.Count > AttachmentLimits.AtOnce)
            return Error.Invalid(FieldError.TooMany("/attachments", AttachmentLimits.AtOnce));
        if (asked.Count == 0)
            return null;
        var faults = asked.Select((id, at) => asked.Take(at).Contains(id) ? FieldCode.Duplicate.At($"/attachments/{at}")
            : found.FirstOrDefault(upload => upload.File.Id == id)?.IsFor(member.Account, now) == true ? null
            : FieldCode.UnknownUpload.At($"/attachments/{at}")).OfType<FieldError>().ToList();
        return faults.Count > 0 ? Error.Invalid(faults)
            : (before?.Files.Length ?? 0) + asked.Count > AttachmentLimits.OfTicket ? AttachmentErrors.TooMany : null;
    }

    // Behind the comment that they came with; behind the opening where there is none.
    private static int Place(IReadOnlyList<TicketEvent> events) =>
        Math.Max(0, events.ToList().FindLastIndex(what => what is TicketEvent.Commented));

    private static TicketEvent Attached(Upload upload, Visibility visibility, Guid? comment) =>
        new TicketEvent.Attached(upload.File, visibility, comment);

    internal static ImmutableArray<TicketFile> Without(this ImmutableArray<TicketFile> files, Func<TicketFile, bool> gone) =>
        files.Any(gone) ? files.RemoveAll(file => gone(file)) : files;
}

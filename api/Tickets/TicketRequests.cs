using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <param name="Subject">One line, at most 200 characters.</param>
/// <param name="Description">At most 65,536 characters.</param>
/// <param name="Priority">Default <c>medium</c>.</param>
/// <param name="Category">
/// Key of a category, or any other word that could be one unless the tenant takes only those of its list (<c>strict_categories</c>): 1
/// to 100 letters and digits, between them also space, dot, underscore and hyphen. Upper and lower case are one, and so are <c>ß</c>
/// and <c>ss</c>.
/// </param>
/// <param name="Queue">The same for queues; staff only. Default: the category's.</param>
/// <param name="Team">Key of a team that is listed and not archived; staff only. Default: the queue's.</param>
/// <param name="Requester">Account id; staff only. Default: who opens it.</param>
/// <param name="Assignee">Account id or <c>"me"</c>; staff only.</param>
/// <param name="RequesterEmail">
/// Instead of <paramref name="Requester"/>: whoever has this address; nobody has it yet: a contact is made, who has no login, takes no seat
/// and gets no mail until somebody invites them. Staff only.
/// </param>
/// <param name="RequesterName">What a new contact is called; default: the address.</param>
/// <param name="Attachments">Tokens of files that were sent to `/uploads`, at most 20; they become the ticket's. Default: none.</param>
public sealed record OpenTicketRequest(
    [Required, OneLine(TicketLimits.Subject)] string? Subject = null, [Required, Lines(TicketLimits.Body)] string? Description = null,
    Priority? Priority = null, [OneLine(TicketLimits.Word)] string? Category = null, [OneLine(TicketLimits.Word)] string? Queue = null,
    [OneLine(TicketLimits.Word)] string? Team = null, Guid? Requester = null, [Assignee] string? Assignee = null,
    [Email] string? RequesterEmail = null, [OneLine(PeopleRules.MostNameLength)] string? RequesterName = null,
    IReadOnlyList<string>? Attachments = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) =>
    [
        RequesterEmail is not null || RequesterName is null ? null : FieldCode.NotSettable.At(
            "/requester_name", "Gehört zu requester_email.", "Goes with requester_email.").With("/requester_email"),
        RequesterEmail is null || Requester is null ? null : FieldCode.NotSettable.At("/requester_email",
            "Steht nicht neben requester: Eines von beiden sagt, wer fragt.", "Goes without requester: one of the two says who asks."),
    ];

    /// <returns>Who asks, by address; <c>null</c>: by id, or whoever opens the ticket.</returns>
    internal Invitation? Contact(HttpContext context) => RequesterEmail is null ? null : new(
        new(context.NewId()), EmailAddress.Parse(RequesterEmail).Value, RequesterName ?? RequesterEmail,
        context.Tenant().Settings.Languages[0], Role.Customer);

    internal OpenTicket ToDomain(Caller caller, Invitation? contact = null, ImmutableArray<Guid>? attachments = null) => new()
    {
        Subject = Subject ?? "",
        Description = Description ?? "",
        Priority = Priority ?? Domain.Priority.Medium,
        Category = Category,
        Queue = Queue,
        Team = Team,
        Requester = Requester is { } requester ? new AccountId(requester) : null,
        Assignee = Assignees.Read(Assignee, caller),
        Channel = "api",
        Contact = contact,
        Attachments = attachments ?? [],
    };
}

/// <summary>Members that are left out stay as they are; <c>null</c> clears where that is possible.</summary>
/// <param name="Category">As when it is opened; so are queue and team.</param>
/// <param name="Queue">A ticket that moves to another queue goes to its team, unless the request names one.</param>
/// <param name="Assignee">Account id, <c>"me"</c>, or <c>null</c> for nobody.</param>
/// <param name="ResolutionText">With a status of resolved or closed only.</param>
public sealed record ChangeTicketRequest(
    [OneLine(TicketLimits.Subject)] Change<string> Subject = default, [Lines(TicketLimits.Body)] Change<string> Description = default,
    Change<Priority> Priority = default, [OneLine(TicketLimits.Word)] Change<string?> Category = default,
    [OneLine(TicketLimits.Word)] Change<string?> Queue = default, [OneLine(TicketLimits.Word)] Change<string?> Team = default,
    [Assignee] Change<string?> Assignee = default, Change<TicketStatus> Status = default,
    [Lines(TicketLimits.Body)] Change<string?> ResolutionText = default)
{
    internal ChangeTicket ToDomain(Caller caller) => new()
    {
        Subject = Subject,
        Description = Description,
        Priority = Priority,
        Category = Category,
        Queue = Queue,
        Team = Team,
        Assignee = Assignee.IsSet ? new(true, Assignees.Read(Assignee.Value, caller)) : default,
        Status = Status,
        ResolutionText = ResolutionText,
    };
}

/// <summary>
/// The whole ticket as it shall be. Members that are left out are cleared; those without which there is no ticket are required: subject,
/// description, and from staff priority and status. A customer cannot clear what is staff's to change, nor anybody the text of a
/// resolution: left out, they stay.
/// </summary>
public sealed record ReplaceTicketRequest(
    [Required, OneLine(TicketLimits.Subject)] string? Subject = null, [Required, Lines(TicketLimits.Body)] string? Description = null,
    Priority? Priority = null, TicketStatus? Status = null, [OneLine(TicketLimits.Word)] string? Category = null,
    [OneLine(TicketLimits.Word)] string? Queue = null, [OneLine(TicketLimits.Word)] string? Team = null, [Assignee] string? Assignee = null,
    [Lines(TicketLimits.Body)] string? ResolutionText = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => context.Caller().Role == Role.Customer ? [] :
    [
        Priority is null ? FieldError.Required("/priority") : null, Status is null ? FieldError.Required("/status") : null,
    ];

    // What is not a customer's to change cannot be cleared by leaving it out; it may be there as it was read.
    internal ChangeTicket ToDomain(Caller caller)
    {
        var staff = caller.Role != Role.Customer;
        return new()
        {
            Subject = Subject ?? "",
            Description = Description ?? "",
            Priority = Priority ?? default(Change<Priority>),
            Category = Whole(Category),
            Queue = Whole(Queue),
            Team = Whole(Team),
            Assignee = staff || Assignee is not null ? Assignees.Read(Assignee, caller) : default(Change<AccountId?>),
            Status = Status ?? default(Change<TicketStatus>),
            ResolutionText = ResolutionText is null ? default(Change<string?>) : ResolutionText,
        };

        Change<string?> Whole(string? value) => staff || value is not null ? new(true, value) : default;
    }
}

/// <param name="Body">At most 65,536 characters.</param>
/// <param name="Visibility">Default <c>public</c>; <c>internal</c> is for staff.</param>
/// <param name="Attachments">
/// Tokens of files that were sent to `/uploads`, at most 20; they are read by whoever reads the comment. Default: none.
/// </param>
/// <param name="Seen">
/// Id of the last comment that the writer saw, or of the ticket where there was none. If somebody else wrote something since that the caller
/// may read, 409 `newer-comment` is the answer, with it in `comments`, and nothing is written. Default: nothing is asked.
/// </param>
/// <param name="SendAt">
/// When it is to leave: in the future, at most 90 days (inclusive) ahead; for staff, with a public comment. The answer is 202 with the
/// scheduled answer then, and no customer learns of it before. At its moment it is held back instead, and its author told, if the customer
/// wrote meanwhile, the ticket was closed or merged, or its author serves no longer. Default: at once.
/// </param>
public sealed record AddCommentRequest(
    [Required, Lines(TicketLimits.Body)] string? Body = null, Visibility? Visibility = null,
    IReadOnlyList<string>? Attachments = null, Guid? Seen = null, DateTimeOffset? SendAt = null);

/// <summary>
/// The text goes, the mark stays. When a customer takes back the words that a follow-up (<c>follow_up_of</c>) began with and nothing else
/// stands in the conversation, the follow-up is closed with them. When they take back all because of which a ticket went on that was
/// resolved or waited for them, and nobody did anything since, it stands as before; else it stays as it is and whoever keeps it is told.
/// </summary>
/// <param name="Reason">Required of an admin, unless they wrote the comment less than 10 minutes ago. Only staff read it.</param>
public sealed record WithdrawCommentRequest([Lines(TicketLimits.Body)] string? Reason = null);

/// <param name="ResolutionText">Required unless the ticket is resolved already.</param>
public sealed record CloseTicketRequest([Lines(TicketLimits.Body)] string? ResolutionText = null);

/// <param name="Comment">Becomes a comment in the conversation.</param>
public sealed record ConfirmTicketRequest([Lines(TicketLimits.Body)] string? Comment = null);

/// <summary>
/// Staff take the ticket up again. A customer asks for it; on a ticket that has been closed for <c>follow_up_after_days</c> that is a new
/// ticket, as a comment is: the answer is that ticket, and its <c>follow_up_of</c> names the closed one. What comes after goes there too.
/// </summary>
/// <param name="Reason">Becomes a public comment in the conversation.</param>
public sealed record ReopenTicketRequest([Lines(TicketLimits.Body)] string? Reason = null);

/// <param name="Reason">Becomes a public comment in the conversation: the customer reads it.</param>
public sealed record DeclineReopenRequest([Required, Lines(TicketLimits.Body)] string? Reason = null);

/// <summary>
/// Nothing may in the end block itself or be its own duplicate (409 <c>link-ring</c>); tickets that were merged are one.
/// </summary>
/// <param name="Ticket">Id or number of the other ticket.</param>
/// <param name="Kind">Default <c>relates_to</c>.</param>
public sealed record LinkTicketRequest([Required, TicketName] string? Ticket = null, LinkKind? Kind = null);

/// <summary>
/// Refused with 409 <c>link-ring</c> where links of the two, over other tickets, would lead in a circle. A link between the two themselves
/// rests while they are one.
/// </summary>
/// <param name="Target">Id or number of the ticket that goes on.</param>
public sealed record MergeTicketRequest([Required, TicketName] string? Target = null);

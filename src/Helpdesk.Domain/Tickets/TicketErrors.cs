using Helpdesk.Domain.Categories;

namespace Helpdesk.Domain.Tickets;

/// <summary>Why an act on a ticket is refused.</summary>
public static class TicketErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error AlreadyClosed = new(ErrorKind.Conflict, "ticket-already-closed", "The ticket is closed already.");

    public static readonly Error Closed = new(ErrorKind.Conflict, "ticket-closed", "The ticket is closed. Reopen it first.");

    public static readonly Error Merged = new(
        ErrorKind.Conflict, "ticket-merged", "The ticket was merged into another one. Go on there, or undo the merge.");

    public static readonly Error NotMerged = new(ErrorKind.Conflict, "ticket-not-merged", "The ticket is not merged into another one.");

    public static readonly Error NotOver = new(
        ErrorKind.Conflict, "ticket-not-resolved", "Only a resolved or closed ticket can be reopened.");

    public static readonly Error AlreadyConfirmed = new(
        ErrorKind.Conflict, "ticket-already-confirmed", "The resolution is confirmed already.");

    public static readonly Error AssigneeRequired = new(
        ErrorKind.Conflict, "assignee-required",
        "A ticket in progress needs an assignee. Name one in the same request, or take the ticket first.");

    public static readonly Error MergeCycle = new(ErrorKind.Conflict, "merge-cycle", "The other ticket was merged into this one already.");

    public static readonly Error HasMerged = new(
        ErrorKind.Conflict, "ticket-has-merged", "Other tickets were merged into this one. Undo these merges first.");

    public static readonly Error AlreadyLinked = new(ErrorKind.Conflict, "already-linked", "The tickets are linked in this way already.");

    public static readonly Error NotLinked = new(ErrorKind.Conflict, "not-linked", "The tickets are not linked in this way.");

    public static readonly Error TooManyLinks = new(
        ErrorKind.Conflict, "too-many-links", $"A ticket holds at most {TicketLimits.Links} links.");

    public static readonly Error TooManyMerged = new(
        ErrorKind.Conflict, "too-many-merged", $"At most {TicketLimits.Absorbed} tickets can be merged into one.");

    public static readonly Error TooManyTags = new(
        ErrorKind.Conflict, "too-many-tags", $"A ticket holds at most {TicketLimits.Tags} tags.");

    public static readonly Error AdminOnly = new(ErrorKind.Forbidden, "admin-only", "Only an admin may do this.");

    public static readonly Error RequesterOnly = new(ErrorKind.Forbidden, "requester-only", "Only the requester may do this.");

    public static readonly Error NotClosed = new(ErrorKind.Conflict, "ticket-not-closed", "Only a closed ticket can be rated.");

    public static readonly Error RatingVoid = new(
        ErrorKind.Gone, "rating-void", "The ticket was reopened after this closing. The next closing brings a new question.");

    public static readonly Error RatingFinal = new(
        ErrorKind.Conflict, "rating-final", $"A rating can be changed for {Satisfaction.ChangeableFor.Days} days; these are over.");

    public static readonly Error RatingLinkExpired = new(
        ErrorKind.Gone, "rating-link-expired",
        $"The link was good for {SatisfactionLink.Lifetime.Days} days after the closing; these are over.");

    public static FieldError BadScore(string pointer) => new(pointer, "out-of-range", "Must be a whole number from 1 to 5.");

    public static Error Transition(TicketStatus from, TicketStatus to) => new(
        ErrorKind.Conflict, "transition-not-allowed",
        $"A ticket cannot go from {Words<TicketStatus>.Of(from)} to {Words<TicketStatus>.Of(to)}.");

    public static Error UnknownMember(string pointer) =>
        Error.Invalid(pointer, "unknown-member", "Must be the id of an active member of this tenant.");

    public static Error NotStaff(string pointer) =>
        Error.Invalid(pointer, "not-staff", "Must be the id of an active agent, manager or admin of this tenant.");

    public static Error UnknownTicket(string pointer) =>
        Error.Invalid(pointer, "unknown-ticket", "Must be the id of another ticket of this tenant.");

    public static Error ResolutionTextRequired => Error.Invalid("/resolution_text", "required", "A resolution needs a text.");
}

/// <summary>Sizes, in Unicode code points where text is meant; all inclusive.</summary>
public static class TicketLimits
{
    public const int Subject = 200;
    public const int Body = 65_536;
    public const int Word = TicketKeys.MostLetters;

    /// <summary>How many links a ticket holds; its share of links made on other tickets included.</summary>
    public const int Links = 100;

    /// <summary>How many tags a ticket holds.</summary>
    public const int Tags = 50;

    /// <summary>How many tickets can be merged into one.</summary>
    public const int Absorbed = 100;
}

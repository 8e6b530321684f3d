using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Answers that leave at a moment that their author chose. What has changed until then is noticed: an answer to what is no longer asked is
/// held back, and its author is told.
/// </summary>
public static partial class TicketScheduling
{
    /// <summary>Kind of the due moment.</summary>
    public const string SendLook = "scheduled-answer";

    /// <summary>How many wait on one ticket at most.</summary>
    public const int Most = 5;

    /// <summary>How far ahead, inclusive.</summary>
    public static readonly Duration Furthest = Duration.FromDays(90);

    /// <summary>For so long after the moment its files wait on, should it be held back.</summary>
    public static readonly Duration FilesWait = Duration.FromDays(7);

    /// <param name="files">Those of its files that are there.</param>
    public static Decision<TicketEvent> Schedule(
        Ticket ticket, AddComment command, IReadOnlyList<Upload> files, Member member, Instant now, SaidSince? since)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.CommentInternally) is { } refused)
            return refused;
        var fault = Faults(command, now) is { Length: > 0 } faults ? Error.Invalid(faults) : null;
        fault = Error.Together(fault, TicketFiles.Refusal(ticket, command.Attachments, files, member, now));
        if (Error.Together(fault, since?.Refusal(ticket, member)) is { } wrong)
            return wrong;
        if (NotNow(ticket, member) is { } why)
            return why;
        return ticket.Scheduled.Length >= Most ? TicketErrors.TooManyScheduled
            : new TicketEvent.AnswerScheduled(command.Id, command.Body, command.SendAt!.Value) { Attachments = command.Attachments };
    }

    /// <summary>Its author wants it at another moment: whatever held it back, they know of.</summary>
    public static Decision<TicketEvent> Move(Ticket ticket, Guid answer, Instant to, Member member, Instant now)
    {
        if (Find(ticket, answer, member).Refused(out var refused, out var scheduled))
            return refused;
        if (scheduled.By != member.Account)
            return TicketErrors.AuthorOnly;
        if (MomentFault(to, now) is { } fault)
            return Error.Invalid(fault);
        if (NotNow(ticket, member) is { } why)
            return why;
        return scheduled.SendAt == to && scheduled is { Held: null, IsOvertaken: false } ? Decision<TicketEvent>.Nothing
            : new TicketEvent.ScheduleMoved(answer, to);
    }

    /// <summary>Its author takes it back, and it is gone. Anybody else of the staff stops it, and its author is told.</summary>
    public static Decision<TicketEvent> TakeBack(Ticket ticket, Guid answer, Member member)
    {
        if (Find(ticket, answer, member).Refused(out var refused, out var scheduled))
            return refused;
        if (scheduled.By == member.Account)
            return new TicketEvent.ScheduleTakenBack(answer);
        return scheduled.Held is null ? new TicketEvent.ScheduleHeld(answer, scheduled.By, HeldBecause.Colleague)
            : Decision<TicketEvent>.Nothing;
    }

    /// <summary>It becomes a comment: at once by its author's wish, whatever came in between, or at its moment.</summary>
    /// <param name="isDue">Its moment has come: then it is asked whether something came in between.</param>
    public static Decision<TicketEvent> Send(
        Ticket ticket, Guid answer, bool isDue, IReadOnlyList<Upload> files, Member member, CustomerReplies replies, Instant now,
        AnswerReader? reader)
    {
        if (Find(ticket, answer, member).Refused(out var refused, out var scheduled))
            return refused;
        if (scheduled.By != member.Account)
            return TicketErrors.AuthorOnly;
        if (isDue && (scheduled.Held is not null || Hindrance(ticket, scheduled, serves: true) is not null))
            return TicketErrors.HeldBack;
        var said = TicketConversation.Comment(ticket, AsComment(scheduled), member, replies, now, reader);
        return TicketFiles.With(said, ticket, scheduled.Attachments, files, member, now);
    }

    public static AddComment AsComment(ScheduledAnswer scheduled) =>
        new(scheduled.Id, scheduled.Body, Visibility.Public) { Attachments = scheduled.Attachments };

    private static Result<ScheduledAnswer> Find(Ticket ticket, Guid answer, Member member) =>
        TicketAccess.Refusal(member, ticket, TicketAct.CommentInternally) is { } refused ? refused
        : ticket.Scheduled.FirstOrDefault(one => one.Id == answer) is { } found ? found : AccessErrors.NotFound;

    private static FieldError[] Faults(AddComment command, Instant now) =>
    [
        .. new[]
        {
            Text.Body(command.Body, "/body", TicketLimits.Body),
            command.Visibility == Visibility.Internal ? FieldCode.NotSettable.At(
                "/send_at", "Gehört zu einer öffentlichen Antwort.", "Goes with a public comment.").With("/visibility")
                : MomentFault(command.SendAt!.Value, now),
        }.OfType<FieldError>(),
    ];

    private static FieldError? MomentFault(Instant at, Instant now) => at <= now ? FieldCode.Past.At("/send_at")
        : at > now + Furthest ? FieldCode.OutOfRange.At("/send_at",
            $"Darf höchstens {Furthest.Days} Tage in der Zukunft liegen.", $"Must be at most {Furthest.Days} days ahead.") : null;

    private static Error? NotNow(Ticket ticket, Member member) => ticket.MergedInto is not null ? TicketErrors.MergedAway(ticket, member)
        : ticket.Status == TicketStatus.Closed ? TicketErrors.Closed : null;
}

using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;
using Orleans.Concurrency;

namespace Helpdesk.Contracts.Tickets;

/// <summary>
/// One ticket; the only writer of its history. Key: <c>{tenant:D}/{ticket:D}</c>. Every command takes the id that makes its retry harmless
/// and, where the caller read the ticket before, the version that was read.
/// </summary>
[Alias("ITicketGrain")]
public interface ITicketGrain : IDueSubject
{
    /// <param name="comments">How many comments at most, from the oldest on; 0 to 200.</param>
    [Alias("Read")]
    Task<Result<TicketDetails>> Read(Caller caller, int comments, CancellationToken cancellation);

    /// <summary>The conversation from some place on, in the order in which it was held.</summary>
    /// <param name="after">The last comment that was read; <c>null</c>: from the beginning.</param>
    /// <param name="limit">1 to 200.</param>
    [Alias("Comments")]
    Task<Result<CommentPage>> Comments(Caller caller, CommentPosition? after, int limit, CancellationToken cancellation);

    /// <summary>The conversation backwards.</summary>
    /// <param name="before">The last comment that was read; <c>null</c>: from the end.</param>
    /// <param name="limit">1 to 200.</param>
    [Alias("NewestComments")]
    Task<Result<CommentPage>> NewestComments(Caller caller, CommentPosition? before, int limit, CancellationToken cancellation);

    /// <summary>One comment of the conversation.</summary>
    [Alias("ReadComment")]
    Task<Result<TicketComment>> ReadComment(Caller caller, Guid comment, CancellationToken cancellation);

    /// <summary>
    /// What a customer writes on a ticket that was closed long ago begins a new one, linked with it, or goes on in the one that it began
    /// before; the answer is of that ticket then.
    /// </summary>
    [Alias("Comment")]
    Task<Result<TicketOutcome>> Comment(Caller caller, CommandId id, AddComment command, CancellationToken cancellation);

    /// <summary>
    /// The platform's own act when a mail server accepted the mail that brings an answer to the customer, or when there is none after all.
    /// Changes nothing when that is known, or when the answer does not wait for it.
    /// </summary>
    [Alias("AnswerDelivered")]
    Task<Result<TicketOutcome>> AnswerDelivered(Caller caller, CommandId id, AnswerReport report, CancellationToken cancellation);

    /// <summary>A follow-up takes what its customer wrote on the ticket that it follows, by its own rules.</summary>
    /// <param name="said"><c>null</c>: they asked to reopen it and said nothing.</param>
    /// <param name="asks">They asked to reopen it.</param>
    [Alias("GoOn")]
    Task<Result<TicketOutcome>> GoOn(Caller caller, CommandId id, AddComment? said, bool asks, CancellationToken cancellation);

    /// <summary>A scheduled answer leaves at another moment; its author's act.</summary>
    [Alias("MoveScheduled")]
    Task<Result<TicketOutcome>> MoveScheduled(Caller caller, CommandId id, MoveAnswer move, CancellationToken cancellation);

    /// <summary>A scheduled answer leaves now, whatever came in between; its author's act.</summary>
    [Alias("SendScheduled")]
    Task<Result<TicketOutcome>> SendScheduled(Caller caller, CommandId id, Guid answer, CancellationToken cancellation);

    /// <summary>A scheduled answer is gone when its author wants it, and stopped when anybody else of the staff does.</summary>
    [Alias("TakeBackScheduled")]
    Task<Result<TicketOutcome>> TakeBackScheduled(Caller caller, CommandId id, Guid answer, CancellationToken cancellation);

    /// <summary>Takes a comment's text back: its author within 10 minutes, an admin for a reason.</summary>
    [Alias("WithdrawComment")]
    Task<Result<TicketOutcome>> WithdrawComment(
        Caller caller, CommandId id, Guid comment, string? reason, CancellationToken cancellation);

    /// <summary>Attaches one file by itself.</summary>
    /// <param name="upload">The caller's own, not attached yet.</param>
    [Alias("Attach")]
    Task<Result<TicketOutcome>> Attach(
        Caller caller, CommandId id, Guid upload, Visibility visibility, CancellationToken cancellation);

    /// <summary>Takes a file away: whoever attached it within 10 minutes, an admin for a reason.</summary>
    /// <param name="name">What it is called, for the history.</param>
    [Alias("RemoveAttachment")]
    Task<Result<TicketOutcome>> RemoveAttachment(
        Caller caller, CommandId id, Guid attachment, string name, string? reason, CancellationToken cancellation);

    /// <param name="version">As read, see <see cref="Ticket.Version"/>; <c>null</c>: whatever it is.</param>
    [Alias("Change")]
    Task<Result<TicketOutcome>> Change(Caller caller, CommandId id, ChangeTicket command, int? version, CancellationToken cancellation);

    /// <summary>
    /// The platform's own act when an assignee serves no longer. Changes nothing when the ticket is somebody else's by now.
    /// </summary>
    /// <param name="to"><c>null</c>: nobody in person.</param>
    /// <param name="team"><c>null</c>: it stays with its team.</param>
    [Alias("HandOver")]
    Task<Result<TicketOutcome>> HandOver(
        Caller caller, CommandId id, AccountId from, AccountId? to, string? team, CancellationToken cancellation);

    [Alias("Close")]
    Task<Result<TicketOutcome>> Close(Caller caller, CommandId id, string? resolutionText, int? version, CancellationToken cancellation);

    [Alias("Confirm")]
    Task<Result<TicketOutcome>> Confirm(Caller caller, CommandId id, string? comment, CancellationToken cancellation);

    /// <summary>Reopens for staff, asks for it for a customer.</summary>
    [Alias("Reopen")]
    Task<Result<TicketOutcome>> Reopen(Caller caller, CommandId id, string? reason, CancellationToken cancellation);

    /// <summary>Says no to a customer who asks to reopen it.</summary>
    [Alias("DeclineReopen")]
    Task<Result<TicketOutcome>> DeclineReopen(Caller caller, CommandId id, string reason, CancellationToken cancellation);

    /// <summary>
    /// This ticket alone; <see cref="ITicketPairGrain.Delete"/> also takes it out of the tickets that it was linked with.
    /// </summary>
    [Alias("Delete")]
    Task<Result<TicketOutcome>> Delete(Caller caller, CommandId id, int? version, CancellationToken cancellation);

    /// <summary>This ticket's half of a link.</summary>
    [Alias("Link")]
    Task<Result<TicketOutcome>> Link(
        Caller caller, CommandId id, TicketId other, string otherNumber, LinkKind kind, CancellationToken cancellation);

    [Alias("Unlink")]
    Task<Result<TicketOutcome>> Unlink(Caller caller, CommandId id, TicketId other, LinkKind kind, CancellationToken cancellation);

    /// <summary>The target's half of a merge.</summary>
    [Alias("Absorb")]
    Task<Result<TicketOutcome>> Absorb(Caller caller, CommandId id, TicketId source, string sourceNumber, CancellationToken cancellation);

    /// <summary>The target's half of undoing a merge.</summary>
    [Alias("Release")]
    Task<Result<TicketOutcome>> Release(Caller caller, CommandId id, TicketId source, CancellationToken cancellation);

    /// <summary>
    /// Both halves of a merge, within one turn of the source: nothing happens to it between them. For <see cref="ITicketPairGrain"/> alone,
    /// which does one after the other, so that no two tickets wait for each other.
    /// </summary>
    [Alias("Merge")]
    Task<Result<TicketOutcome>> Merge(Caller caller, CommandId id, MergeTarget target, int? version, CancellationToken cancellation);

    /// <summary>The source's half of a merge.</summary>
    [Alias("MergeInto")]
    Task<Result<TicketOutcome>> MergeInto(Caller caller, CommandId id, MergeTarget target, int? version, CancellationToken cancellation);

    /// <summary>The source's half of undoing a merge.</summary>
    /// <param name="target">Where it is expected to be merged into; <c>null</c>: wherever that is.</param>
    [Alias("Unmerge")]
    Task<Result<TicketOutcome>> Unmerge(Caller caller, CommandId id, TicketId? target, CancellationToken cancellation);

    /// <summary>Staff's own. A tag that is there already changes nothing.</summary>
    [Alias("Tag")]
    Task<Result<TicketOutcome>> Tag(Caller caller, CommandId id, string tag, int? version, CancellationToken cancellation);

    [Alias("Untag")]
    Task<Result<TicketOutcome>> Untag(Caller caller, CommandId id, string tag, int? version, CancellationToken cancellation);

    /// <summary>How a closing was rated, and whether it can be.</summary>
    /// <param name="closing">
    /// The one that a link was made for, whose holder is taken for the requester; <c>null</c>: the last one, asked by the caller.
    /// </param>
    [Alias("Satisfaction")]
    Task<Result<SatisfactionView>> Satisfaction(Caller caller, int? closing, CancellationToken cancellation);

    /// <param name="score">1 (worst) to 5 (best).</param>
    [Alias("Rate")]
    Task<Result<SatisfactionView>> Rate(
        Caller caller, CommandId id, int? closing, int score, string? comment, CancellationToken cancellation);

    /// <summary>Why it is due when it is: every target with every segment. Staff's own.</summary>
    [Alias("Sla")]
    Task<Result<TicketSla>> Sla(Caller caller, CancellationToken cancellation);

    /// <summary>An admin's explicit wish: from now on the policies and calendars of today hold for this ticket.</summary>
    [Alias("Reevaluate")]
    Task<Result<TicketOutcome>> Reevaluate(Caller caller, CommandId id, CancellationToken cancellation);
}

/// <summary>
/// Where tickets of one tenant begin, and get their numbers. Key: <c>{tenant:D}</c>. A ticket has no grain of its own before somebody asks
/// for it: what is imported or mailed in by the thousand takes no memory.
/// </summary>
[Alias("ITicketIntakeGrain")]
public interface ITicketIntakeGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts a ticket under the next number; never one that was handed out before, also after a crash. Gaps are allowed. A repeated
    /// command answers with the ticket of the first time.
    /// </summary>
    /// <param name="ticket">Its id, which nothing has yet.</param>
    [Alias("Open"), AlwaysInterleave]
    Task<Result<TicketOutcome>> Open(Caller caller, CommandId id, TicketId ticket, OpenTicket command, CancellationToken cancellation);

    /// <summary>Starts a ticket with what a customer wrote on one that was closed long ago; <c>null</c>: they asked to reopen it.</summary>
    /// <param name="ticket">Id of the new one.</param>
    [Alias("FollowUp"), AlwaysInterleave]
    Task<Result<TicketOutcome>> FollowUp(
        Caller caller, CommandId id, TicketId ticket, TicketId closed, AddComment? command, CancellationToken cancellation);
}

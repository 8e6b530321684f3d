using System.Collections.Immutable;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tickets;

/// <summary>What can happen to a ticket. Stored for good: members are added, never renamed or given another meaning.</summary>
public abstract record TicketEvent
{
    private TicketEvent() { }

    /// <summary>With this event another policy begins to speak for the ticket; <c>null</c>: none does.</summary>
    public SlaTerms? Promised { get; init; }

    /// <summary>What the clocks say after this event; <c>null</c>: what they said before.</summary>
    public TicketPlan? Planned { get; init; }

    public sealed record Opened : TicketEvent
    {
        public required string Number { get; init; }
        public required string Subject { get; init; }
        public required string Description { get; init; }
        public required Priority Priority { get; init; }
        public required string? Category { get; init; }
        public required string? Queue { get; init; }
        public required string? Team { get; init; }
        public required AccountId Requester { get; init; }

        /// <summary>The door it came in by: <c>api</c>, later <c>mail</c>, <c>portal</c>.</summary>
        public required string Channel { get; init; }

        /// <summary>The requester's group at that time, for policies that make a difference by it; <c>null</c>: none.</summary>
        public string? RequesterGroup { get; init; }

        /// <summary>The closed ticket that the customer wrote on; <c>null</c>: it stands by itself.</summary>
        public TicketReference? FollowUpOf { get; init; }
    }

    /// <param name="Id">Name of the comment in the API.</param>
    /// <param name="FromStaff">
    /// Written by staff, and not by staff who asked for help themselves; decided at the time, since a person's role may change later.
    /// </param>
    /// <param name="Automatic">Written by a rule, not by a person: never counts as an answer.</param>
    /// <param name="AwaitsMail">Counts as the first answer only with <see cref="AnswerDelivered"/>.</param>
    public sealed record Commented(
        Guid Id, string Body, Visibility Visibility, bool FromStaff, bool Automatic = false, bool AwaitsMail = false) : TicketEvent;

    /// <summary>A mail server accepted the mail that brings an answer to the customer, or it became a file where there is none.</summary>
    /// <param name="At">When it did so: this is recorded a little later. Never before the comment.</param>
    /// <param name="Mailed">Else no mail was sent after all, for the customer's own wish: it counts from the comment on.</param>
    public sealed record AnswerDelivered(Guid Comment, Instant At, bool Mailed = true) : TicketEvent;

    /// <summary>Staff wrote an answer that is to leave at a later moment. Staff's own until it is a comment of the same id.</summary>
    public sealed record AnswerScheduled(Guid Id, string Body, Instant SendAt) : TicketEvent
    {
        /// <summary>Uploads that become its files.</summary>
        public ImmutableArray<Guid> Attachments { get; init; } = [];
    }

    public sealed record ScheduleMoved(Guid Comment, Instant To) : TicketEvent;

    public sealed record ScheduleTakenBack(Guid Comment) : TicketEvent;

    /// <summary>It does not leave by itself.</summary>
    /// <param name="By">Whoever wrote it, and is told.</param>
    public sealed record ScheduleHeld(Guid Comment, AccountId By, HeldBecause Because) : TicketEvent;

    /// <summary>Its text is shown to nobody any more; that it was there, and who took it back, stays.</summary>
    /// <param name="Visibility">Of the comment: what customers did not see, they do not see go.</param>
    /// <param name="Reason">Why somebody else than its author did it; staff's own.</param>
    public sealed record CommentWithdrawn(Guid Comment, Visibility Visibility, string? Reason) : TicketEvent;

    /// <summary>A file came along: with a comment, with the ticket, or by itself.</summary>
    /// <param name="Visibility">Who may read it; the comment's, where it came with one.</param>
    /// <param name="Comment"><c>null</c>: it came without one.</param>
    public sealed record Attached(FileFacts File, Visibility Visibility, Guid? Comment) : TicketEvent;

    /// <summary>Its content is gone; that it was there, and who took it away, stays.</summary>
    /// <param name="Visibility">Of the file: what customers did not see, they do not see go.</param>
    /// <param name="Reason">Why somebody else than whoever attached it did so; staff's own.</param>
    public sealed record AttachmentRemoved(Guid Attachment, string FileName, Visibility Visibility, string? Reason) : TicketEvent;

    public sealed record SubjectChanged(string From, string To) : TicketEvent;

    public sealed record DescriptionChanged(string To) : TicketEvent;

    public sealed record PriorityChanged(Priority From, Priority To) : TicketEvent;

    public sealed record CategoryChanged(string? From, string? To) : TicketEvent;

    public sealed record QueueChanged(string? From, string? To) : TicketEvent;

    public sealed record TeamChanged(string? From, string? To) : TicketEvent;

    /// <param name="To"><c>null</c>: nobody works on it any more.</param>
    /// <param name="Because"><c>null</c>: somebody wanted it so.</param>
    public sealed record Assigned(AccountId? From, AccountId? To, AssignmentReason? Because = null) : TicketEvent;

    /// <summary>Along the state machine, except into resolved and closed and out of them, which have events of their own.</summary>
    public sealed record StatusChanged(TicketStatus From, TicketStatus To) : TicketEvent;

    /// <param name="ByRequester">The customer marked it as done.</param>
    public sealed record Resolved(TicketStatus From, string ResolutionText, bool ByRequester = false) : TicketEvent;

    /// <summary>Staff changed the text of a ticket that is resolved already.</summary>
    public sealed record ResolutionChanged(string To) : TicketEvent;

    /// <summary>The customer agrees that a resolved ticket is solved.</summary>
    /// <param name="Comment">Until December 2026; since then the words are a comment.</param>
    public sealed record ResolutionConfirmed(string? Comment) : TicketEvent;

    /// <param name="IsWithdrawn">
    /// Its requester took back all that it asked: nothing was promised or done, so it counts in no figure, and there is nothing to rate.
    /// </param>
    public sealed record Closed(TicketStatus From, string ResolutionText, bool IsWithdrawn = false) : TicketEvent;

    /// <summary>The requester says how a closing was; later ones of the same closing replace it.</summary>
    /// <param name="Closing">Which one, from 1.</param>
    /// <param name="Score">1 (worst) to 5 (best).</param>
    public sealed record Rated(int Closing, int Score, string? Comment) : TicketEvent;

    /// <summary>The customer wants it taken up again; staff grant it or decline.</summary>
    /// <param name="Reason">Until December 2026; since then the words are a comment.</param>
    public sealed record ReopenRequested(string? Reason) : TicketEvent;

    /// <param name="Reason">Until December 2026; since then the words are a comment.</param>
    /// <param name="Granted">The customer had asked for it.</param>
    public sealed record Reopened(TicketStatus From, TicketStatus To, string? Reason, bool Granted = false) : TicketEvent;

    /// <summary>Staff do not take it up again; why, stands in the comment with it.</summary>
    public sealed record ReopenDeclined : TicketEvent;

    /// <summary>The only words that asked for it were taken back, and the request with them.</summary>
    public sealed record ReopenRequestWithdrawn : TicketEvent;

    /// <summary>All words because of which it went on were taken back, and it stands as before them.</summary>
    public sealed record TakenBack(TicketStatus From, TicketStatus To) : TicketEvent;

    /// <summary>This ticket's half of a link; the other ticket has an event of its own.</summary>
    public sealed record Linked(TicketId Other, string OtherNumber, LinkKind Kind) : TicketEvent;

    public sealed record Unlinked(TicketId Other, string OtherNumber, LinkKind Kind) : TicketEvent;

    /// <summary>This ticket goes on as <paramref name="Target"/>; it is closed until the merge is undone.</summary>
    /// <param name="SameRequester">Both tickets are the same customer's, so the customer may learn which one it goes on as.</param>
    public sealed record Merged(TicketId Target, string TargetNumber, TicketStatus From, bool SameRequester = false) : TicketEvent;

    /// <summary>The merge was undone on the source: it stands where it stood before.</summary>
    public sealed record Unmerged(TicketId Target, TicketStatus To) : TicketEvent;

    /// <summary>Another ticket was merged into this one.</summary>
    public sealed record Absorbed(TicketId Source, string SourceNumber) : TicketEvent;

    /// <summary>The merge was undone on the target.</summary>
    public sealed record Released(TicketId Source, string SourceNumber) : TicketEvent;

    public sealed record Tagged(string Tag) : TicketEvent;

    public sealed record Untagged(string Tag) : TicketEvent;

    /// <summary>An admin put the ticket under the policies and calendars of that day; see <see cref="Promised"/>.</summary>
    public sealed record SlaReevaluated : TicketEvent;

    /// <summary>
    /// The plan in the history was out of date, for example after a change of the tenant's settings; see <see cref="Planned"/>.
    /// </summary>
    public sealed record SlaPlanCorrected : TicketEvent;

    /// <summary>A step of the policy or the breach itself; never again for the same target and wait.</summary>
    /// <param name="Missed">A step that came with the breach or after it: nothing is left to warn of.</param>
    public sealed record SlaMomentReached(SlaMoment Moment, bool Missed = false) : TicketEvent;

    /// <summary>Somebody must be told. Whatever carries it to them follows the feed.</summary>
    /// <param name="AnyTime">Also outside the recipient's hours.</param>
    /// <param name="TellAt">Not before; <c>null</c>: at once.</param>
    /// <param name="Missed">The target is missed; otherwise it is at risk.</param>
    public sealed record NotificationOwed(SlaRecipient To, SlaMoment About, bool AnyTime, Instant? TellAt = null, bool Missed = false)
        : TicketEvent;

    /// <summary>Soft: gone from every list and address, kept in the history until its retention ends.</summary>
    public sealed record Deleted : TicketEvent;
}

/// <summary>Why a ticket goes to another assignee without anybody having asked for this ticket.</summary>
public enum AssignmentReason
{
    /// <summary>Whoever had it serves no longer.</summary>
    Left,
}

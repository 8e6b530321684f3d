using System.Collections.Immutable;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// A ticket as its events left it. Comment bodies are not here: they live in the events, the state counts them.
/// </summary>
public sealed record Ticket : IAggregate<Ticket, TicketEvent>
{
    public static string Kind => "ticket";

    public required string Number { get; init; }
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required TicketStatus Status { get; init; }
    public required Priority Priority { get; init; }
    public string? Category { get; init; }
    public string? Queue { get; init; }
    public string? Team { get; init; }
    public required AccountId Requester { get; init; }
    public AccountId? Assignee { get; init; }

    /// <summary>Why it is over. Set while it is resolved or closed, except by a merge.</summary>
    public string? ResolutionText { get; init; }
    public required string Channel { get; init; }
    public int Version { get; init; }
    public required Instant CreatedAt { get; init; }
    public AccountId? CreatedBy { get; init; }
    public Instant UpdatedAt { get; init; }
    public AccountId? UpdatedBy { get; init; }
    public Instant? ResolvedAt { get; init; }
    public Instant? ClosedAt { get; init; }
    public Instant? ConfirmedAt { get; init; }

    /// <summary>The customer asks to take it up again, and nobody has granted or declined it yet.</summary>
    public Instant? ReopenRequestedAt { get; init; }

    /// <summary>When staff last said no to that, or the words that asked for it were taken back; while it is over.</summary>
    public Instant? ReopenDeclinedAt { get; init; }

    /// <summary>The closed ticket that the customer wrote on when this one began.</summary>
    public TicketReference? FollowUpOf { get; init; }

    /// <summary>
    /// The comment that a follow-up began with; <c>null</c>: with none, it is another ticket, or it began before December 2026.
    /// </summary>
    public Guid? BeganWith { get; init; }
    public bool IsDeleted { get; init; }
    public int PublicComments { get; init; }
    public int InternalComments { get; init; }

    /// <summary>Comments whose text was taken back. They are counted above like the others.</summary>
    public ImmutableArray<Guid> Withdrawn { get; init; } = [];

    /// <summary>How many of the public comments were taken back.</summary>
    public int PublicWithdrawn { get; init; }
    public int InternalWithdrawn { get; init; }

    /// <summary>
    /// The customer's comments that ask to take it up again, or would if a request came with the last one. Empty: the request came without
    /// words.
    /// </summary>
    public ImmutableArray<Guid> RequestWords { get; init; } = [];

    /// <summary>The customer's words because of which it goes on; <c>null</c>: it does not, or for another reason.</summary>
    public TakenUp? TakenUp { get; init; }

    /// <summary>The time of the last change that customers may see.</summary>
    public Instant PublicUpdatedAt { get; init; }

    /// <summary>
    /// How many changes customers may see. It is their version of the ticket, in answers and in <c>If-Match</c>: the true version would
    /// tell them how much staff wrote to each other.
    /// </summary>
    public int PublicVersion { get; init; }

    public ImmutableArray<TicketLink> Links { get; init; } = [];

    /// <summary>The ticket that this one goes on as, and where this one stood before.</summary>
    public TicketMerge? MergedInto { get; init; }

    /// <summary>Tickets that go on as this one. Empty while this one is merged itself: merges have no chains.</summary>
    public ImmutableArray<AbsorbedTicket> Absorbed { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Files that stand, in the order in which they were attached; what else is known of them has rows of its own.</summary>
    public ImmutableArray<TicketFile> Files { get; init; } = [];

    /// <summary>Answers that count as soon as their mails are accepted, and were not accepted so far.</summary>
    public ImmutableArray<AwaitedAnswer> Awaited { get; init; } = [];

    /// <summary>Answers that leave later; staff's own.</summary>
    public ImmutableArray<ScheduledAnswer> Scheduled { get; init; } = [];

    /// <summary>How often it has been closed, merges aside. Each closing can be rated.</summary>
    public int Closings { get; init; }

    /// <summary>The rating of the last closing that was rated; <c>null</c>: none was.</summary>
    public SatisfactionRating? Rating { get; init; }

    /// <summary>When what changed, for due times; <c>null</c>: a ticket without clocks.</summary>
    public SlaClock? Clock { get; init; }

    /// <summary>What the clocks said after the last change.</summary>
    public TicketPlan Plan { get; init; } = TicketPlan.None;

    public IReadOnlyDictionary<string, Instant> Due => TicketDue.Of(this);

    public bool IsOver => Status.IsOver();

    /// <summary>Somebody has to grant or decline: not so in a ticket that goes on as another one.</summary>
    public bool IsReopenRequested => ReopenRequestedAt is not null && MergedInto is null;

    public static Ticket Apply(Ticket? state, Recorded<TicketEvent> recorded)
    {
        var next = recorded.Event is TicketEvent.Opened opened ? Open(opened, recorded) : state!.With(recorded);
        var isShown = TicketDisclosure.ShowsCustomers(recorded.Event);
        return next with
        {
            Version = recorded.Version,
            UpdatedAt = recorded.At,
            UpdatedBy = recorded.Actor,
            Clock = TicketSlaFacts.Fold(next.Clock, recorded, (recorded.Event as TicketEvent.Opened)?.RequesterGroup),
            Plan = recorded.Event.Planned ?? next.Plan,
            Scheduled = ScheduledAnswer.After(next.Scheduled, recorded),
            TakenUp = state is null ? null : TakenUp.After(state, recorded),
            PublicUpdatedAt = isShown ? recorded.At : next.PublicUpdatedAt,
            PublicVersion = isShown ? next.PublicVersion + 1 : next.PublicVersion,
        };
    }

    private static Ticket Open(TicketEvent.Opened opened, Recorded<TicketEvent> recorded) => new()
    {
        Number = opened.Number,
        Subject = opened.Subject,
        Description = opened.Description,
        Status = TicketStatus.Open,
        Priority = opened.Priority,
        Category = opened.Category,
        Queue = opened.Queue,
        Team = opened.Team,
        Requester = opened.Requester,
        Channel = opened.Channel,
        FollowUpOf = opened.FollowUpOf,
        CreatedAt = recorded.At,
        CreatedBy = recorded.Actor,
    };

    private Ticket With(Recorded<TicketEvent> recorded) => recorded.Event switch
    {
        TicketEvent.Commented { Visibility: Visibility.Internal } => this with { InternalComments = InternalComments + 1 },
        TicketEvent.Commented { FromStaff: true } said => this with
        {
            PublicComments = PublicComments + 1,
            Awaited = said.AwaitsMail ? Awaited.Add(new(said.Id, recorded.At)) : Awaited,
        },
        TicketEvent.AnswerDelivered delivered => this with { Awaited = Awaited.RemoveAll(answer => answer.Comment == delivered.Comment) },
        TicketEvent.Commented said => this with
        {
            PublicComments = PublicComments + 1,
            BeganWith = FollowUpOf is not null && recorded.At == CreatedAt ? said.Id : BeganWith,
            RequestWords = ReopenRequestedAt is null ? [said.Id] : RequestWords.IsEmpty ? [] : RequestWords.Add(said.Id),
        },
        TicketEvent.CommentWithdrawn withdrawn => this with
        {
            Withdrawn = Withdrawn.Add(withdrawn.Comment),
            PublicWithdrawn = PublicWithdrawn + (withdrawn.Visibility == Visibility.Public ? 1 : 0),
            InternalWithdrawn = InternalWithdrawn + (withdrawn.Visibility == Visibility.Internal ? 1 : 0),
            Files = Files.Without(file => file.Comment == withdrawn.Comment),
        },
        TicketEvent.Attached attached => this with
        {
            Files = Files.Add(new(attached.File.Id, attached.Comment, attached.Visibility, recorded.Actor, recorded.At)),
        },
        TicketEvent.AttachmentRemoved removed => this with { Files = Files.Without(file => file.Id == removed.Attachment) },
        TicketEvent.SubjectChanged changed => this with { Subject = changed.To },
        TicketEvent.DescriptionChanged changed => this with { Description = changed.To },
        TicketEvent.PriorityChanged changed => this with { Priority = changed.To },
        TicketEvent.CategoryChanged changed => this with { Category = changed.To },
        TicketEvent.QueueChanged changed => this with { Queue = changed.To },
        TicketEvent.TeamChanged changed => this with { Team = changed.To },
        TicketEvent.Assigned assigned => this with { Assignee = assigned.To },
        TicketEvent.StatusChanged changed => this with { Status = changed.To },
        TicketEvent.Resolved resolved => this with
        {
            Status = TicketStatus.Resolved,
            ResolutionText = resolved.ResolutionText,
            ResolvedAt = recorded.At,
            ConfirmedAt = resolved.ByRequester ? recorded.At : null,
        },
        TicketEvent.ResolutionChanged changed => this with { ResolutionText = changed.To },
        TicketEvent.ResolutionConfirmed => this with { ConfirmedAt = recorded.At, ReopenRequestedAt = null },
        TicketEvent.Closed closed => this with
        {
            Status = TicketStatus.Closed,
            ResolutionText = closed.ResolutionText,
            ResolvedAt = ResolvedAt ?? recorded.At,
            ClosedAt = recorded.At,
            Closings = closed.IsWithdrawn ? Closings : Closings + 1,
        },
        TicketEvent.Rated rated => this with
        {
            Rating = new(
                rated.Closing, rated.Score, rated.Comment, Rating?.Closing == rated.Closing ? Rating.GivenAt : recorded.At, recorded.At),
        },
        // What one act says has one moment: words from before did not ask.
        TicketEvent.ReopenRequested => this with
        {
            ReopenRequestedAt = recorded.At,
            RequestWords = UpdatedAt == recorded.At ? RequestWords : [],
        },
        TicketEvent.ReopenDeclined or TicketEvent.ReopenRequestWithdrawn =>
            this with { ReopenRequestedAt = null, ReopenDeclinedAt = recorded.At },
        TicketEvent.Reopened reopened => this with
        {
            Status = reopened.To,
            ResolutionText = null,
            ResolvedAt = null,
            ClosedAt = null,
            ConfirmedAt = null,
            ReopenRequestedAt = null,
            ReopenDeclinedAt = null,
        },
        TicketEvent.TakenBack back => TakenUp?.Before?.Restored(this) ?? this with { Status = back.To },
        TicketEvent.Linked linked => this with { Links = Links.Add(new(linked.Other, linked.OtherNumber, linked.Kind)) },
        TicketEvent.Unlinked unlinked => this with { Links = Links.RemoveAll(link => link.Joins(unlinked.Other, unlinked.Kind)) },
        TicketEvent.Merged merged => this with
        {
            MergedInto = new(merged.Target, merged.TargetNumber, merged.From, merged.SameRequester),
            Status = TicketStatus.Closed,
            ClosedAt = recorded.At,
        },
        TicketEvent.Unmerged unmerged => this with { Status = unmerged.To, ClosedAt = null, MergedInto = null },
        TicketEvent.Absorbed absorbed => this with { Absorbed = Absorbed.Add(new(absorbed.Source, absorbed.SourceNumber)) },
        TicketEvent.Released released => this with { Absorbed = Absorbed.RemoveAll(source => source.Ticket == released.Source) },
        TicketEvent.Tagged tagged => this with { Tags = Tags.Add(tagged.Tag) },
        TicketEvent.Untagged untagged => this with { Tags = Tags.Remove(untagged.Tag) },
        TicketEvent.SlaReevaluated or TicketEvent.SlaPlanCorrected or TicketEvent.SlaMomentReached or TicketEvent.NotificationOwed
            or TicketEvent.AnswerScheduled or TicketEvent.ScheduleMoved or TicketEvent.ScheduleTakenBack or TicketEvent.ScheduleHeld => this,
        TicketEvent.Deleted => this with { IsDeleted = true },
        var unknown => throw new InvalidOperationException($"A ticket cannot begin or go on with {unknown.GetType().Name}."),
    };
}

public sealed record TicketLink(TicketId Other, string Number, LinkKind Kind)
{
    public bool Joins(TicketId other, LinkKind kind) => Other == other && Kind == kind;
}

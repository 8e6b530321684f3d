using System.Collections.Immutable;

namespace Helpdesk.Domain.Tickets;

/// <summary>What a draft of somebody's becomes when it is sent, in a ticket that is there.</summary>
public enum DraftKind
{
    /// <summary>A public comment.</summary>
    Answer,
    /// <summary>An internal one; staff's own.</summary>
    Note,
    /// <summary>Other words for the ticket itself, in the form of whatever program their writer uses; staff's own.</summary>
    Edit,
}

/// <summary>Whose draft it is, and what it is going to be. There is one for each.</summary>
/// <param name="Ticket"><c>null</c>: of a ticket that is not opened yet.</param>
/// <param name="Kind"><c>null</c> there.</param>
public sealed record DraftPlace(TenantId Tenant, AccountId Account, TicketId? Ticket, DraftKind? Kind)
{
    public static DraftPlace Of(Member member, TicketId ticket, DraftKind kind) =>
        new(member.Tenant, member.Account, ticket, kind);

    public static DraftPlace OfNewTicket(Member member) => new(member.Tenant, member.Account, Ticket: null, Kind: null);

    /// <summary>Why it is none that the member could have; <c>null</c>: they could. Who sees the ticket is not asked here.</summary>
    public static Error? Refusal(Member member, DraftKind kind) =>
        kind is not DraftKind.Answer && !member.IsStaff ? AccessErrors.StaffOnly : null;
}

/// <summary>
/// What somebody writes and has not sent. Whoever saves it names the version they read, so that of two tabs none overwrites what the other
/// one saved; sending counts as a version too, so that nothing comes back that was sent.
/// </summary>
/// <param name="Version">0: nothing was saved here yet, or so long ago that it is forgotten.</param>
/// <param name="SavedAt"><c>null</c> as well then.</param>
/// <param name="Shared">Colleagues may read it.</param>
public sealed record Draft(int Version, Instant? SavedAt, bool Shared, DraftContent Content)
{
    /// <summary>Kept for so long after it was last saved: a leave of four weeks, and a few days to find it again.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);

    public static readonly Draft None = new(0, null, false, DraftContent.Empty);

    /// <summary>It holds what is to be saved, so saving it again changes nothing: the answer of the first time was lost.</summary>
    public bool Holds(DraftContent content, bool shared) => Content.Same(content) && Shared == (shared && !content.IsEmpty);
}

/// <summary>As it was left: nothing of it must be right yet, since it is not finished.</summary>
public sealed record DraftContent
{
    public static readonly DraftContent Empty = new();

    /// <summary>The comment, or the description of a new ticket.</summary>
    public string? Body { get; init; }

    /// <summary>The status that the ticket is to have after the sending.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>Uploads that come along.</summary>
    public ImmutableArray<Guid> Attachments { get; init; } = [];

    /// <summary>What else a new ticket begins with; <c>null</c> with a comment.</summary>
    public DraftedTicket? Ticket { get; init; }

    public bool IsEmpty => Same(Empty);

    public bool Same(DraftContent other) => Body == other.Body && Status == other.Status && Ticket == other.Ticket
        && Attachments.AsSpan().SequenceEqual(other.Attachments.AsSpan());
}

/// <summary>The fields of a ticket that is not opened yet, as far as somebody filled them in.</summary>
public sealed record DraftedTicket
{
    public string? Subject { get; init; }
    public Priority? Priority { get; init; }
    public string? Category { get; init; }
    public string? Queue { get; init; }
    public string? Team { get; init; }
    public string? Requester { get; init; }
    public string? RequesterEmail { get; init; }
    public string? RequesterName { get; init; }
    public string? Assignee { get; init; }

    private static readonly DraftedTicket Blank = new();

    /// <summary><c>null</c> where nothing is filled in: so there is one way to say that.</summary>
    public DraftedTicket? OrNone => this == Blank ? null : this;
}

/// <summary>Somebody's draft, as the list of a ticket shows it.</summary>
public sealed record ListedDraft(DraftKind Kind, AccountId By, Draft Draft);

/// <summary>Keeps drafts. They are no events: nobody else acts on them, and each person saves one every second while typing.</summary>
public interface IDrafts
{
    Task<Draft> Read(DraftPlace place, CancellationToken cancellation);

    /// <summary>The uploads that it names wait for as long as it is kept.</summary>
    /// <param name="version">The one that was read.</param>
    /// <returns>
    /// What is there now, and whether it is what was to be saved: else somebody, or the sending, was first.
    /// </returns>
    Task<(Draft Present, bool IsSaved)> Save(
        DraftPlace place, DraftContent content, bool shared, int version, Instant now, CancellationToken cancellation);

    /// <param name="version">The one that was read; <c>null</c>: whatever is there.</param>
    /// <returns>As <see cref="Save"/>.</returns>
    Task<(Draft Present, bool IsSaved)> Discard(DraftPlace place, int? version, Instant now, CancellationToken cancellation);

    /// <summary>A person's own of one ticket, and what others share; the last saved first.</summary>
    /// <param name="shared">Those of others as well.</param>
    Task<IReadOnlyList<ListedDraft>> Of(Member member, TicketId ticket, bool shared, CancellationToken cancellation);
}

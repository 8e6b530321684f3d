using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Live;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Live;

/// <summary>What waits to be written on a stream.</summary>
internal abstract record LiveItem
{
    private LiveItem() { }

    /// <summary>An act on a ticket. Whether it is told, and what of it, is decided when it is written.</summary>
    public sealed record Act(LiveAct What, SeenTicket Ticket) : LiveItem;

    /// <summary>Who is at a ticket now; for staff.</summary>
    public sealed record Presence(TenantId Tenant, TicketId Ticket, IReadOnlyList<PresentPerson> People, SeenTicket Seen) : LiveItem;

    /// <summary>How many notifications of the reader's own are unread.</summary>
    public sealed record Unread(TenantId Tenant, int Count) : LiveItem;

    /// <summary>The reader has read a ticket, or marked it, in another window perhaps.</summary>
    public sealed record Read(TicketReadChange What) : LiveItem;

    /// <summary>The first word.</summary>
    /// <param name="Resumed">What was missed follows; else the reader begins here.</param>
    public sealed record Ready(FeedPlace Place, bool Resumed) : LiveItem;

    /// <summary>The reader must read anew.</summary>
    public sealed record Reset(FeedPlace Place, LiveReset Why) : LiveItem;

    /// <summary>It is alive, and nothing was missed up to here.</summary>
    public sealed record Beat(FeedPlace Place) : LiveItem;

    /// <summary>The last word.</summary>
    public sealed record End(string Code) : LiveItem;
}

/// <summary>Why a reader must read anew.</summary>
public enum LiveReset
{
    /// <summary>More has happened since than is looked through.</summary>
    TooOld,
    /// <summary>Not an id that was given out here to this account.</summary>
    Unreadable,
    /// <summary>The account sees other tickets now than before.</summary>
    RightsChanged,
}

/// <summary>A ticket as it was read; shared by all who are told.</summary>
/// <param name="Now"><c>null</c>: it is erased.</param>
/// <param name="ReadAt">By the clock's timestamps.</param>
internal sealed record SeenTicket(LiveTicket? Now, long ReadAt);

using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Live;

/// <summary>What one act did to a ticket, as open streams are told of it: in words, never in contents.</summary>
public sealed record LiveAct
{
    /// <summary>Where its last event stands in the feed.</summary>
    public required FeedPlace Place { get; init; }
    public required TenantId Tenant { get; init; }
    public required TicketId Ticket { get; init; }
    public required Instant At { get; init; }

    /// <summary>In the order in which they happened.</summary>
    public required IReadOnlyList<LiveChange> Changes { get; init; }
}

/// <param name="Word">As the timeline names it: <c>commented</c>, <c>status_changed</c>, …</param>
/// <param name="IsPublic">Customers may learn of it.</param>
public readonly record struct LiveChange(string Word, bool IsPublic);

/// <summary>What of a ticket decides who is told, as it is now.</summary>
/// <param name="PublicVersion">The version that customers read.</param>
public sealed record LiveTicket(
    TenantId Tenant, TicketId Id, string Number, AccountId Requester, bool IsDeleted, int Version, int PublicVersion);

/// <summary>What one reader is told of an act.</summary>
public abstract record LiveTold
{
    private LiveTold() { }

    /// <param name="Version">The version that this reader reads now.</param>
    /// <param name="Changes">At least one.</param>
    public sealed record Changed(TicketId Ticket, string Number, int Version, IReadOnlyList<string> Changes, Instant At) : LiveTold;

    /// <summary>The ticket was deleted: whoever shows it must take it away.</summary>
    public sealed record Gone(TicketId Ticket, Instant At) : LiveTold;
}

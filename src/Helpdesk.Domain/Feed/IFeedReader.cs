using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using NodaTime;

namespace Helpdesk.Domain.Feed;

/// <summary>
/// All events of all tenants in the order in which they became visible. Each consumer has a place of its own and moves on when it has done its work, so
/// it sees every event at least once, and none is skipped because it was committed late.
/// </summary>
public interface IFeedReader
{
    /// <summary>What follows the consumer's place, oldest first.</summary>
    /// <param name="kinds">Only these are read, such as <c>notification.owed</c>; all others are passed over.</param>
    /// <param name="limit">How many events of any kind are looked at.</param>
    Task<FeedPage> Read(string consumer, IReadOnlyCollection<string> kinds, int limit, CancellationToken cancellation);

    /// <summary>Everything up to and including <paramref name="place"/> is done.</summary>
    Task MoveOn(string consumer, FeedPlace place, CancellationToken cancellation);
}

/// <param name="End">Where to move on to when the events are done; <c>null</c>: nothing is new.</param>
public sealed record FeedPage(IReadOnlyList<FeedEvent> Events, FeedPlace? End);

/// <param name="Data">JSON, as it stands in the record.</param>
public sealed record FeedEvent(
    FeedPlace Place, TenantId Tenant, Guid Stream, int Version, Instant At, AccountId? Actor, string? Origin, string Kind, string Data);

/// <summary>A place in the feed: the transaction, and the position in it.</summary>
public readonly record struct FeedPlace(ulong Transaction, long Position);

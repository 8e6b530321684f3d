using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Webhooks;

/// <summary>What webhooks are told: what is on its way, and what ended lately.</summary>
public interface IWebhookDeliveries
{
    /// <summary>Once: a delivery that is there already stays as it is.</summary>
    Task Queue(IReadOnlyList<WebhookDelivery> deliveries, CancellationToken cancellation);

    /// <summary>
    /// Those whose time has come, and nobody else gets them for <paramref name="lease"/>. Only a few of one webhook at once.
    /// </summary>
    /// <param name="given">What moments are compared with; <c>null</c>: the database's own clock.</param>
    Task<IReadOnlyList<WebhookDelivery>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation);

    Task Save(WebhookDelivery delivery, CancellationToken cancellation);

    /// <summary>Whether anything arrived at a webhook at this moment or later.</summary>
    Task<bool> HasArrived(TenantId tenant, Guid webhook, Instant since, CancellationToken cancellation);

    /// <summary>
    /// A ticket is gone, or words were taken back: what was told of it, or was to be, is forgotten, except that the ticket is gone.
    /// </summary>
    /// <param name="comment">Only what holds these words; <c>null</c>: all of the ticket.</param>
    Task Forget(TenantId tenant, TicketId ticket, Guid? comment, CancellationToken cancellation);

    Task<WebhookDelivery?> Find(TenantId tenant, Guid webhook, Guid delivery, CancellationToken cancellation);

    /// <param name="states">Only in one of these; none: all.</param>
    /// <param name="after">Behind this one; <c>null</c>: from the newest.</param>
    Task<IReadOnlyList<WebhookDelivery>> List(
        TenantId tenant, Guid webhook, IReadOnlyList<DeliveryState> states, DeliveryPlace? after, int limit,
        CancellationToken cancellation);

    /// <summary>Saves one that somebody wants sent again, and notes that in its tenant's history.</summary>
    Task Replay(WebhookDelivery delivery, WebhookDeliveryEvent.Replayed happened, Trace trace, CancellationToken cancellation);
}

/// <summary>Brings a delivery to its receiver.</summary>
public interface IWebhookTransport
{
    /// <param name="secrets">Those that sign, opened.</param>
    Task<WebhookAnswer> Send(
        string url, WebhookDelivery delivery, IReadOnlyList<string> secrets, Instant now, CancellationToken cancellation);
}

/// <summary>Which events are one act, and which ticket it left behind.</summary>
public interface ITicketActs
{
    /// <summary>The act that an event of a ticket belongs to.</summary>
    /// <returns><c>null</c>: it is not there any more.</returns>
    Task<ActSpan?> SpanOf(FeedEvent happened, CancellationToken cancellation);
}

/// <param name="First">Version of its first event.</param>
/// <param name="Last">Version of its last event.</param>
public sealed record ActSpan(int First, int Last);

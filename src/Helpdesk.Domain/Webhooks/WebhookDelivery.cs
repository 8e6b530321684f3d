using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Webhooks;

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>Not tried yet.</summary>
    Queued,
    /// <summary>The receiver answered with a status from 200 to 299.</summary>
    Delivered,
    /// <summary>It did not work yet, and is tried again.</summary>
    Delayed,
    /// <summary>Given up.</summary>
    Failed,
    /// <summary>Rightly never sent: see <see cref="DeliveryFault"/>.</summary>
    Dropped,
}

/// <summary>Why a try did not work, or none was made.</summary>
public enum DeliveryFault
{
    /// <summary>Another status than 200 to 299.</summary>
    Status,
    /// <summary>The receiver wants it elsewhere (300 to 399). That is not followed.</summary>
    Redirected,
    /// <summary>The receiver wants to be told nothing more (410).</summary>
    Gone,
    /// <summary>No answer in time.</summary>
    Timeout,
    /// <summary>No such host, or nobody takes the connection there.</summary>
    Unreachable,
    /// <summary>The connection could not be protected: its certificate is not trusted, or the like.</summary>
    Unprotected,
    /// <summary>The name leads into a network that nobody may be told of there.</summary>
    Blocked,
    /// <summary>The connection broke, or what came was no HTTP.</summary>
    Broken,
    /// <summary>The webhook was stopped or removed before.</summary>
    Stopped,
    /// <summary>The ticket was deleted, or the words were taken back, before it was sent.</summary>
    Withdrawn,
    /// <summary>Its secret cannot be read: it was sealed under another master key. A new one helps.</summary>
    Unreadable,
}

/// <summary>One thing to tell one webhook.</summary>
public sealed record WebhookDelivery
{
    public required TenantId Tenant { get; init; }

    /// <summary>Follows from webhook and act, so one act is one delivery; its receiver knows it by this.</summary>
    public required Guid Id { get; init; }
    public required Guid Webhook { get; init; }

    /// <summary>One of <see cref="WebhookKinds"/>.</summary>
    public required string Event { get; init; }

    /// <summary><c>null</c>: a test.</summary>
    public required TicketId? Ticket { get; init; }
    public required int? TicketVersion { get; init; }

    /// <summary>The comment whose words are in it.</summary>
    public Guid? Comment { get; init; }

    /// <summary>JSON, the same at each try; <c>null</c>: deleted.</summary>
    public required string? Body { get; init; }
    public required Instant CreatedAt { get; init; }
    public DeliveryState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }
    public Instant? LastAt { get; init; }

    /// <summary>What was answered the last time; <c>null</c>: nothing.</summary>
    public int? LastStatus { get; init; }

    /// <summary><c>null</c>: it arrived, or was not tried yet.</summary>
    public DeliveryFault? LastFault { get; init; }

    /// <summary>When it is tried; <c>null</c>: not any more.</summary>
    public Instant? NextAt { get; init; }
    public Instant? DeliveredAt { get; init; }

    public DeliveryPlace Place => new(CreatedAt, Id);

    /// <summary>What it is called in the header <c>webhook-id</c>.</summary>
    public string MessageId => $"msg_{Id:N}";

    public static Guid IdOf(Guid webhook, Guid stream, int firstVersion) =>
        CommandId.Derive($"{webhook:D}|{stream:D}|{firstVersion}|webhook");

    /// <summary>One that says no more than that it came.</summary>
    /// <param name="tenant">Its slug.</param>
    public static WebhookDelivery Test(TenantId of, Guid webhook, Guid id, string tenant, AccountId? actor, Instant now) => new()
    {
        Tenant = of,
        Id = id,
        Webhook = webhook,
        Event = WebhookKinds.Test,
        Ticket = null,
        TicketVersion = null,
        Body = WebhookMessage.Test(tenant, actor, now).Write(),
        CreatedAt = now,
        NextAt = now,
    };

    /// <summary>After a try.</summary>
    public WebhookDelivery After(WebhookAnswer answer, Instant now)
    {
        var tried = this with
        {
            Attempts = Attempts + 1,
            LastAt = now,
            LastStatus = answer.Status,
            LastFault = answer.Fault,
            NextAt = null,
        };
        if (answer.Fault is null)
            return tried with { State = DeliveryState.Delivered, DeliveredAt = now };
        return answer.Fault is not DeliveryFault.Gone && WebhookRetries.Next(tried.Attempts, now, answer.RetryAfter) is { } next
            ? tried with { State = DeliveryState.Delayed, NextAt = next }
            : tried with { State = DeliveryState.Failed };
    }

    /// <summary>It is not sent, and rightly so.</summary>
    public WebhookDelivery Drop(DeliveryFault why) =>
        this with { State = DeliveryState.Dropped, LastFault = why, NextAt = null, Body = why is DeliveryFault.Withdrawn ? null : Body };

    /// <summary>Somebody wants it sent again: the same words under the same id, from the first try on.</summary>
    public Result<WebhookDelivery> Replay(Webhook webhook, Instant now) =>
        !webhook.IsActive ? WebhookErrors.Stopped
        : Body is null ? WebhookErrors.NothingLeft
        : State is DeliveryState.Queued ? WebhookErrors.Underway
        : this with { State = DeliveryState.Queued, Attempts = 0, LastFault = null, LastStatus = null, NextAt = now, DeliveredAt = null };
}

/// <summary>A place in the list of deliveries, which runs from the newest to the oldest.</summary>
public readonly record struct DeliveryPlace(Instant CreatedAt, Guid Id);

/// <summary>What people do to deliveries, for the history.</summary>
public abstract record WebhookDeliveryEvent
{
    /// <param name="State">What it was before.</param>
    public sealed record Replayed(Guid Webhook, string Event, DeliveryState State) : WebhookDeliveryEvent;

    private WebhookDeliveryEvent() { }
}

/// <summary>What became of a try.</summary>
/// <param name="Fault"><c>null</c>: it arrived.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone; <c>null</c>: it did not say.</param>
public sealed record WebhookAnswer(int? Status, DeliveryFault? Fault, Duration? RetryAfter = null)
{
    public static WebhookAnswer Of(int status, Duration? retryAfter) => new(status, status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => DeliveryFault.Redirected,
        410 => DeliveryFault.Gone,
        _ => DeliveryFault.Status,
    }, retryAfter);
}

/// <summary>When a delivery that did not arrive is tried again.</summary>
public static class WebhookRetries
{
    private static readonly Duration[] Gaps =
    [
        Duration.FromSeconds(5), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(5),
        Duration.FromHours(10), Duration.FromHours(14), Duration.FromHours(20), Duration.FromHours(24),
    ];

    /// <summary>Tries in all, the first one included.</summary>
    public static int Most => Gaps.Length + 1;

    /// <summary>A receiver's wish counts up to this.</summary>
    public static readonly Duration LongestWish = Duration.FromHours(24);

    /// <param name="attempts">How often it was tried; at least 1.</param>
    /// <returns><c>null</c>: no more.</returns>
    public static Instant? Next(int attempts, Instant now, Duration? wish) => attempts > Gaps.Length ? null
        : now + Duration.Max(Gaps[attempts - 1], Duration.Min(wish ?? Duration.Zero, LongestWish));
}

using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Push;

/// <summary>What is on its way to one browser: of each ticket the newest.</summary>
public sealed record PushDelivery
{
    /// <summary>The item that is told.</summary>
    public required NoticeKey Told { get; init; }

    /// <summary>The tenant of the subscription: the platform's at the desk.</summary>
    public required TenantId Host { get; init; }
    public required Guid Subscription { get; init; }

    /// <summary>Host of the push service.</summary>
    public required string Service { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }
    public required Instant QueuedAt { get; init; }
    public required Instant NextAt { get; init; }

    /// <summary>After a try: what becomes of it.</summary>
    public PushOutcome After(PushAnswer answer, Instant now)
    {
        if (answer.Fault is null or PushFault.Refused)
            return new PushOutcome.Over();
        if (answer.Fault is PushFault.Gone)
            return new PushOutcome.Unsubscribed();
        return PushRetries.Next(Attempts + 1, QueuedAt, now, answer.RetryAfter) is { } next
            ? new PushOutcome.Again(this with { Attempts = Attempts + 1, NextAt = next })
            : new PushOutcome.Over();
    }
}

/// <summary>What becomes of a delivery.</summary>
public abstract record PushOutcome
{
    /// <summary>It arrived, or never will.</summary>
    public sealed record Over : PushOutcome;

    /// <summary>The browser wants nothing more: its subscription goes.</summary>
    public sealed record Unsubscribed : PushOutcome;

    public sealed record Again(PushDelivery Delivery) : PushOutcome;

    private PushOutcome() { }
}

/// <summary>Why a try did not work.</summary>
public enum PushFault
{
    /// <summary>The push service knows the browser no more (404, 410).</summary>
    Gone,
    /// <summary>It will never take this: another status from 300 to 499, or an address that leads where nobody may have it lead.</summary>
    Refused,
    /// <summary>Later, perhaps: 408, 429, 500 and above, or no answer at all.</summary>
    Failed,
}

/// <param name="Fault"><c>null</c>: it arrived.</param>
/// <param name="RetryAfter">How long the service wants to be left alone; <c>null</c>: it did not say.</param>
public sealed record PushAnswer(PushFault? Fault, Duration? RetryAfter = null)
{
    public static PushAnswer Of(int status, Duration? retryAfter) => new(status switch
    {
        >= 200 and < 300 => null,
        404 or 410 => PushFault.Gone,
        408 or 429 or >= 500 => PushFault.Failed,
        _ => PushFault.Refused,
    }, retryAfter);
}

/// <summary>When a delivery that did not arrive is tried again. What is hours old is read at the ticket.</summary>
public static class PushRetries
{
    private static readonly Duration[] Gaps =
    [
        Duration.FromSeconds(5), Duration.FromSeconds(30), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2),
    ];

    /// <summary>So long a service keeps what it took for a device that is switched off, and so long it is tried.</summary>
    public static readonly Duration Worth = Duration.FromHours(24);

    /// <summary>A service's wish counts up to this.</summary>
    public static readonly Duration LongestWish = Duration.FromHours(4);

    /// <summary>Tries in all, the first one included.</summary>
    public static int Most => Gaps.Length + 1;

    /// <param name="attempts">How often it was tried; at least 1.</param>
    /// <returns><c>null</c>: no more.</returns>
    public static Instant? Next(int attempts, Instant queued, Instant now, Duration? wish)
    {
        if (attempts > Gaps.Length)
            return null;
        var next = now + Duration.Max(Gaps[attempts - 1], Duration.Min(wish ?? Duration.Zero, LongestWish));
        return next < queued + Worth ? next : null;
    }
}

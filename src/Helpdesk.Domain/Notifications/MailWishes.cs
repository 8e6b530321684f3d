namespace Helpdesk.Domain.Notifications;

/// <summary>What a person wants by mail, besides finding it among the notifications.</summary>
public sealed record MailWishes
{
    public static readonly MailWishes Default = new();

    /// <summary>Seconds that may be chosen for <see cref="HoldSeconds"/>.</summary>
    public static readonly ImmutableArray<int> Holds = [0, 5, 10, 30];

    /// <summary>Kinds that no mail comes of.</summary>
    public ImmutableArray<NotificationKind> Off { get; init; } = [];
    public MailDigest Digest { get; init; }

    /// <summary>For so long the mails about what this person wrote wait: what is taken back meanwhile is mailed to nobody.</summary>
    public int HoldSeconds { get; init; } = 10;

    /// <summary>
    /// When mails about what somebody wrote go on: a promise to the customer that would be missed meanwhile is not missed for that.
    /// </summary>
    /// <param name="due">The nearest due moment of the ticket before it was written; <c>null</c>: none.</param>
    public static Instant HeldUntil(Instant at, Duration hold, Instant? due) => due > at && due <= at + hold ? at : at + hold;

    /// <summary>The same, and no mails of these.</summary>
    public MailWishes Without(IReadOnlyList<NotificationKind> kinds) =>
        kinds.All(Off.Contains) ? this : this with { Off = [.. Off.Union(kinds).Order()] };

    /// <summary>The same, and mails of these again.</summary>
    public MailWishes With(IReadOnlyList<NotificationKind> kinds) =>
        kinds.Any(Off.Contains) ? this with { Off = [.. Off.Except(kinds)] } : this;

    public bool Same(MailWishes other) =>
        Digest == other.Digest && HoldSeconds == other.HoldSeconds && Off.AsSpan().SequenceEqual(other.Off.AsSpan());
}

/// <summary>How mails are gathered.</summary>
public enum MailDigest
{
    /// <summary>One for each ticket, at once.</summary>
    None,
    /// <summary>One for everything, at the full hour.</summary>
    Hourly,
    /// <summary>One for everything, at 07:00 where the person is.</summary>
    Daily,
}

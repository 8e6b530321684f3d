using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.People;

/// <summary>What shall be different about a membership; <c>null</c> leaves a member as it is.</summary>
public sealed record MembershipRevision(Role? Role = null, MembershipStatus? Status = null, string? Name = null, string? Language = null)
{
    public Change<string?> TimeZone { get; init; }
    public Change<string?> Group { get; init; }
    public Change<string?> ExternalId { get; init; }

    /// <summary>
    /// Who takes over the tickets of somebody who serves no longer after the change; <c>null</c>: whoever takes them from the queue.
    /// </summary>
    public Successor? HandOver { get; init; }

    /// <summary>All that shall be switched off; <c>null</c> leaves it as it is.</summary>
    public IReadOnlyList<NotificationKind>? Muted { get; init; }

    /// <summary><c>null</c> leaves them as they are.</summary>
    public MailWishes? Mails { get; init; }

    /// <summary>All kinds that no device is told of; <c>null</c> leaves it as it is.</summary>
    public IReadOnlyList<NotificationKind>? PushesOff { get; init; }

    /// <summary>Kinds that no mail comes of any more, besides those that are off already; <c>null</c>: none.</summary>
    public IReadOnlyList<NotificationKind>? MailsOff { get; init; }

    /// <summary>Kinds that mails come of again; <c>null</c>: none.</summary>
    public IReadOnlyList<NotificationKind>? MailsOn { get; init; }
}

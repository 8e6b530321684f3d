using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.People;

/// <summary>A person to become a member.</summary>
/// <param name="Account">Used when the person has no account yet.</param>
public sealed record Invitation(AccountId Account, EmailAddress Email, string Name, string Language, Role Role)
{
    public string? TimeZone { get; init; }
    public string? Group { get; init; }
    public string? ExternalId { get; init; }
    public ImmutableArray<NotificationKind> Muted { get; init; } = ImmutableArray<NotificationKind>.Empty;
    public MailWishes Mails { get; init; } = MailWishes.Default;
    public ImmutableArray<NotificationKind> PushesOff { get; init; } = ImmutableArray<NotificationKind>.Empty;
}

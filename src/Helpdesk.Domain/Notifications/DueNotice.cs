namespace Helpdesk.Domain.Notifications;

/// <summary>Names one thing that one recipient is told: the event, and whom.</summary>
/// <param name="Recipient">The account or the address, as text.</param>
public sealed record NoticeKey(TenantId Tenant, Guid Stream, int Version, string Recipient);

/// <summary>Something to tell whose mail may be due.</summary>
public sealed record DueNotice
{
    public required NoticeKey Key { get; init; }
    public required NotificationKind Kind { get; init; }

    /// <summary>When it could be told.</summary>
    public required Instant At { get; init; }

    /// <summary>What it tells of was taken back.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>The ticket's; <c>null</c>: it is about something else.</summary>
    public required string? Number { get; init; }
    public required string? Subject { get; init; }

    /// <summary>The ticket's; <c>null</c>: it is about something else.</summary>
    public Priority? Priority { get; init; }

    /// <summary>The comment that counts as an answer when its mail is accepted; <c>null</c>: none does.</summary>
    public Guid? Answer { get; init; }

    /// <summary>An address that is nobody's, such as a team's; <c>null</c>: it goes to <see cref="Reader"/>.</summary>
    public required string? Address { get; init; }

    /// <summary><c>null</c>: they belong to the tenant no longer.</summary>
    public required NoticeReader? Reader { get; init; }

    /// <summary>Earlier mails of this sort to the same recipient, as far as <see cref="MailLimits"/> looks back.</summary>
    public required IReadOnlyList<EarlierMail> Earlier { get; init; }

    /// <summary>One that there is not yet, to ask what would become of it.</summary>
    public static DueNotice Imagined(NotificationKind kind, NoticeReader reader, Instant now) => new()
    {
        Key = new(default, default, 0, ""),
        Kind = kind,
        At = now,
        IsWithdrawn = false,
        Number = null,
        Subject = null,
        Address = null,
        Reader = reader,
        Earlier = [],
    };
}

/// <param name="Ticket">Its number; <c>null</c>: it told of several, or of none.</param>
public readonly record struct EarlierMail(Instant At, string? Ticket);

/// <summary>Who reads a mail, as they are now.</summary>
public sealed record NoticeReader
{
    public required AccountId Account { get; init; }
    public required Role Role { get; init; }
    public required EmailAddress Email { get; init; }
    public required string Language { get; init; }

    /// <summary>IANA name; <c>null</c>: the tenant's.</summary>
    public required string? TimeZone { get; init; }

    /// <summary>Neither suspended nor gone.</summary>
    public required bool IsHere { get; init; }

    /// <summary>Has no password yet: the mail is all that they read.</summary>
    public required bool IsExpected { get; init; }
    public required IReadOnlyList<NotificationKind> Muted { get; init; }

    /// <summary>They want to be told nothing of the ticket that it is about.</summary>
    public bool HasMutedTicket { get; init; }
    public required MailWishes Mails { get; init; }

    /// <summary>Kinds that no device is told of.</summary>
    public IReadOnlyList<NotificationKind> PushesOff { get; init; } = [];

    /// <summary>When no mail comes; <c>null</c>: mails come at any time.</summary>
    public QuietHours? Quiet { get; init; }
}

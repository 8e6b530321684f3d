using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>
/// What one tenant knows of one person. Name, address and language are copies of the account's, so that a tenant never reads another's
/// rows.
/// </summary>
public sealed record Membership
{
    public required TenantId Tenant { get; init; }
    public required AccountId Account { get; init; }

    /// <summary>The tenant that the account belongs to: <paramref name="Tenant"/> itself, or the platform for service staff.</summary>
    public required TenantId Home { get; init; }
    public required Role Role { get; init; }
    public required MembershipStatus Status { get; init; }
    public required EmailAddress Email { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }

    /// <summary>Counts every change of this membership from 1; the <c>ETag</c> of the person in this tenant.</summary>
    public required int Version { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant UpdatedAt { get; init; }

    /// <summary>IANA name; <c>null</c>: the tenant's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A free word of the tenant's own, such as a department: SLA policies may ask for it, and lists.</summary>
    public string? Group { get; init; }

    /// <summary>What the tenant's own records call the person; unique in the tenant.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Switched off by the person; see <see cref="NotificationRules.MayBeMuted"/>.</summary>
    public ImmutableArray<NotificationKind> Muted { get; init; } = ImmutableArray<NotificationKind>.Empty;
    public MailWishes Mails { get; init; } = MailWishes.Default;

    /// <summary>Kinds that none of the person's devices is told of.</summary>
    public ImmutableArray<NotificationKind> PushesOff { get; init; } = ImmutableArray<NotificationKind>.Empty;

    public bool IsStaff => Role is not Role.Customer;

    /// <summary>The subject of the due moment at which an invitation ends.</summary>
    public const string InvitationSubject = "invitation";

    /// <summary>
    /// The first moment at which an open invitation is over unless it is sent again or changed before. <c>null</c>: no invitation is open.
    /// </summary>
    public Instant? InvitationExpiresAt => Status is MembershipStatus.Invited ? UpdatedAt + Seats.InvitationHolds : null;

    /// <summary>Can have tickets assigned.</summary>
    public bool Serves => Status is MembershipStatus.Active && Role is Role.Agent or Role.Manager or Role.Admin;

    public MailOrder MailWithLink(LinkPurpose purpose) => MailOrder.WithLink(purpose, Account, Email, Name, Language);

    /// <summary>Here, and able to get in or asked to.</summary>
    public bool Exists => Status is not MembershipStatus.Ended;

    /// <summary>Takes the place of nobody: whoever is only a contact is invited, registers or is imported like somebody new.</summary>
    public bool IsTaken => Status is not (MembershipStatus.Ended or MembershipStatus.Contact);

    /// <summary>Tickets can be opened for them, also before they can sign in.</summary>
    public bool MayAsk => Status is MembershipStatus.Active or MembershipStatus.Invited or MembershipStatus.Contact;

    /// <summary>Served from elsewhere: this tenant decides on role and status, not on the person's profile.</summary>
    public bool IsServiceStaff => Home != Tenant;
}

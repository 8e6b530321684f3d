using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Notifications;

namespace Helpdesk.Contracts.Access;

/// <param name="Account">Id for a new account; not used when the person has one.</param>
/// <param name="Language">Of mails: <c>de</c> or <c>en</c>.</param>
[GenerateSerializer, Immutable, Alias("invite-person")]
public sealed record InvitePerson(
    Guid Account, string Email, string Name, string Language, Role Role, string? TimeZone = null, string? Group = null, string? ExternalId = null);

/// <param name="Email">Of an active account of the platform.</param>
[GenerateSerializer, Immutable, Alias("serve-tenant")]
public sealed record ServeTenant(string Email, Role Role);

/// <summary>What shall be different; <c>null</c>, or not set, leaves it as it is.</summary>
/// <param name="Muted">All kinds of notifications that shall be switched off.</param>
[GenerateSerializer, Immutable, Alias("revise-person")]
public sealed record RevisePerson(
    Role? Role, MembershipStatus? Status, string? Name, string? Language, Change<string> TimeZone = default, Change<string> Group = default,
    Change<string> ExternalId = default, IReadOnlyList<NotificationKind>? Muted = null, HandOverMessage? HandOver = null);

/// <summary>To whom the tickets of somebody go who serves no longer.</summary>
/// <param name="To"><c>null</c>: nobody in person.</param>
/// <param name="Team"><c>null</c>: each stays with its team.</param>
[GenerateSerializer, Immutable, Alias("hand-over")]
public sealed record HandOverMessage(Guid? To, string? Team);

/// <param name="Account">Id for a new account; not used when the person had one.</param>
[GenerateSerializer, Immutable, Alias("register-person")]
public sealed record RegisterPerson(Guid Account, string Email, string Name, string Language);

/// <summary>A link that somebody followed, checked by the host; used up by the change that it allows.</summary>
/// <param name="TokenHash">The token itself goes no further than the host.</param>
/// <param name="PasswordHash">Of the password that was chosen; <c>null</c> where none is.</param>
/// <param name="Name">As the person wants to be called; <c>null</c> leaves it.</param>
[GenerateSerializer, Immutable, Alias("followed-link")]
public sealed record FollowedLink(byte[] TokenHash, string? PasswordHash, string? Name);

/// <summary>A person as members of the tenant see them.</summary>
/// <param name="IsServiceStaff">Belongs to the platform: the profile is kept there.</param>
/// <param name="Version">Goes out as <c>ETag</c> and comes back as <c>If-Match</c>.</param>
[GenerateSerializer, Immutable, Alias("person-view")]
public sealed record PersonView(
    Guid Id, string Email, string Name, Role Role, MembershipStatus Status, string Language, bool IsServiceStaff, int Version,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string? TimeZone, string? Group, string? ExternalId,
    DateTimeOffset? InvitationExpiresAt)
{
    public static PersonView Of(Membership membership) => new(
        membership.Account.Value, membership.Email.ToString(), membership.Name, membership.Role, membership.Status, membership.Language,
        membership.IsServiceStaff, membership.Version, membership.CreatedAt.ToDateTimeOffset(), membership.UpdatedAt.ToDateTimeOffset(),
        membership.TimeZone, membership.Group, membership.ExternalId, membership.InvitationExpiresAt?.ToDateTimeOffset());
}

/// <param name="Replayed">The command had its effect before; this is the person as they are now.</param>
[GenerateSerializer, Immutable, Alias("person-outcome")]
public sealed record PersonOutcome(PersonView Person, bool Replayed);

using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.People;

/// <summary>What requests about people have in common.</summary>
internal static class PersonRequests
{
    /// <summary>Invited or contact is how a membership begins, ended is what <c>DELETE</c> does.</summary>
    public static IEnumerable<FieldError?> StatusFaults(MembershipStatus? status) =>
        status is MembershipStatus.Ended ? PeopleErrors.NotSettable.Fields : [];
}

/// <param name="Name">At most 200 characters.</param>
/// <param name="Language">The language of mails, <c>de</c> or <c>en</c>; left out: the municipality's first.</param>
/// <param name="TimeZone">IANA name; left out: the municipality's.</param>
/// <param name="Group">A free word, such as a department: SLA policies may ask for it. At most 100 characters.</param>
/// <param name="ExternalId">What your own records call the person; unique. At most 100 characters.</param>
public sealed record InviteUserRequest(
    [Required, Email] string? Email = null, [Required, OneLine(PeopleRules.MostNameLength)] string? Name = null,
    [Required] Role? Role = null, [Language] string? Language = null, [Zone] string? TimeZone = null,
    [OneLine(PeopleRules.MostWordLength)] string? Group = null,
    [OneLine(PeopleRules.MostWordLength)] string? ExternalId = null);

/// <param name="Email">The address of an active account of the platform.</param>
public sealed record ServeTenantRequest([Required, Email] string? Email = null, [Required] Role? Role = null);

/// <summary>Members that are left out stay as they are; <c>null</c> clears time zone, group and external id.</summary>
/// <param name="HandOverTo">
/// With a change after which a member of the staff serves no longer: the colleague who takes over their tickets. Left out: whoever takes
/// them from the queue.
/// </param>
/// <param name="HandOverTeam">The team that these tickets go to; left out: each stays with its own.</param>
public sealed record ChangeUserRequest(
    [OneLine(PeopleRules.MostNameLength)] Change<string> Name = default, [Language] Change<string> Language = default,
    Change<Role> Role = default, Change<MembershipStatus> Status = default, [Zone] Change<string?> TimeZone = default,
    [OneLine(PeopleRules.MostWordLength)] Change<string?> Group = default,
    [OneLine(PeopleRules.MostWordLength)] Change<string?> ExternalId = default, Guid? HandOverTo = null,
    [OneLine(TicketLimits.Word)] string? HandOverTeam = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => PersonRequests.StatusFaults(Status.IsSet ? Status.Value : null);
}

/// <summary>The whole membership as it shall be; time zone, group and external id are cleared where they are left out.</summary>
/// <param name="HandOverTo">As in <c>PATCH</c>; so is <paramref name="HandOverTeam"/>.</param>
public sealed record ReplaceUserRequest(
    [Required, OneLine(PeopleRules.MostNameLength)] string? Name = null, [Required, Language] string? Language = null,
    [Required] Role? Role = null, [Required] MembershipStatus? Status = null, [Zone] string? TimeZone = null,
    [OneLine(PeopleRules.MostWordLength)] string? Group = null, [OneLine(PeopleRules.MostWordLength)] string? ExternalId = null,
    Guid? HandOverTo = null, [OneLine(TicketLimits.Word)] string? HandOverTeam = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => PersonRequests.StatusFaults(Status);
}

public sealed record UserResponse
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required MembershipStatus Status { get; init; }
    public required string Language { get; init; }
    public required string? TimeZone { get; init; }
    public required string? Group { get; init; }
    public required string? ExternalId { get; init; }

    /// <summary>
    /// When an open invitation ends and its seat is free: 14 days of 24 hours after it was sent; <c>null</c>: none is open. The link in its
    /// mail is good for 7 of them. Sending it again begins anew.
    /// </summary>
    public required DateTimeOffset? InvitationExpiresAt { get; init; }

    /// <summary>Belongs to the platform: the profile is kept there.</summary>
    public required bool IsServiceStaff { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What the caller could do about this person: <c>edit</c>, <c>manage</c>.</summary>
    public required IReadOnlyList<string> Abilities { get; init; }

    internal static UserResponse Of(Membership person, Member member) => new()
    {
        Id = person.Account.Value,
        Email = person.Email.Shown,
        Name = person.Name,
        Role = person.Role,
        Status = person.Status,
        Language = person.Language,
        TimeZone = person.TimeZone,
        Group = person.Group,
        ExternalId = person.ExternalId,
        InvitationExpiresAt = person.InvitationExpiresAt?.ToDateTimeOffset(),
        IsServiceStaff = person.IsServiceStaff,
        Version = person.Version,
        CreatedAt = person.CreatedAt.ToDateTimeOffset(),
        UpdatedAt = person.UpdatedAt.ToDateTimeOffset(),
        Abilities = [.. PeopleAccess.Abilities(member, person)],
    };
}

public sealed record UserListResponse(IReadOnlyList<UserResponse> Items, string? NextCursor, long Total);

using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.People;

/// <summary>What requests about people have in common.</summary>
internal static class PersonRequests
{
    private static readonly string[] Languages = ["de", "en"];

    /// <summary>Faults in the members that are given; <c>null</c> means not given.</summary>
    public static Error? Faults(string? name, string? language, string? timeZone = null, string? group = null, string? externalId = null)
    {
        FieldError?[] faults =
        [
            name is null ? null : Text.OneLine(name, "/name", PeopleRules.MostNameLength),
            language is null || Languages.Contains(language) ? null : FieldCode.UnknownLanguage.At("/language"),
            timeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null
                ? null
                : FieldCode.UnknownTimeZone.At("/time_zone"),
            group is null ? null : Text.OneLine(group, "/group", PeopleRules.MostWordLength),
            externalId is null ? null : Text.OneLine(externalId, "/external_id", PeopleRules.MostWordLength),
        ];
        return faults.OfType<FieldError>().ToList() is { Count: > 0 } wrong ? Error.Invalid(wrong) : null;
    }

    /// <summary>Invited or contact is how a membership begins, ended is what <c>DELETE</c> does.</summary>
    public static Error? StatusFault(MembershipStatus? status) =>
        status is MembershipStatus.Ended ? PeopleErrors.NotSettable : null;
}

/// <param name="Name">At most 200 characters.</param>
/// <param name="Language">The language of mails, <c>de</c> or <c>en</c>; left out: the municipality's first.</param>
/// <param name="TimeZone">IANA name; left out: the municipality's.</param>
/// <param name="Group">A free word, such as a department: SLA policies may ask for it. At most 100 characters.</param>
/// <param name="ExternalId">What your own records call the person; unique. At most 100 characters.</param>
public sealed record InviteUserRequest(
    [Required] string? Email = null, [Required, MaxLength(PeopleRules.MostNameLength)] string? Name = null, [Required] Role? Role = null,
    string? Language = null, string? TimeZone = null, [MaxLength(PeopleRules.MostWordLength)] string? Group = null,
    [MaxLength(PeopleRules.MostWordLength)] string? ExternalId = null);

/// <param name="Email">The address of an active account of the platform.</param>
public sealed record ServeTenantRequest([Required] string? Email = null, [Required] Role? Role = null);

/// <summary>Members that are left out stay as they are; <c>null</c> clears time zone, group and external id.</summary>
/// <param name="HandOverTo">
/// With a change after which a member of the staff serves no longer: the colleague who takes over their tickets. Left out: whoever takes
/// them from the queue.
/// </param>
/// <param name="HandOverTeam">The team that these tickets go to; left out: each stays with its own.</param>
public sealed record ChangeUserRequest(
    [MaxLength(PeopleRules.MostNameLength)] string? Name =
        null, string? Language = null, Role? Role = null, MembershipStatus? Status = null,
    Change<string?> TimeZone = default, [MaxLength(PeopleRules.MostWordLength)] Change<string?> Group = default,
    [MaxLength(PeopleRules.MostWordLength)] Change<string?> ExternalId = default, Guid? HandOverTo = null,
    [MaxLength(TicketLimits.Word)] string? HandOverTeam = null);

/// <summary>The whole membership as it shall be; time zone, group and external id are cleared where they are left out.</summary>
/// <param name="HandOverTo">As in <c>PATCH</c>; so is <paramref name="HandOverTeam"/>.</param>
public sealed record ReplaceUserRequest(
    [Required, MaxLength(PeopleRules.MostNameLength)] string? Name = null, [Required] string? Language = null, [Required] Role? Role = null,
    [Required] MembershipStatus? Status = null, string? TimeZone = null, [MaxLength(PeopleRules.MostWordLength)] string? Group = null,
    [MaxLength(PeopleRules.MostWordLength)] string? ExternalId =
        null, Guid? HandOverTo = null, [MaxLength(TicketLimits.Word)] string? HandOverTeam = null);

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

    /// <summary>When an open invitation ends and its seat is free; <c>null</c>: none is open. Sending it again begins anew.</summary>
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
        Email = person.Email.ToString(),
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

using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.People;

/// <summary>What a person wants to be told, by the words of the kinds.</summary>
internal static class NotificationChoices
{
    /// <summary>Those that can come to this person. Service staff serve in any role.</summary>
    public static IReadOnlyDictionary<string, bool> Of(IEnumerable<NotificationKind> muted, Role role, bool serves = false) =>
        NotificationRules.KindsFor(role).Union(serves ? NotificationRules.KindsFor(Role.Admin) : [])
            .ToDictionary(Words<NotificationKind>.Of, kind => !muted.Contains(kind));

    public static Error? Fault(IReadOnlyDictionary<string, bool>? choices)
    {
        var faults = (choices ?? new Dictionary<string, bool>()).Take(100).Select(choice => Words<NotificationKind>.Parse(choice.Key) switch
        {
            null => FieldError.UnknownWord("/notifications", Words<NotificationKind>.All),
            { } kind when !choice.Value && !NotificationRules.MayBeMuted(kind) =>
                FieldCode.Mandatory.At($"/notifications/{choice.Key}"),
            _ => null,
        }).OfType<FieldError>().Distinct().ToList();
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    /// <summary>All that is switched off after the change; <c>null</c>: nothing was said about it.</summary>
    public static IReadOnlyList<NotificationKind>? Muted(
        IReadOnlyDictionary<string, bool>? choices, IEnumerable<NotificationKind> present) => choices is null
        ? null
        : [.. Enum.GetValues<NotificationKind>().Where(
            kind => choices.TryGetValue(Words<NotificationKind>.Of(kind), out var on) ? !on : present.Contains(kind))];
}

/// <param name="Registration">Who may open an account by themselves.</param>
/// <param name="Role">In the tenant of this host; at the desk, at home.</param>
/// <param name="Abilities">What may be done here, such as <c>users.invite.agent</c>.</param>
/// <param name="Tenants">Served from the desk.</param>
/// <param name="MustEnrolSecondFactor">Nothing else can be done here until a second factor is set up.</param>
/// <param name="AntiForgeryToken">With a cookie session: for the header <c>X-Anti-Forgery</c>.</param>
public sealed record StatusResponse(
    bool Authenticated, RegistrationMode Registration, AccountResponse? Account, Role? Role, IReadOnlyList<string> Abilities,
    IReadOnlyList<ServedTenantResponse> Tenants, string? AntiForgeryToken, bool MustEnrolSecondFactor = false);

/// <param name="Email">Absent for API keys.</param>
public sealed record AccountResponse(Guid Id, string Name, string? Email, string? Language);

public sealed record ServedTenantResponse(string Slug, string Name, Role Role);

/// <param name="Name">At most 200 characters.</param>
/// <param name="Language"><c>de</c> or <c>en</c>.</param>
/// <param name="TimeZone">IANA name; <c>null</c>: the municipality's.</param>
/// <param name="Notifications">
/// By kind: whether to be told. Kinds that are left out stay as they are; those that must reach a person cannot be switched off.
/// </param>
public sealed record ChangeMeRequest(
    [MaxLength(PeopleRules.MostNameLength)] string? Name = null, string? Language = null, Change<string?> TimeZone = default,
    IReadOnlyDictionary<string, bool>? Notifications = null);

/// <param name="Email">The new address; a link is mailed there.</param>
/// <param name="Password">The present one.</param>
public sealed record ChangeEmailRequest([Required] string? Email = null, [Required] string? Password = null);

public sealed record MeResponse
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string? TimeZone { get; init; }
    public required string? Group { get; init; }

    /// <summary>By kind: whether the person is told. Only what can come to them in their role.</summary>
    public required IReadOnlyDictionary<string, bool> Notifications { get; init; }
    public required Role Role { get; init; }
    public required bool SecondFactor { get; init; }
    public required bool IsServiceStaff { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static MeResponse Of(SignInCandidate who) => new()
    {
        Id = who.Account.Value,
        Email = who.Here.Email.ToString(),
        Name = who.Here.Name,
        Language = who.Here.Language,
        TimeZone = who.Here.TimeZone,
        Group = who.Here.Group,
        Notifications = NotificationChoices.Of(who.Here.Muted, who.Here.Role, who.Here.IsServiceStaff),
        Role = who.Here.Role,
        SecondFactor = who.HasSecondFactor,
        IsServiceStaff = who.Here.IsServiceStaff,
        Version = who.Here.Version,
        CreatedAt = who.Here.CreatedAt.ToDateTimeOffset(),
    };
}

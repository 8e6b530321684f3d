using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.People;

/// <summary>What a person wants to be told, by the words of the kinds.</summary>
internal static class NotificationChoices
{
    private const int MostFaults = 100;
    private const int LongestPlace = 100;

    /// <summary>Those that can come to this person. Service staff serve in any role.</summary>
    public static IReadOnlyDictionary<string, bool> Of(IEnumerable<NotificationKind> muted, Role role, bool serves = false) =>
        NotificationRules.KindsFor(role).Union(serves ? NotificationRules.KindsFor(Role.Admin) : [])
            .ToDictionary(Words<NotificationKind>.Of, kind => !muted.Contains(kind));

    /// <summary>Each kind must be one that can come to this person, and one that may be missed if it is switched off.</summary>
    /// <param name="member">Where the choices stand.</param>
    /// <param name="anyMayBeOff">Also those that must reach a person, since they do so in another way.</param>
    public static IEnumerable<FieldError> Faults(
        IReadOnlyDictionary<string, bool>? choices, Role role, bool serves, string member, bool anyMayBeOff)
    {
        var own = Of([], role, serves);
        foreach (var (word, isOn) in (choices ?? new Dictionary<string, bool>()).Take(MostFaults))
        {
            var at = $"/{member}/{JsonShape.Escaped(word.Length > LongestPlace ? word[..LongestPlace] : word)}";
            if (!own.ContainsKey(word))
                yield return FieldError.UnknownWord(at, own.Keys);
            else if (!isOn && !anyMayBeOff && !NotificationRules.MayBeMuted(Words<NotificationKind>.Parse(word)!.Value))
                yield return FieldCode.Mandatory.At(at);
        }
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
/// <param name="Mails">By kind: whether a mail comes, too. Any kind can be switched off.</param>
/// <param name="Pushes">By kind: whether the person's devices are told, too. Any kind can be switched off.</param>
/// <param name="MailDigest">
/// <c>none</c>: one mail for each ticket, at once; <c>hourly</c>: one for everything, at the full hour; <c>daily</c>: at 07:00 in the
/// person's time zone. Kinds of notifications that cannot be switched off are not gathered.
/// </param>
/// <param name="MailHold">
/// Seconds for which mails about what the person writes wait: 0, 5, 10 or 30. What is taken back meanwhile is mailed to nobody.
/// </param>
public sealed record ChangeMeRequest(
    [OneLine(PeopleRules.MostNameLength)] Change<string> Name = default, [Language] Change<string> Language = default,
    [Zone] Change<string?> TimeZone = default, Change<IReadOnlyDictionary<string, bool>> Notifications = default,
    Change<IReadOnlyDictionary<string, bool>> Mails = default, Change<IReadOnlyDictionary<string, bool>> Pushes = default,
    Change<MailDigest> MailDigest = default, Change<int> MailHold = default)
    : IJudged
{
    public MailWishes MailsAfter(MailWishes present) => new()
    {
        Off = [.. NotificationChoices.Muted(Mails.Value, present.Off) ?? present.Off],
        Digest = MailDigest.Or(present.Digest),
        HoldSeconds = MailHold.Or(present.HoldSeconds),
    };

    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        var (role, serves) = (context.Member().Role, context.Session().Home != context.Tenant().Home);
        return
        [
            .. NotificationChoices.Faults(Notifications.Value, role, serves, "notifications", anyMayBeOff: false),
            .. NotificationChoices.Faults(Mails.Value, role, serves, "mails", anyMayBeOff: true),
            .. NotificationChoices.Faults(Pushes.Value, role, serves, "pushes", anyMayBeOff: true),
            MailHold.IsSet && !MailWishes.Holds.Contains(MailHold.Value)
                ? FieldError.OneOf(FieldCode.UnknownWord, "/mail_hold", MailWishes.Holds.Select(hold => $"{hold}")) : null,
        ];
    }
}

/// <param name="Email">The new address; a link is mailed there.</param>
/// <param name="Password">The present one.</param>
public sealed record ChangeEmailRequest([Required, Email] string? Email = null, [Required] string? Password = null);

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

    /// <summary>By kind: whether a mail comes, too.</summary>
    public required IReadOnlyDictionary<string, bool> Mails { get; init; }

    /// <summary>By kind: whether the person's devices are told, too: those that are among `/push/subscriptions`.</summary>
    public required IReadOnlyDictionary<string, bool> Pushes { get; init; }

    /// <summary>How these mails are gathered.</summary>
    public required MailDigest MailDigest { get; init; }

    /// <summary>Seconds for which mails about what the person writes wait.</summary>
    public required int MailHold { get; init; }
    public required Role Role { get; init; }
    public required bool SecondFactor { get; init; }
    public required bool IsServiceStaff { get; init; }

    /// <summary>
    /// What can be done at this host, by its word: open_tickets, see_tickets, see_queue, search, see_people, invite_people, import_people,
    /// see_reports, see_flags, manage_sla, manage_settings, manage_appearance, manage_texts, manage_mail, manage_webhooks, manage_domains,
    /// manage_api_keys, see_licence, see_audit, manage_tenants. What the role never has here is missing; what only the licence or a missing
    /// second factor forbids is there with the reason.
    /// </summary>
    public required IReadOnlyDictionary<string, AbilityResponse> Abilities { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static MeResponse Of(SignInCandidate who, IReadOnlyDictionary<HostAbility, Error?> abilities, bool german) => new()
    {
        Id = who.Account.Value,
        Email = who.Here.Email.Shown,
        Name = who.Here.Name,
        Language = who.Here.Language,
        TimeZone = who.Here.TimeZone,
        Group = who.Here.Group,
        Notifications = NotificationChoices.Of(who.Here.Muted, who.Here.Role, who.Here.IsServiceStaff),
        Mails = NotificationChoices.Of(who.Here.Mails.Off, who.Here.Role, who.Here.IsServiceStaff),
        Pushes = NotificationChoices.Of(who.Here.PushesOff, who.Here.Role, who.Here.IsServiceStaff),
        MailDigest = who.Here.Mails.Digest,
        MailHold = who.Here.Mails.HoldSeconds,
        Role = who.Here.Role,
        SecondFactor = who.HasSecondFactor,
        IsServiceStaff = who.Here.IsServiceStaff,
        Abilities = abilities.ToDictionary(one => Words<HostAbility>.Of(one.Key), one => AbilityResponse.Of(one.Value, german)),
        Version = who.Here.Version,
        CreatedAt = who.Here.CreatedAt.ToDateTimeOffset(),
    };
}

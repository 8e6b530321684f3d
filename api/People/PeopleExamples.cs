using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using static Helpdesk.Api.SignIn.SignInExamples;

namespace Helpdesk.Api.People;

internal sealed class PeopleExamples : IExamples
{
    private static readonly UserResponse User = new()
    {
        Id = Agent,
        Email = Email,
        Name = "Anna Agentin",
        Role = Role.Agent,
        Status = MembershipStatus.Active,
        Language = "de",
        TimeZone = "Europe/Berlin",
        Group = "Hauptamt",
        ExternalId = "P-4711",
        InvitationExpiresAt = null,
        IsServiceStaff = false,
        Version = 2,
        CreatedAt = Morning.AddDays(-90),
        UpdatedAt = Morning,
        Abilities = ["edit", "manage"],
    };

    public IEnumerable<object> All =>
    [
        new StatusResponse(
            true, RegistrationMode.Open, new(Agent, "Anna Agentin", Email, "de"), Role.Agent,
            ["users.list", "users.invite.customer"], [], null),
        User,
        new UserListResponse([User], "k3Jm0xTg6vE1pQwZ8aFh2LsRb7dYtU4cXnWo", 137),
        new InviteUserRequest(Email, "Anna Agentin", Role.Agent, "de"),
        new ImportResponse(false, 2, 1, 0, 1, [new(2, Agent, ImportWord.Unchanged), new(3, Id, ImportWord.Invited)]),
        new ActivityListResponse(
            [
                new(
                    "membership.role_changed", Morning, Agent, Admin, "Adam Admin", "203.0.113.7", "bearer",
                    new("Rolle geändert", "Role changed")),
            ], null),
        new ServeTenantRequest("agent@helpdesk.example", Role.Agent),
        new ChangeUserRequest(Role: Role.Manager),
        new ReplaceUserRequest("Anna Agentin", "de", Role.Manager, MembershipStatus.Active),
        new ChangeMeRequest(
            "Anna Agentin-Beispiel", TimeZone: "Europe/Berlin", Notifications: new Dictionary<string, bool> { ["sla_warning"] = false }),
        new ChangeEmailRequest("anna@musterstadt.example", Password),
        new MeResponse
        {
            Id = Agent,
            Email = Email,
            Name = "Anna Agentin",
            Language = "de",
            TimeZone = "Europe/Berlin",
            Group = "Hauptamt",
            Notifications = NotificationChoices.Of([], Role.Agent),
            Mails = NotificationChoices.Of([], Role.Agent),
            Pushes = NotificationChoices.Of([], Role.Agent),
            MailDigest = MailDigest.None,
            MailHold = MailWishes.Default.HoldSeconds,
            Role = Role.Agent,
            SecondFactor = true,
            IsServiceStaff = false,
            Abilities = new Dictionary<string, AbilityResponse>
            {
                ["open_tickets"] = AbilityResponse.Of(Domain.Tenants.TenantErrors.LicenceExpired, german: false),
                ["see_queue"] = new(true),
            },
            Version = 2,
            CreatedAt = Morning.AddDays(-90),
        },
        new ViewPreferencesDocument(
            ViewTheme.Dark, ViewDensity.Compact, AfterSending.Next, LetterShortcuts: true,
            new Dictionary<string, string> { ["ticket.take"] = "t" }, ["palette"]),
        new RegisterRequest("erika@musterstadt.example", "Erika Mustermann", "de"),
        new JoinRequest(Token, Password, "Erika Mustermann"),
        new TokenRequest(Token),
    ];
}

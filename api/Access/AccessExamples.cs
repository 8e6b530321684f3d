using Helpdesk.Api.Access.OpenId;
using Helpdesk.Api.Documentation;
using Helpdesk.Contracts.Access;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Access;

/// <summary>An agent of Musterstadt, her admin and a program.</summary>
internal sealed class AccessExamples : IExamples
{
    private const string Password = "ein langer Satz, den man sich merkt";
    private const string NewPassword = "noch ein Satz, der lang genug ist";
    private const string Token = "mNq1Zx0T6vE1pQwZ8aFh2LsRb7dYtU4cXnWoK3Jm0xT";
    private const string Secret = "hdc_3f5h7k2m4p6r2t4v6x2z4b6d2f4h6k2m4p6r2t4v6x2z4b6d2f4h";
    private const string Email = "agentin@musterstadt.example";

    private static readonly Guid Agent = new("0198c0de-7a11-7000-8000-0000000000a1");
    private static readonly Guid Admin = new("0198c0de-7a11-7000-8000-0000000000ad");
    private static readonly Guid Id = new("0198c0de-7a11-7000-8000-00000000005e");
    private static readonly DateTimeOffset Morning = new(2026, 11, 18, 7, 30, 0, TimeSpan.Zero);

    private static readonly UserResponse User = new(
        Agent, Email, "Anna Agentin", Role.Agent, MembershipStatus.Active, "de", "Europe/Berlin", "Hauptamt", "P-4711", InvitationExpiresAt: null, IsServiceStaff: false, Version: 2, Morning.AddDays(-90), Morning,
        ["edit", "manage"]);

    private static readonly ApiKeyResponse Key = new(
        Id, "hdk_k7qm2xva", "CMS von Musterstadt", [ApiScopes.FlagsEvaluate], "production", Admin, Morning, Morning.AddYears(1), LastUsedAt: null);

    private static readonly ApiClientResponse Client = new(
        Id, "Fachverfahren Bauamt", [ApiScopes.TicketsRead, ApiScopes.TicketsWrite], Environment: null, Admin, Morning, Morning.AddYears(1), LastUsedAt: null,
        Public: false, ["https://bauamt.musterstadt.example/anmeldung"], ["https://bauamt.musterstadt.example/"], Version: 1);

    private static readonly SessionResponse Session = new(
        Id, SessionKind.Cookie, Current: true, Morning, Morning.AddMinutes(12), Morning.AddHours(12), "203.0.113.7", "Mozilla/5.0");

    private static readonly TokensResponse Tokens = new("eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.c2ln", $"eyJhbGciOiJBMjU2S1ciLCJ0eXAiOiJvaV9yZWZ0K2p3dCJ9.{Token}", "Bearer", 600);

    public IEnumerable<object> All => [.. SigningIn, .. Joining, .. People, .. Keys];

    private static IEnumerable<object> SigningIn =>
    [
        new LoginRequest(Email, Password),
        new RefreshRequest($"eyJhbGciOiJBMjU2S1ciLCJ0eXAiOiJvaV9yZWZ0K2p3dCJ9.{Token}"),
        SignedInResponse.Of(Tokens),
        Tokens,
        new SessionListResponse([Session], null, 1),
        new StatusResponse(
            true, RegistrationMode.Open, new(Agent, "Anna Agentin", Email, "de"), Role.Agent, ["users.list", "users.invite.customer"], [], null),
        new ChangePasswordRequest(Password, NewPassword),
        new EmailRequest(Email),
        new SetPasswordRequest(Token, NewPassword),
        new PasswordRequest(Password),
        new CodeRequest("492039"),
        new PasswordAndCodeRequest(Password, "492039"),
        new SecondFactorResponse("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "otpauth://totp/Helpdesk%20musterstadt:agentin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
        new RecoveryCodesResponse(["k7qm-2xva-9tfb-w3zd", "p5cn-8hjr-4gsy-e6lk"]),
    ];

    private static IEnumerable<object> Joining =>
    [
        new RegisterRequest("erika@musterstadt.example", "Erika Mustermann", "de"),
        new JoinRequest(Token, Password, "Erika Mustermann"),
        new TokenRequest(Token),
    ];

    private static IEnumerable<object> People =>
    [
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
        new ChangeMeRequest("Anna Agentin-Beispiel", TimeZone: "Europe/Berlin", Notifications: new Dictionary<string, bool> { ["sla_warning"] = false }),
        new ChangeEmailRequest("anna@musterstadt.example", Password),
        new MeResponse(Agent, Email, "Anna Agentin", "de", "Europe/Berlin", "Hauptamt", NotificationChoices.Of([]), Role.Agent, SecondFactor: true, IsServiceStaff: false, Version: 2, Morning.AddDays(-90)),
    ];

    private static IEnumerable<object> Keys =>
    [
        new CreateApiKeyRequest("CMS von Musterstadt", [ApiScopes.FlagsEvaluate], "production", Morning.AddYears(1)),
        new CreatedApiKeyResponse(Id, "hdk_k7qm2xva_3f5h7k2m4p6r2t4v6x2z4b6d2f4h6k2m4p6r2t4v6x2z4b6d2f4h", Key),
        new ApiKeyListResponse([Key], null, 1),
        new CreateApiClientRequest(
            "Fachverfahren Bauamt", [ApiScopes.TicketsRead, ApiScopes.TicketsWrite], ExpiresAt: Morning.AddYears(1),
            RedirectUris: Client.RedirectUris, PostLogoutRedirectUris: Client.PostLogoutRedirectUris),
        new RedirectUrisDocument(["https://bauamt.musterstadt.example/anmeldung"], ["https://bauamt.musterstadt.example/"]),
        new CreatedApiClientResponse(Id, Id, "hdc_3f5h7k2m4p6r2t4v6x2z4b6d2f4h6k2m4p6r2t4v6x2z4b6d2f4h", Client),
        Client,
        new ApiClientListResponse([Client], null, 1),
        new TokenForm("client_credentials", ApiScopes.TicketsRead, $"{Id:D}", Secret),
        new TokenToLookAtForm(Tokens.AccessToken, "access_token", $"{Id:D}", Secret),
        new IntrospectionResponse(
            Active: true, "https://musterstadt.helpdesk.example/", $"{Id:D}", ApiScopes.TicketsRead, $"{Id:D}", Morning.AddMinutes(10).ToUnixTimeSeconds(),
            Morning.ToUnixTimeSeconds(), TokenType: "Bearer", TokenUsage: "access_token"),
        new UserInfoResponse(Agent, "Anna Agentin", "de", Email, EmailVerified: true),
        Discovery,
        new ClientTokenResponse(Tokens.AccessToken, "Bearer", 600, ApiScopes.TicketsRead),
        new JsonWebKeySet(
        [
            new("5c1e90ad72b34f86", "sig", "EC", "ES256", "P-256", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
        ]),
    ];

    private const string Host = "https://musterstadt.helpdesk.example";

    private static OpenIdConfiguration Discovery => new(
        $"{Host}/", $"{Host}/connect/authorize", $"{Host}/api/v1/auth/token", $"{Host}/api/v1/auth/introspect", $"{Host}/connect/signout",
        $"{Host}/api/v1/auth/revoke", $"{Host}/api/v1/auth/userinfo", $"{Host}/.well-known/jwks.json", ["authorization_code", "refresh_token", "client_credentials"],
        ["code"], ["query"], [.. PersonScopes.All, .. ApiScopes.All.Order()], ["sub", "auth_time", "name", "locale", "email", "email_verified"],
        ["ES256"], ["S256"], ["public"],
        ["client_secret_basic", "client_secret_post", "none"], ["client_secret_basic", "client_secret_post"], ["client_secret_basic", "client_secret_post", "none"],
        ["none", "login", "consent"], ClaimsParameterSupported: false, RequestParameterSupported: false, RequestUriParameterSupported: false,
        AuthorizationResponseIssParameterSupported: true, RequirePushedAuthorizationRequests: false, TlsClientCertificateBoundAccessTokens: false);
}

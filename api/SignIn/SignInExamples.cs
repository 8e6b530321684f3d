using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>An agent of Musterstadt, her admin and a program.</summary>
internal sealed class SignInExamples : IExamples
{
    internal const string Password = "ein langer Satz, den man sich merkt";
    internal const string NewPassword = "noch ein Satz, der lang genug ist";
    internal const string Token = "mNq1Zx0T6vE1pQwZ8aFh2LsRb7dYtU4cXnWoK3Jm0xT";
    internal const string Secret = "hdc_3f5h7k2m4p6r2t4v6x2z4b6d2f4h6k2m4p6r2t4v6x2z4b6d2f4h";
    internal const string Email = "agentin@musterstadt.example";

    internal static readonly Guid Agent = new("0198c0de-7a11-7000-8000-0000000000a1");
    internal static readonly Guid Admin = new("0198c0de-7a11-7000-8000-0000000000ad");
    internal static readonly Guid Id = new("0198c0de-7a11-7000-8000-00000000005e");
    internal static readonly DateTimeOffset Morning = new(2026, 11, 18, 7, 30, 0, TimeSpan.Zero);

    private static readonly SessionResponse Session = new(
        Id, SessionKind.Cookie, Current: true, Morning, Morning.AddMinutes(12), Morning.AddHours(12), "203.0.113.7", "Mozilla/5.0");

    private static readonly TokensResponse Tokens = new(
        "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.c2ln", $"eyJhbGciOiJBMjU2S1ciLCJ0eXAiOiJvaV9yZWZ0K2p3dCJ9.{Token}", "Bearer", 600);

    public IEnumerable<object> All => [.. SigningIn, .. OpenIdMessages];

    private static IEnumerable<object> SigningIn =>
    [
        new LoginRequest(Email, Password),
        new RefreshRequest($"eyJhbGciOiJBMjU2S1ciLCJ0eXAiOiJvaV9yZWZ0K2p3dCJ9.{Token}"),
        SignedInResponse.Of(Tokens),
        Tokens,
        new SessionListResponse([Session], null, 1),
        new ChangePasswordRequest(Password, NewPassword),
        new EmailRequest(Email),
        new SetPasswordRequest(Token, NewPassword),
        new PasswordRequest(Password),
        new CodeRequest("492039"),
        new PasswordAndCodeRequest(Password, "492039"),
        new SecondFactorResponse(
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "otpauth://totp/Helpdesk%20musterstadt:agentin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
        new RecoveryCodesResponse(["k7qm-2xva-9tfb-w3zd", "p5cn-8hjr-4gsy-e6lk"]),
    ];

    private static IEnumerable<object> OpenIdMessages =>
    [
        new TokenForm("client_credentials", ApiScopes.TicketsRead, $"{Id:D}", Secret),
        new TokenToLookAtForm(Tokens.AccessToken, "access_token", $"{Id:D}", Secret),
        new IntrospectionResponse
        {
            Active = true,
            Iss = "https://musterstadt.helpdesk.example/",
            Sub = $"{Id:D}",
            Scope = ApiScopes.TicketsRead,
            ClientId = $"{Id:D}",
            Exp = Morning.AddMinutes(10)
                .ToUnixTimeSeconds(),
            Iat = Morning.ToUnixTimeSeconds(),
            TokenType = "Bearer",
            TokenUsage = "access_token",
        },
        new UserInfoResponse(Agent, "Anna Agentin", "de", Email, EmailVerified: true),
        Discovery,
        new ClientTokenResponse(Tokens.AccessToken, "Bearer", 600, ApiScopes.TicketsRead),
        new JsonWebKeySet(
        [
            new("5c1e90ad72b34f86", "sig", "EC", "ES256", "P-256", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
        ]),
    ];

    private const string Host = "https://musterstadt.helpdesk.example";

    private static OpenIdConfiguration Discovery => new()
    {
        Issuer = $"{Host}/",
        AuthorizationEndpoint = $"{Host}/connect/authorize",
        TokenEndpoint = $"{Host}/api/v1/auth/token",
        IntrospectionEndpoint = $"{Host}/api/v1/auth/introspect",
        EndSessionEndpoint = $"{Host}/connect/signout",
        RevocationEndpoint = $"{Host}/api/v1/auth/revoke",
        UserinfoEndpoint = $"{Host}/api/v1/auth/userinfo",
        JwksUri = $"{Host}/.well-known/jwks.json",
        GrantTypesSupported = ["authorization_code", "refresh_token", "client_credentials"],
        ResponseTypesSupported = ["code"],
        ResponseModesSupported = ["query"],
        ScopesSupported = [.. PersonScopes.All, .. ApiScopes.All.Order()],
        ClaimsSupported = [
            "sub", "auth_time", "name", "locale", "email", "email_verified"],
        IdTokenSigningAlgValuesSupported = ["ES256"],
        CodeChallengeMethodsSupported = ["S256"],
        SubjectTypesSupported = ["public"],
        TokenEndpointAuthMethodsSupported = ["client_secret_basic", "client_secret_post", "none"],
        IntrospectionEndpointAuthMethodsSupported = ["client_secret_basic", "client_secret_post"],
        RevocationEndpointAuthMethodsSupported = ["client_secret_basic", "client_secret_post", "none"],
        PromptValuesSupported = ["none", "login", "consent"],
        ClaimsParameterSupported = false,
        RequestParameterSupported = false,
        RequestUriParameterSupported = false,
        AuthorizationResponseIssParameterSupported = true,
        RequirePushedAuthorizationRequests = false,
        TlsClientCertificateBoundAccessTokens = false,
    };
}

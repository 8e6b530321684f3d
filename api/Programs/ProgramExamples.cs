using Helpdesk.Domain.Programs;
using static Helpdesk.Api.SignIn.SignInExamples;

namespace Helpdesk.Api.Programs;

internal sealed class ProgramExamples : IExamples
{
    private static readonly ApiKeyResponse Key = new()
    {
        Id = Id,
        Prefix = "hdk_k7qm2xva",
        Name = "CMS von Musterstadt",
        Scopes = [ApiScopes.FlagsEvaluate],
        Environment = "production",
        CreatedBy = Admin,
        CreatedAt = Morning,
        ExpiresAt = Morning.AddYears(1),
        LastUsedAt = null,
    };

    private static readonly ApiClientResponse Client = new()
    {
        Id = Id,
        Name = "Fachverfahren Bauamt",
        Scopes = [ApiScopes.TicketsRead, ApiScopes.TicketsWrite],
        Environment = null,
        CreatedBy = Admin,
        CreatedAt = Morning,
        ExpiresAt = Morning.AddYears(1),
        LastUsedAt = null,
        Public = false,
        RedirectUris = ["https://bauamt.musterstadt.example/anmeldung"],
        PostLogoutRedirectUris = ["https://bauamt.musterstadt.example/"],
        Version = 1,
    };

    public IEnumerable<object> All =>
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
    ];
}

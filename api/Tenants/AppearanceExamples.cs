using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

internal sealed class AppearanceExamples : IExamples
{
    private const string Hash = "3f1c0a94d2c84b0e9a7d5e6f01234567893f1c0a94d2c84b0e9a7d5e6f012345";

    private static readonly TenantAppearance Look = new()
    {
        Colour = "#005a9c",
        Logo = new(Hash, 320, 96),
        LogoAlt = "Wappen der Stadt Musterstadt",
        TicketWord = new()
        {
            De = new()
            {
                Nominative = "Anliegen",
                Genitive = "Anliegens",
                Dative = "Anliegen",
                Accusative = "Anliegen",
                Plural = "Anliegen",
                DativePlural = "Anliegen",
            },
            En = new() { Article = "a", Singular = "request", Plural = "requests" },
        },
        FeedbackCategory = "barrierefreiheit",
        Contact = new("+49 89 123456", "hilfe@musterstadt.example", "Montag bis Freitag 8 bis 12 Uhr", "Monday to Friday 8 a.m. to noon"),
    };

    public IEnumerable<object> All =>
    [
        new AppearanceResponse
        {
            Host = HostFace.Portal,
            Slug = "musterstadt",
            Name = "Stadt Musterstadt",
            Languages = ["de", "en"],
            DefaultLanguage = "de",
            Zone = "Europe/Berlin",
            TicketWord = TicketWordDocument.Of(Look.TicketWord),
            Logo = LogoResponse.Of(Look, "Stadt Musterstadt"),
            Theme = ThemeResponse.Of(ThemeStylesheet.Of("#005a9c")),
            RegistrationOpen = true,
            SignIn = new(Password: true, Passkey: false, []),
            Contact = ContactDocument.Of(Look.Contact),
            Texts = [new(TenantTextKey.Accessibility, ["de", "en"]), new(TenantTextKey.Imprint, ["de"])],
        },
        AppearanceDocument.Of(Look),
        LogoResponse.Of(Look, "Stadt Musterstadt")!,
        ThemePreviewResponse.Of(TenantTheme.Of("#ffed00")),
        new TenantTextRequest("# Impressum\n\nStadt Musterstadt, Rathausplatz 1, 12345 Musterstadt", null, "2026-11-02"),
        TenantTextResponse.Of(TenantTextKey.Accessibility, "de", TenantText.Unwritten),
        new TenantTextListResponse([new(TenantTextKey.Accessibility, "de", IsWritten: false)]),
    ];
}

using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

internal sealed class TenantExamples : IExamples
{
    private static readonly DateTimeOffset Created = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly TenantResponse Tenant = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000e1"),
        Slug = "musterstadt",
        Name = "Stadt Musterstadt",
        NumberPrefix = "MUST",
        Status = TenantStatus.Active,
        SuspendedReason = null,
        Version = 1,
        CreatedAt = Created,
        UpdatedAt = Created,
        Deletion = null,
        EraseAt = null,
    };

    private static readonly DomainResponse Domain = new(
        new("0198c0de-7a11-7000-8000-0000000000e3"), "support.musterstadt.example", OwnDomainStatus.Pending,
        new("TXT", "_helpdesk-challenge.support.musterstadt.example", "helpdesk-domain=3f1c0a94d2c84b0e9a7d5e6f0123456789abcdef"), Created,
        VerifiedAt: null,
        Failures: 0, Version: 1);

    private static readonly ProviderGrantResponse Grant = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000e2"),
        Operator = new("0198c0de-7a11-7000-8000-0000000000d1"),
        OperatorName = "Bertram Betrieb",
        Reason = "Ticket MUST-000123: Anhang lässt sich nicht öffnen.",
        Minutes = 60,
        Status = ProviderGrantStatus.Active,
        RequestedAt = Created,
        DecidedBy = null,
        EndsAt = Created.AddHours(1),
        Version = 2,
    };

    public IEnumerable<object> All =>
    [
        new CreateTenantRequest("musterstadt", "Stadt Musterstadt", "standard"),
        new ChangeTenantRequest("Große Kreisstadt Musterstadt"),
        new DeleteTenantRequest("Die Gemeinde ist in Beispielburg aufgegangen."),
        new SuspendTenantRequest("Vertrag ruht bis zur Neuwahl."),
        new GrantLicenceRequest("standard", 40, ["knowledge", "assist"], "2026-01-01", "2026-12-31", 30),
        new LicenceResponse
        {
            Plan = "standard",
            Seats = 40,
            Features = ["knowledge", "assist"],
            ValidFrom = new(2025, 12, 31, 23, 0, 0, TimeSpan.Zero),
            ValidTo = new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero),
            GraceDays = 30,
            SeatsUsed = 31,
            State = LicenceState.Active,
            Version = 1,
        },
        new SettingsDocument(
            RegistrationMode.ByDomain, ["musterstadt.example"], ["de", "en"], "Europe/Berlin", "BY", 48_000, "5.2.0", 14,
            new("#005a9c", "#ffffff", "#00527a", "/media/logo.svg"), new(
                "Rathausplatz 1\n12345 Musterstadt", "info@musterstadt.example", "+49 89 123456", null),
            new(36, 120), ProviderAccess.OnRequest, StrictCategories: false, PerPersonReports: false, SecondFactorPolicy.StaffRequired,
            Attachments: new(25, [FileKind.Program, FileKind.Archive], UncheckedDownloads: false)),
        new RegisterDomainRequest("support.musterstadt.example"),
        Domain,
        new DomainListResponse([Domain], NextCursor: null, Total: 1),
        new RequestProviderAccessRequest("Ticket MUST-000123: Anhang lässt sich nicht öffnen.", 60),
        Grant,
        new ProviderGrantListResponse([Grant], NextCursor: null, Total: 1),
        Tenant,
        new TenantListResponse(
            [
                new()
                {
                    Id = Tenant.Id,
                    Slug = "musterstadt",
                    Name = "Stadt Musterstadt",
                    Status = TenantStatus.Active,
                    OpenTickets = 112,
                    OverdueTickets = 3,
                    Members = 640,
                    SeatsUsed = 31,
                    Seats = 40,
                    Plan = "standard",
                    LicenceState = LicenceState.Active,
                    Concerns = [TenantConcern.TicketsOverdue],
                    Version = 1,
                    CreatedAt = Created,
                    EraseAt = null,
                },
            ], NextCursor: null, Total: 1),
    ];
}

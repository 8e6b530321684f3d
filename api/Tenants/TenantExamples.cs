using Helpdesk.Api.Documentation;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

internal sealed class TenantExamples : IExamples
{
    private static readonly DateTimeOffset Created = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly TenantResponse Tenant = new(
        new("0198c0de-7a11-7000-8000-0000000000e1"), "musterstadt", "Stadt Musterstadt", "MUST", TenantStatus.Active, SuspendedReason: null, Version: 1,
        Created, Created);

    public IEnumerable<object> All =>
    [
        new CreateTenantRequest("musterstadt", "Stadt Musterstadt"),
        new ChangeTenantRequest("Große Kreisstadt Musterstadt"),
        new SuspendTenantRequest("Vertrag ruht bis zur Neuwahl."),
        new GrantLicenceRequest("standard", 40, ["knowledge", "assist"], "2026-01-01", "2026-12-31", 30),
        new LicenceResponse(
            "standard", 40, ["knowledge", "assist"], new(2025, 12, 31, 23, 0, 0, TimeSpan.Zero), new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero), 30, SeatsUsed: 31,
            LicenceState.Active, Version: 1),
        Tenant,
        new TenantListResponse([Tenant], NextCursor: null, Total: 1),
    ];
}

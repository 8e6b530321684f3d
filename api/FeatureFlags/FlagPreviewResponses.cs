using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.FeatureFlags;

/// <param name="Environment">The one that was asked about.</param>
/// <param name="Counts">How many tenants get each variant.</param>
/// <param name="DependingOnAccount">How many tenants have it for some accounts and not for others.</param>
/// <param name="Items">Every tenant, by slug.</param>
public sealed record FlagPreviewResponse(
    string Environment, IReadOnlyDictionary<string, int> Counts, int DependingOnAccount, int Changing,
    IReadOnlyList<PreviewedTenantResponse> Items)
{
    internal static FlagPreviewResponse Of(FlagPreview preview, string environment) => new(
        environment,
        preview.Tenants.Where(tenant => !tenant.DependsOnAccount && tenant.After.Variant is not null)
            .GroupBy(tenant => tenant.After.Variant!.Name, StringComparer.Ordinal).ToDictionary(
                group => group.Key, group => group.Count(), StringComparer.Ordinal),
        preview.Tenants.Count(tenant => tenant.DependsOnAccount),
        preview.Tenants.Count(tenant => tenant.Changes),
        [.. preview.Tenants.Select(PreviewedTenantResponse.Of)]);
}

/// <param name="Tenant">Slug.</param>
/// <param name="Variant">The variant that the tenant would get; where that depends on the account, the one without an account.</param>
/// <param name="Reason">As evaluation gives it, such as <c>SPLIT</c>.</param>
/// <param name="Before">The variant that it gets now; <c>null</c>: there is no such flag yet.</param>
public sealed record PreviewedTenantResponse(
    string Tenant, string? Variant, string Reason, string? Before, bool Changes, bool DependsOnAccount)
{
    internal static PreviewedTenantResponse Of(PreviewedTenant tenant) => new(
        tenant.Slug, tenant.After.Variant?.Name, tenant.After.Reason.Word(), tenant.Before.Variant?.Name,
        tenant.After.Variant?.Name != tenant.Before.Variant?.Name, tenant.DependsOnAccount);
}

using Helpdesk.Hosting.Tenancy;

namespace Helpdesk.Api.Tenancy;

/// <summary>
/// The first language of the municipality whose host it is; of what is refused before the host was looked up, as far as it is remembered.
/// </summary>
internal sealed class PlacesLanguage(TenantCache tenants, IOptions<TenancyOptions> options) : IPlacesLanguage
{
    public string? Of(HttpContext context) =>
        (context.FindTenant()?.Settings ?? Remembered(context.Request.Host.Host))?.Languages[0];

    private Domain.Tenants.TenantSettings? Remembered(string host) =>
        HostLabels.Of(host, options.Value.Domain) is { } label ? tenants.Remembered(label)?.Tenant.Settings : null;
}

using Helpdesk.Grains.FeatureFlags;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Helpdesk.Api.FeatureFlags;

internal static class FlagHosting
{
    /// <summary>The snapshot of this process, and <c>IVariantFeatureManager</c> for whoever sent the request.</summary>
    public static WebApplicationBuilder AddFlags(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<ITargetingContextAccessor, HttpFlagTargeting>();
        builder.Services.AddSingleton<FlagShowing>();
        builder.Services.AddCurrentFlags().AddFlagManagement();
        return builder;
    }
}

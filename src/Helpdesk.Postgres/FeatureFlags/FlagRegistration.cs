using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Postgres.FeatureFlags;

internal static class FlagRegistration
{
    public static IServiceCollection AddFeatureFlags(this IServiceCollection services) =>
        services
            .AddSingleton<IFlagSetStore, FlagSetStore>()
            .AddSingleton<IFlagSources, FlagSources>();
}

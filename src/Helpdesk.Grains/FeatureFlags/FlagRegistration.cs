using Helpdesk.Contracts;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Grains.Due;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpdesk.Grains.FeatureFlags;

public static class FlagRegistration
{
    /// <summary>The snapshot of all flags, in every process that evaluates them. Needs the record.</summary>
    public static IServiceCollection AddFlagSnapshots(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<FlagSnapshotOptions>, FlagSnapshotOptionsValidator>();
        services.AddOptions<FlagSnapshotOptions>().BindConfiguration(FlagSnapshotOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<FlagSnapshots>()
            .AddSingleton<IFlagSnapshots>(provider => provider.GetRequiredService<FlagSnapshots>())
            .AddHostedService(provider => provider.GetRequiredService<FlagSnapshots>());
    }

    /// <summary>The due moments of flags, for a host that runs grains.</summary>
    public static IServiceCollection AddFlagExpiry(this IServiceCollection services) => services.AddSingleton(new DueSubjectKind(
        FlagSet.Kind, (grains, key) => grains.GetGrain<IFlagSetGrain>(key), due => GrainKeys.Of(due.Tenant.Value)));
}

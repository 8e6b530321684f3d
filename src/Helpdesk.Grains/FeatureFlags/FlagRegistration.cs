using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Grains.Due;
using Helpdesk.Grains.FeatureFlags.Management;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Helpdesk.Grains.FeatureFlags;

public static class FlagRegistration
{
    /// <summary>The snapshot of all flags, in every process that evaluates them. Needs the database. A second call adds nothing.</summary>
    public static IServiceCollection AddCurrentFlags(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(CurrentFlags)))
            return services;

        services.AddSingleton<IValidateOptions<CurrentFlagsOptions>, CurrentFlagsOptionsValidator>();
        services.AddOptions<CurrentFlagsOptions>().BindConfiguration(CurrentFlagsOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<CurrentFlags>()
            .AddSingleton<ICurrentFlags>(provider => provider.GetRequiredService<CurrentFlags>())
            .AddHostedService(provider => provider.GetRequiredService<CurrentFlags>());
    }

    /// <summary>
    /// <see cref="IVariantFeatureManager"/> over the snapshot. Register a <see cref="FlagTargeting"/> of the host's own before, where it
    /// knows for whom it works.
    /// </summary>
    public static IServiceCollection AddFlagManagement(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(SnapshotDefinitions)))
            return services;

        services.TryAddSingleton<ITargetingContextAccessor, FlagTargeting>();
        services.AddSingleton<SnapshotDefinitions>();
        services.AddSingleton<IFeatureDefinitionProvider>(provider => provider.GetRequiredService<SnapshotDefinitions>());
        services.AddFeatureManagement();
        services.AddSingleton(provider => new FeatureManager(
            provider.GetRequiredService<IFeatureDefinitionProvider>(), new()
            { IgnoreMissingFeatures = true, IgnoreMissingFeatureFilters = false })
        {
            TargetingContextAccessor = provider.GetRequiredService<ITargetingContextAccessor>(),
            Logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger<FeatureManager>(),
        });
        services.Replace(ServiceDescriptor.Singleton<IVariantFeatureManager, SnapshotFeatureManager>());
        return services.Replace(ServiceDescriptor.Singleton<IFeatureManager>(provider => provider.GetRequiredService<FeatureManager>()));
    }

    /// <summary>The due moments of flags, for a host that runs grains.</summary>
    public static IServiceCollection AddFlagExpiry(this IServiceCollection services) => services.AddSingleton(new DueSubjectKind(
        FlagSet.Kind, (grains, key) => grains.GetGrain<IFlagSetGrain>(key), due => GrainKeys.Of(due.Tenant)));
}

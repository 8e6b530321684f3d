using Helpdesk.Domain.Clocks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpdesk.Postgres.Clocks;

internal static class ClockRegistration
{
    /// <summary>
    /// Whoever asks a <see cref="TimeProvider"/> gets the database's time. A host that is given another beforehand or afterwards goes by
    /// that.
    /// </summary>
    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.TryAddSingleton<TimeProvider>(_ => new PlatformClock(TimeProvider.System));
        services.TryAddSingleton(provider => provider.GetRequiredService<TimeProvider>() as IPlatformClock
            ?? new GivenClock(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<DatabaseTime>();
        return services;
    }

    /// <summary>For hosts: the difference is measured while they run.</summary>
    public static IServiceCollection WatchClock(this IServiceCollection services) =>
        services.AddClock().AddHostedService<ClockWatch>();
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Local;

/// <summary>What <c>UseOrleans</c> and its options register.</summary>
internal static class EngineServices
{
    public static void AddEngine(this IServiceCollection services)
    {
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Engine>();
        services.TryAddSingleton(provider => new EngineLog(provider.GetRequiredService<ILogger<Engine>>()));
        services.TryAddSingleton<IClusterClient>(provider => provider.GetRequiredService<Engine>().References);
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<Engine>().References);
        services.TryAddScoped<IGrainContextAccessor, GrainContextAccessor>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EngineHost>());
    }

    public static void AddReminderService(this IServiceCollection services)
    {
        services.TryAddSingleton<ReminderService>();
        services.TryAddSingleton<IReminderRegistry>(provider => provider.GetRequiredService<ReminderService>());
    }

    public static void AddInstanceLock(this IServiceCollection services) => services.TryAddSingleton<InstanceLock>();

    private sealed class GrainContextAccessor : IGrainContextAccessor
    {
        public IGrainContext GrainContext => RuntimeContext.Current!;
    }
}

/// <summary>Starts and stops the engine with the host: the lock first, so that nothing runs on a database that is taken.</summary>
internal sealed class EngineHost(IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<InstanceLock>() is { } instanceLock)
            await instanceLock.Take(cancellationToken);
        services.GetRequiredService<Engine>().Start();
        if (services.GetService<ReminderService>() is { } reminders)
            await reminders.Start();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        services.GetService<ReminderService>()?.Stop();
        await services.GetRequiredService<Engine>().Stop(cancellationToken);
        if (services.GetService<InstanceLock>() is { } instanceLock)
            await instanceLock.DisposeAsync();
    }
}

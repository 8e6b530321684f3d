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
    // Found when starting, not when stopping: a host that is disposed while it stops hands out nothing any more.
    private Engine? engine;
    private InstanceLock? instanceLock;
    private ReminderService? reminders;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        instanceLock = services.GetService<InstanceLock>();
        if (instanceLock is not null)
            await instanceLock.Take(cancellationToken);
        engine = services.GetRequiredService<Engine>();
        engine.Start();
        reminders = services.GetService<ReminderService>();
        if (reminders is not null)
            await reminders.Start();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        reminders?.Stop();
        if (engine is not null)
            await engine.Stop(cancellationToken);
        if (instanceLock is not null)
            await instanceLock.DisposeAsync();
    }
}

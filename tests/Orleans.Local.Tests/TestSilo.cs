using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Local.Tests;

/// <summary>A host with the engine, in-memory storage and a clock that the test moves. Grains get <see cref="Signals"/> injected.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost host;

    private TestSilo(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public FakeClock Clock => (FakeClock)Services.GetRequiredService<TimeProvider>();

    /// <summary>Complete when the idle activations that were found last are gone.</summary>
    public Task Collected => Services.GetRequiredService<Engine>().Collected;

    /// <summary>Complete when the reminder table has been read as it was at the last look.</summary>
    public Task RemindersRead => Services.GetRequiredService<ReminderService>().LastRead;

    /// <summary>Complete when the last look at the lock on the database is through.</summary>
    public Task LockLooked => Services.GetRequiredService<InstanceLock>().LastLook;

    public CancellationToken Stopping => Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public Signals Signals => Services.GetRequiredService<Signals>();

    public static async Task<TestSilo> Start(Action<ISiloBuilder>? configure = null, FakeClock? clock = null, Signals? signals = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock ?? new FakeClock());
        builder.Services.AddSingleton(signals ?? new Signals());
        builder.UseOrleans(silo =>
        {
            silo.AddMemoryGrainStorageAsDefault();
            configure?.Invoke(silo);
        });
        var silo = new TestSilo(builder.Build());
        await silo.host.StartAsync();
        return silo;
    }

    public Task Stop() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

/// <summary>What tests and grains wait for instead of sleeping: named gates, and a list of what happened.</summary>
public sealed class Signals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = new();
    private readonly ConcurrentQueue<string> happened = new();

    /// <summary>In the order in which it was noted.</summary>
    public IReadOnlyList<string> Happened => [.. happened];

    public void Note(string what)
    {
        happened.Enqueue(what);
        Open(what);
    }

    public bool IsOpen(string gate) => Gate(gate).Task.IsCompleted;

    public void Open(string gate) => Gate(gate).TrySetResult();

    /// <summary>Waits until the gate is opened; says which one never was.</summary>
    public async Task At(string gate)
    {
        try
        {
            await Gate(gate).Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"'{gate}' never came. What came: {string.Join(", ", happened)}.");
        }
    }

    private TaskCompletionSource Gate(string name) =>
        gates.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Local;

internal static class StorageNames
{
    public const string Default = "Default";
}

internal abstract class Activation : IGrainContext
{
    public abstract GrainReference GrainReference { get; }
    public abstract GrainId GrainId { get; }
    public abstract object? GrainInstance { get; }
    public abstract ActivationId ActivationId { get; }
    public abstract IServiceProvider ActivationServices { get; }
    public abstract Task Deactivated { get; }
    public abstract void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);
    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) => throw new NotSupportedException();
    public void DelayDeactivation(TimeSpan span) => throw new NotSupportedException();
    public void EnterReentrantSection(Guid id) => throw new NotSupportedException();
    public void ExitReentrantSection(Guid id) => throw new NotSupportedException();
}

internal static class RuntimeContext
{
    [ThreadStatic]
    private static Activation? current;

    public static Activation? Current { get => current; set => current = value; }

    public static Activation AsActivation(this IGrainContext context) => (Activation)context;
}

internal static class CallFlow
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Local = new();

    public static ImmutableDictionary<string, object> Values
    {
        get => Local.Value ?? ImmutableDictionary<string, object>.Empty;
        set => Local.Value = value.IsEmpty ? null : value;
    }
}

internal sealed record ReferenceShape(GrainType GrainType, GrainInterfaceType InterfaceType, string InterfaceName)
{
    public object Cast(GrainReference reference, Type type) => throw new InvalidCastException($"{reference} to {type}");
}

internal static class EngineServices
{
    public static void AddEngine(this IServiceCollection services) => services.AddOptions();
    public static void AddReminderService(this IServiceCollection services) => services.AddOptions();
    public static void AddInstanceLock(this IServiceCollection services) => services.AddOptions();
}

internal sealed class MemoryGrainStorage : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}

internal static class AdoNetGrainStorage
{
    public static IGrainStorage Create(IServiceProvider services, string name) => new MemoryGrainStorage();
}

internal abstract class MemoryReminderTable : IReminderTable
{
    public abstract Task<ReminderTableData> ReadRows(GrainId grainId);
    public abstract Task<ReminderTableData> ReadRows(uint begin, uint end);
    public abstract Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);
    public abstract Task<string?> UpsertRow(ReminderEntry entry);
    public abstract Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);
    public abstract Task TestOnlyClearTable();
}

internal abstract class AdoNetReminderTable : MemoryReminderTable;

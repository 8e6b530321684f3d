using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Local;

/// <summary>Names under which storages are registered.</summary>
internal static class StorageNames
{
    public const string Default = "Default";
}

/// <summary>Makes the <see cref="PersistentState{TState}"/> of a constructor parameter.</summary>
internal static class PersistentState
{
    public static Func<Activation, object> Factory(ParameterInfo parameter, PersistentStateAttribute facet)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new OrleansConfigurationException($"{parameter.Member.DeclaringType}: [PersistentState] belongs on an IPersistentState<T>, not on a {type}.");

        var create = typeof(PersistentState).GetMethod(nameof(Create), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type.GetGenericArguments()[0])
            .CreateDelegate<Func<Activation, PersistentStateAttribute, object>>();
        return activation => create(activation, facet);
    }

    private static object Create<TState>(Activation activation, PersistentStateAttribute facet)
    {
        var name = facet.StorageName ?? StorageNames.Default;
        var storage = activation.Engine.Services.GetKeyedService<IGrainStorage>(name)
            ?? throw new OrleansConfigurationException($"No grain storage named {name} is configured; {activation.Class.Type} asks for it.");
        var state = new PersistentState<TState>(facet.StateName, activation.GrainId, storage);
        activation.Add(state);
        return state;
    }
}

/// <summary>One document of one activation.</summary>
internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<TState>, IActivationState
{
    private readonly GrainState<TState> stored = new(New());

    public TState State
    {
        get => stored.State;
        set => stored.State = value;
    }

    public string? Etag => stored.ETag;

    public bool RecordExists => stored.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => storage.ReadStateAsync(name, grainId, stored, cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken) => storage.WriteStateAsync(name, grainId, stored, cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) => storage.ClearStateAsync(name, grainId, stored, cancellationToken);

    public Task Read(CancellationToken cancellation) => ReadStateAsync(cancellation);

    /// <summary>What a document is before it was ever written.</summary>
    internal static TState New() => typeof(TState) == typeof(string) || typeof(TState).IsAbstract || typeof(TState).IsArray
        ? default!
        : System.Activator.CreateInstance<TState>();
}

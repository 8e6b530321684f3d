using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A document of the grain, read before <c>OnActivateAsync</c> and written only on request.</summary>
public interface IPersistentState<TState> : IStorage<TState>;

public interface IPersistentStateConfiguration
{
    string StateName { get; }

    string? StorageName { get; }
}

/// <summary>On a constructor parameter of type <see cref="IPersistentState{TState}"/>: which document, in which storage (<c>null</c>: the default one).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute, IFacetMetadata, IPersistentStateConfiguration
{
    public string StateName { get; } = stateName;

    public string? StorageName { get; } = storageName;
}

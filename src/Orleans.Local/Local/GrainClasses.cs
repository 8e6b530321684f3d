using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>The grain classes of this process, by name and by interface.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> byName = [];
    private readonly Dictionary<Type, List<GrainClass>> byInterface = [];

    public GrainClasses(IEnumerable<Type> types, SiloMessagingOptions messaging, GrainCollectionOptions collection)
    {
        foreach (var type in types)
            Add(new(type, messaging, collection));
    }

    /// <summary>Every grain interface that a class here implements.</summary>
    public IEnumerable<Type> Interfaces => byInterface.Keys;

    public GrainClass Of(GrainType name) =>
        byName.GetValueOrDefault(name) ?? throw new ArgumentException($"Could not find a grain class for grain type {name}.");

    /// <summary>The class that implements an interface; a prefix of its full name chooses among several.</summary>
    public GrainClass Of(Type grainInterface, string? classNamePrefix)
    {
        var candidates = byInterface.GetValueOrDefault(grainInterface) ?? [];
        if (classNamePrefix is not null)
            candidates = candidates.FindAll(candidate => candidate.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal));

        return candidates switch
        {
            [] => throw new ArgumentException($"Could not find an implementation for interface {grainInterface}."),
            [var only] => only,
            _ => candidates.Find(candidate => "I" + candidate.Type.Name == grainInterface.Name) ?? throw Ambiguous(grainInterface, candidates),
        };
    }

    private void Add(GrainClass added)
    {
        if (!byName.TryAdd(added.GrainType, added))
            throw new OrleansConfigurationException($"{added.Type} and {byName[added.GrainType].Type} are both named {added.GrainType}.");

        foreach (var grainInterface in added.Type.GetInterfaces().Where(IsGrainInterface))
        {
            if (!byInterface.TryGetValue(grainInterface, out var classes))
                byInterface[grainInterface] = classes = [];
            classes.Add(added);
        }
    }

    private static bool IsGrainInterface(Type type) => typeof(IAddressable).IsAssignableFrom(type) && type.GetInterfaces().Length > 0;

    private static ArgumentException Ambiguous(Type grainInterface, List<GrainClass> candidates) => new(
        $"Interface {grainInterface} has several implementations: {string.Join(", ", candidates.Select(candidate => candidate.Type))}.");
}

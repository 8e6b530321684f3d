using System.Collections.Concurrent;
using Orleans.Metadata;
using Orleans.Serialization.TypeSystem;

namespace Helpdesk.Grains.Hosting;

/// <summary>
/// Remembers how each grain interface is called. Orleans finds it out anew whenever somebody asks for a grain, by reflection: microseconds
/// and a kilobyte each time. Asked first, so it must answer what the others would.
/// </summary>
internal sealed class KnownInterfaces(IServiceProvider services, TypeConverter types) : IGrainInterfaceTypeProvider
{
    private readonly GrainInterfaceTypeResolver others = new([new AttributeGrainInterfaceTypeProvider(services)], types);
    private readonly ConcurrentDictionary<Type, GrainInterfaceType> known = new();

    public bool TryGetGrainInterfaceType(Type type, out GrainInterfaceType grainInterfaceType)
    {
        // To a generic interface the caller adds the parameters; we have none.
        grainInterfaceType = default;
        if (type.IsGenericType)
            return false;
        grainInterfaceType = known.GetOrAdd(type, static (asked, others) => others.GetGrainInterfaceType(asked), others);
        return true;
    }
}

using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Makes references: the grain factory, and the client for code outside grains.</summary>
internal sealed class References(Engine engine) : IClusterClient
{
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), ReferenceShape> byInterface = new();
    private readonly ConcurrentDictionary<(Type? Interface, GrainType GrainType), ReferenceShape> byGrainType = new();

    public IServiceProvider ServiceProvider => engine.Services;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        Create<TGrainInterface>(IdSpan.Create(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey, keyExtension), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey, keyExtension), grainClassNamePrefix);

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) =>
        Create(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) =>
        Create(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => Create(grainInterfaceType, IdSpan.Create(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) =>
        Create(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey, keyExtension));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) =>
        Create(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey, keyExtension));

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable =>
        (TGrainInterface)Get(grainId, typeof(TGrainInterface));

    /// <summary>A reference that speaks <paramref name="grainInterface"/>.</summary>
    public object Get(GrainId grainId, Type grainInterface) => byGrainType
        .GetOrAdd((grainInterface, grainId.Type), static (key, engine) => new(engine, ProxyType.Of(key.Interface!), key.GrainType), engine)
        .Create(grainId.Key);

    /// <summary>A reference that only identifies.</summary>
    public GrainReference Untyped(GrainId grainId) => byGrainType
        .GetOrAdd((null, grainId.Type), static (key, engine) => new(engine, null, key.GrainType), engine)
        .Create(grainId.Key);

    private TGrainInterface Create<TGrainInterface>(IdSpan key, string? prefix) =>
        (TGrainInterface)(object)Shape(typeof(TGrainInterface), prefix).Create(key);

    private IGrain Create(Type grainInterface, IdSpan key) => (IGrain)(object)Shape(grainInterface, null).Create(key);

    private ReferenceShape Shape(Type grainInterface, string? prefix) => byInterface.GetOrAdd(
        (grainInterface, prefix),
        static (key, engine) => new(engine, ProxyType.Of(key.Interface), engine.Classes.Of(key.Interface, key.Prefix).GrainType),
        engine);
}

/// <summary>What the references of one interface to one kind of grain have in common.</summary>
internal sealed class ReferenceShape(Engine engine, ProxyType? proxy, GrainType grainType)
{
    private readonly GrainInterfaceType interfaceType = proxy is null ? default : GrainInterfaceType.Create(proxy.Interface.FullName!);

    public Engine Engine => engine;

    public GrainType GrainType => grainType;

    public GrainInterfaceType InterfaceType => interfaceType;

    public string InterfaceName => proxy?.Interface.FullName ?? "";

    public GrainReference Create(IdSpan key) => proxy is null ? new(this, key) : proxy.Create(this, key);

    public MethodShape Method(int index) => proxy!.Methods[index];
}

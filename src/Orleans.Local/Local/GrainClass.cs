using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>What is known of one grain class before it is activated.</summary>
internal sealed class GrainClass
{
    private readonly ConstructorInvoker constructor;
    private readonly Func<Activation, object?>[] arguments;

    public GrainClass(Type type, SiloMessagingOptions messaging, GrainCollectionOptions collection)
    {
        Type = type;
        GrainType = NameOf(type);
        Reentrant = type.IsDefined(typeof(ReentrantAttribute));
        MaxWorkers = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers ?? 0;
        CollectionAge = AgeOf(type, collection);
        (QueueLimitName, QueueLimit) = MaxWorkers > 0
            ? (nameof(messaging.MaxEnqueuedRequestsHardLimit_StatelessWorker), messaging.MaxEnqueuedRequestsHardLimit_StatelessWorker)
            : (nameof(messaging.MaxEnqueuedRequestsHardLimit), messaging.MaxEnqueuedRequestsHardLimit);

        var chosen = Choose(type);
        constructor = ConstructorInvoker.Create(chosen);
        arguments = [.. chosen.GetParameters().Select(ArgumentFor)];
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool Reentrant { get; }

    /// <summary>0 for a grain with one activation.</summary>
    public int MaxWorkers { get; }

    public TimeSpan CollectionAge { get; }

    /// <summary>0 for none.</summary>
    public int QueueLimit { get; }

    public string QueueLimitName { get; }

    /// <summary>Creates the instance, on the activation's turn.</summary>
    public object Create(Activation activation)
    {
        var values = new object?[arguments.Length];
        for (var index = 0; index < values.Length; index++)
            values[index] = arguments[index](activation);
        return constructor.Invoke(values.AsSpan());
    }

    private static GrainType NameOf(Type type)
    {
        const string suffix = "grain";
        var name = type.Name.ToLowerInvariant();
        return GrainType.Create(name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name);
    }

    private static TimeSpan AgeOf(Type type, GrainCollectionOptions collection)
    {
        if (type.IsDefined(typeof(KeepAliveAttribute)))
            return TimeSpan.MaxValue;
        if (type.GetCustomAttribute<CollectionAgeLimitAttribute>() is { } limit)
            return limit.AlwaysActive ? TimeSpan.MaxValue : limit.AgeLimit;

        return collection.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age) ? age : collection.CollectionAge;
    }

    private static ConstructorInfo Choose(Type type)
    {
        var constructors = type.GetConstructors();
        return constructors.Length == 1
            ? constructors[0]
            : constructors.SingleOrDefault(constructor => constructor.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
              ?? throw new OrleansConfigurationException(
                  $"{type} needs exactly one public constructor, or one marked [{nameof(ActivatorUtilitiesConstructorAttribute)}].");
    }

    private static Func<Activation, object?> ArgumentFor(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(IGrainContext))
            return activation => activation;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } facet)
            return PersistentState.Factory(parameter, facet);
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return activation => activation.ActivationServices.GetRequiredKeyedService(type, keyed.Key);
        if (parameter.HasDefaultValue)
            return activation => activation.ActivationServices.GetService(type) ?? parameter.DefaultValue;

        return activation => activation.ActivationServices.GetRequiredService(type);
    }
}

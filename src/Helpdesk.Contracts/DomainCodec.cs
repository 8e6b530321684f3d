using Helpdesk.Domain.Feed;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Helpdesk.Contracts;

/// <summary>
/// How Domain's records travel: as JSON by the names of their members, as the database keeps them, so that a process of the next version
/// and one of the last understand each other: what one does not know it passes over, what is missing has its default. Inside a process they
/// are handed over as they are.
/// </summary>
public static class DomainCodec
{
    /// <summary>For silos and for clients: every type in a grain's interface must have a codec before either starts.</summary>
    public static IServiceCollection AddDomainCodec(this IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(
            isSerializable: IsOfDomain, isCopyable: static _ =>
                false, static options => options.Configure(json => json.SerializerOptions = RecordJson.Options)));
        return services.AddSingleton<IGeneralizedCopier, SameRecord>();
    }

    // Enums travel as numbers by Orleans' own codec; a day that is no member of a record needs this one as well.
    private static bool IsOfDomain(Type type) => (type.Assembly == typeof(Error).Assembly && !type.IsEnum) || type == typeof(LocalDate);

    /// <summary>Records never change, so whoever is called may have the caller's own.</summary>
    private sealed class SameRecord : IGeneralizedCopier
    {
        public bool IsSupportedType(Type type) => IsOfDomain(type);

        public object? DeepCopy(object? input, CopyContext context) => input;
    }
}

/// <summary>The same for the answers of grains, which are values: handed over without a box.</summary>
[RegisterCopier]
internal sealed class SameResult<T> : IDeepCopier<Result<T>>
{
    public Result<T> DeepCopy(Result<T> input, CopyContext context) => input;
}

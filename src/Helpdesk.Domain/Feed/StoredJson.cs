using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Helpdesk.Domain.Feed;

/// <summary>
/// What is expected of a stored value beyond its form. A member that code takes as given is given; one that came later has a default or may
/// be <c>null</c>.
/// </summary>
internal static class StoredJson
{
    /// <summary>A state has seen an event at least.</summary>
    public static bool HasBegun(object read) => !IsState(read.GetType()) || read.GetType().GetProperty("Version")?.GetValue(read) is > 0;

    public static void RefuseWhatIsMissing(JsonTypeInfo info)
    {
        if (info.Kind is not JsonTypeInfoKind.Object || info.Type.Assembly != typeof(StoredJson).Assembly || info.Type.IsAbstract)
            return;

        var nullability = new NullabilityInfoContext();
        var needed = info.Properties.Where(member => member.Get is not null && IsNeeded(member, nullability)).ToArray();
        if (needed.Length == 0)
            return;
        info.OnDeserialized += read =>
        {
            foreach (var member in needed)
            {
                if (IsMissing(member.Get!(read)))
                    throw new JsonException($"'{member.Name}' is missing.");
            }
        };
    }

    private static bool IsNeeded(JsonPropertyInfo member, NullabilityInfoContext nullability) =>
        member.AttributeProvider is PropertyInfo { SetMethod: not null } property
        && (IsArray(property.PropertyType)
            || (!property.PropertyType.IsValueType && nullability.Create(property).WriteState is NullabilityState.NotNull));

    // An array that was never set holds nothing that can be asked.
    private static bool IsMissing(object? value) => value is null
        || (IsArray(value.GetType()) && value.GetType().GetProperty(nameof(ImmutableArray<>.IsDefault))!.GetValue(value) is true);

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static bool IsState(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAggregate<,>));
}

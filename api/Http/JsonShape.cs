using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Helpdesk.Api.Http;

/// <summary>
/// Holds JSON against the type that it is to become, and tells apart what the serializer tells by the words of one exception only: an
/// unknown member, a missing one, <c>null</c> where nothing is no value, an object where a list is meant. Single values are judged by their
/// converters.
/// </summary>
internal static class JsonShape
{
    public static FieldError NotNull(string at) => FieldCode.Type.At(at, "Darf nicht null sein.", "Must not be null.");

    /// <returns>The first fault; <c>null</c>: none.</returns>
    public static FieldError? FaultOf(JsonElement value, JsonTypeInfo type, string at) => (type.Kind, value.ValueKind) switch
    {
        (JsonTypeInfoKind.None, _) => ChangeConverterFactory.ContentOf(type.Type) is { } content
            ? OfContent(value, content, type.Options, at) : null,
        (JsonTypeInfoKind.Object, JsonValueKind.Object) => OfMembers(value, type, at),
        (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => OfItems(value, type, at),
        (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) => OfEntries(value, type, at),
        _ => FieldCode.Type.At(at),
    };

    public static string Escaped(string part) => part.Replace("~", "~0").Replace("/", "~1");

    private static FieldError? OfMembers(JsonElement value, JsonTypeInfo type, string at)
    {
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            var place = $"{at}/{Escaped(name)}";
            if (type.Properties.FirstOrDefault(property => property.Name == name) is not { } property)
                return FieldCode.Type.At(place, "Das gibt es hier nicht.", "There is no such member here.");
            if (member.Value.ValueKind == JsonValueKind.Null && !TakesNull(property))
                return NotNull(place);
            if (OfContent(member.Value, property.PropertyType, type.Options, place) is { } fault)
                return fault;
        }

        var missing = type.Properties.FirstOrDefault(property => IsRequired(property) && !value.TryGetProperty(property.Name, out _));
        return missing is null ? null : FieldError.Required($"{at}/{missing.Name}");
    }

    // The serializer looks after members that must not be null, but not after items of arrays. No list of the API has a place for nothing.
    private static FieldError? OfItems(JsonElement value, JsonTypeInfo type, string at)
    {
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{at}/{index++}");
            if (item.ValueKind == JsonValueKind.Null)
                return NotNull(place);
            if (OfContent(item, type.ElementType!, type.Options, place) is { } fault)
                return fault;
        }

        return null;
    }

    private static FieldError? OfEntries(JsonElement value, JsonTypeInfo type, string at)
    {
        foreach (var entry in value.EnumerateObject())
        {
            if (OfContent(entry.Value, type.ElementType!, type.Options, $"{at}/{Escaped(NameOf(entry))}") is { } fault)
                return fault;
        }

        return null;
    }

    private static FieldError? OfContent(JsonElement value, Type type, JsonSerializerOptions options, string at) =>
        value.ValueKind == JsonValueKind.Null ? null : FaultOf(value, options.GetTypeInfo(type), at);

    private static bool TakesNull(JsonPropertyInfo property)
    {
        var type = ChangeConverterFactory.ContentOf(property.PropertyType) ?? property.PropertyType;
        return type.IsValueType ? Nullable.GetUnderlyingType(type) is not null || type == typeof(JsonElement)
            : type != property.PropertyType || property.IsSetNullable;
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || (property.Options.RespectRequiredConstructorParameters
            && property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false });

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new LoneSurrogateException();
        }
    }
}

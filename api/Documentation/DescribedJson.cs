using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Helpdesk.Api.Documentation;

/// <summary>
/// The API's JSON in terms that a schema can be made from: the same names and words as <see cref="Http.StrictJson"/>, whose own converters
/// say nothing about shape. Nothing is read or written with it.
/// </summary>
internal static class DescribedJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Describe } };
    }

    private static void Describe(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var index = 0; index < type.Properties.Count; index++)
        {
            var property = type.Properties[index];
            if (ChangeConverterFactory.ContentOf(property.PropertyType) is { } content)
                type.Properties[index] = Plain(type, property, content);
        }
    }

    // A member that may be left out is described as its content.
    private static JsonPropertyInfo Plain(JsonTypeInfo type, JsonPropertyInfo maybe, Type content)
    {
        var plain = type.CreateJsonPropertyInfo(content, maybe.Name);
        plain.AttributeProvider = maybe.AttributeProvider;
        plain.Get = _ => null;
        plain.IsGetNullable = plain.IsSetNullable = maybe.AttributeProvider is PropertyInfo property &&
            new NullabilityInfoContext().Create(property).GenericTypeArguments[0].WriteState == NullabilityState.Nullable;
        return plain;
    }
}

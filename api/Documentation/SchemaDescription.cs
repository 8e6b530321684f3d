using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>
/// Finishes what is made from a type: words are strings, and sizes and necessity stand where the request records declare them, in
/// attributes of their parameters.
/// </summary>
internal sealed class SchemaDescription : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Enum is { Count: > 0 } words)
        {
            // That a member may be null belongs to the member, not to the words; which of the two came first must not matter.
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. words.Where(word => word is not null)];
        }

        schema.Default = null;
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var others in context.JsonTypeInfo.Properties.Where(property => property.IsExtensionData))
                schema.Properties?.Remove(others.Name);
            schema.Required = context.JsonTypeInfo.Properties.Where(property => !property.IsExtensionData && IsAlwaysThere(property))
                .Select(property => property.Name).ToHashSet();
        }
        if (context.JsonPropertyInfo is { } member && ParameterOf(member) is { } parameter)
            Constrain(schema, parameter);
        return Task.CompletedTask;
    }

    // A request must hold what is marked as required, an answer holds what is not left out when there is none.
    private static bool IsAlwaysThere(JsonPropertyInfo member) => ParameterOf(member) is { IsOptional: true } parameter
        ? parameter.IsDefined(typeof(RequiredAttribute))
        : member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false) is not
            [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault }];

    private static void Constrain(OpenApiSchema schema, ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(RequiredAttribute)))
            schema.Type &= ~JsonSchemaType.Null;
        if (parameter.GetCustomAttribute<BetweenAttribute>() is { } range)
            (schema.Minimum, schema.Maximum) = (Plain(range.From), Plain(range.To));
        if (parameter.GetCustomAttribute<MaxLengthAttribute>() is not { Length: var most })
            return;
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
            schema.MaxItems = most;
        else
            schema.MaxLength = most;
    }

    private static string Plain(long bound) => bound.ToString(CultureInfo.InvariantCulture);

    private static ParameterInfo? ParameterOf(JsonPropertyInfo member) => member.AttributeProvider is PropertyInfo property
        ? property.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters()).FirstOrDefault(
            parameter => parameter.Name == property.Name)
        : null;
}

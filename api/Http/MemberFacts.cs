using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Helpdesk.Api.Http;

/// <summary>What a body's record says of one member, found out once.</summary>
internal sealed class MemberFacts
{
    private static readonly ConditionalWeakTable<JsonPropertyInfo, MemberFacts> Known = [];

    private readonly IMemberRule[] texts;
    private readonly INumberRule[] numbers;

    private MemberFacts(JsonPropertyInfo property)
    {
        var parameter = property.AssociatedParameter?.AttributeProvider as ParameterInfo;
        var attributes = parameter?.GetCustomAttributes(inherit: false) ?? [];
        (texts, numbers) = ([.. attributes.OfType<IMemberRule>()], [.. attributes.OfType<INumberRule>()]);
        // The records of requests say it of their parameters, which are optional, so that all that is missing can be told at once.
        IsMarkedRequired = attributes.OfType<RequiredAttribute>().Any();
        TakesNull = DoesTakeNull(property, parameter);
    }

    public bool IsMarkedRequired { get; }

    public bool TakesNull { get; }

    public static MemberFacts Of(JsonPropertyInfo property) => Known.GetValue(property, static one => new(one));

    /// <summary>By the member's own rules; what is no text and no whole number is judged by its type.</summary>
    public FieldError? Fault(JsonElement value, string pointer)
    {
        if (texts.Length > 0 && value.ValueKind == JsonValueKind.String)
        {
            var text = Text.Composed(StrictJson.TextOf(value));
            return texts.Select(rule => rule.Fault(text, pointer)).FirstOrDefault(fault => fault is not null);
        }

        return numbers.Length > 0 && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? numbers.Select(rule => rule.Fault(number, pointer)).FirstOrDefault(fault => fault is not null) : null;
    }

    private static bool DoesTakeNull(JsonPropertyInfo property, ParameterInfo? parameter)
    {
        var content = ChangeConverterFactory.ContentOf(property.PropertyType);
        var type = content ?? property.PropertyType;
        if (type.IsValueType)
            return Nullable.GetUnderlyingType(type) is not null || type == typeof(JsonElement);
        if (content is null)
            return property.IsSetNullable;
        return parameter is null
            || new NullabilityInfoContext().Create(parameter).GenericTypeArguments[0].ReadState is not NullabilityState.NotNull;
    }
}

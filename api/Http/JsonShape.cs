using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Helpdesk.Api.Http;

/// <summary>
/// Holds JSON against the type that it is to become, and tells apart what the serializer tells by the words of one exception only: an
/// unknown member, a missing one, <c>null</c> where nothing is no value, an object where a list is meant. It tells all of them at once.
/// </summary>
/// <param name="passedOver">
/// Members of the whole that are there and not read: what an answer holds besides, when it is sent back with a change.
/// </param>
internal sealed class JsonShape(IReadOnlySet<string> passedOver)
{
    public static FieldError NotNull(string at) => FieldCode.Type.At(at, "Darf nicht null sein.", "Must not be null.");

    // An answer must not be many times as long as the request.
    private const int MostFaults = 20;

    private readonly List<FieldError> faults = [];
    private bool judgesValues;

    public static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    /// <returns>Empty: the shape is right, and so is each value by itself if <paramref name="values"/> are judged too.</returns>
    public IReadOnlyList<FieldError> FaultsOf(JsonElement value, JsonTypeInfo type, bool values = false)
    {
        judgesValues = values;
        faults.Clear();
        Judge(value, type, "");
        return faults;
    }

    public static string Escaped(string part) => part.Replace("~", "~0").Replace("/", "~1");

    private void Judge(JsonElement value, JsonTypeInfo type, string at)
    {
        switch (type.Kind, value.ValueKind)
        {
            case (JsonTypeInfoKind.None, _) when ChangeConverterFactory.ContentOf(type.Type) is { } content:
                JudgeContent(value, content, type.Options, at);
                break;
            case (JsonTypeInfoKind.None, _):
                if (judgesValues && ValueFault(value, type, at) is { } wrong)
                    Add(wrong);
                break;
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                JudgeMembers(value, type, at);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                JudgeItems(value, type, at);
                break;
            case (JsonTypeInfoKind.Dictionary, JsonValueKind.Object):
                foreach (var entry in value.EnumerateObject())
                    JudgeContent(entry.Value, type.ElementType!, type.Options, $"{at}/{Escaped(NameOf(entry))}");
                break;
            default:
                Add(FieldCode.Type.At(at));
                break;
        }
    }

    private void JudgeMembers(JsonElement value, JsonTypeInfo type, string at)
    {
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            if (type.Properties.FirstOrDefault(property => property.Name == name) is { } property)
                JudgeMember(member.Value, property, type, $"{at}/{Escaped(name)}");
            else if (at.Length > 0 || !passedOver.Contains(name))
                Add(FieldCode.UnknownMember.At($"{at}/{Escaped(name)}", "Das gibt es hier nicht.", "There is no such member here."));
        }

        foreach (var property in type.Properties)
        {
            if (IsRequired(property) && !value.TryGetProperty(property.Name, out _))
                Add(FieldError.Required($"{at}/{property.Name}"));
        }
    }

    private void JudgeMember(JsonElement value, JsonPropertyInfo property, JsonTypeInfo type, string place)
    {
        if (value.ValueKind == JsonValueKind.Null && IsMarkedRequired(property))
            Add(FieldError.Required(place));
        else if (value.ValueKind == JsonValueKind.Null && !TakesNull(property))
            Add(NotNull(place));
        else
            JudgeContent(value, property.PropertyType, type.Options, place);
    }

    // The serializer looks after members that must not be null, but not after items of arrays. No list of the API has a place for nothing.
    private void JudgeItems(JsonElement value, JsonTypeInfo type, string at)
    {
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{at}/{index++}");
            if (item.ValueKind == JsonValueKind.Null)
                Add(NotNull(place));
            else
                JudgeContent(item, type.ElementType!, type.Options, place);
        }
    }

    private void JudgeContent(JsonElement value, Type type, JsonSerializerOptions options, string at)
    {
        if (value.ValueKind != JsonValueKind.Null)
            Judge(value, options.GetTypeInfo(type), at);
    }

    private static FieldError? ValueFault(JsonElement value, JsonTypeInfo type, string at)
    {
        try
        {
            _ = value.Deserialize(type);
            return null;
        }
        catch (JsonException wrong)
        {
            return wrong is WrongValueException known ? known.Fault with { Pointer = at } : FieldCode.Type.At(at);
        }
    }

    private void Add(FieldError fault)
    {
        if (faults.Count < MostFaults)
            faults.Add(fault);
    }

    private static bool TakesNull(JsonPropertyInfo property)
    {
        var type = ChangeConverterFactory.ContentOf(property.PropertyType) ?? property.PropertyType;
        return type.IsValueType ? Nullable.GetUnderlyingType(type) is not null || type == typeof(JsonElement)
            : type != property.PropertyType || property.IsSetNullable;
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || IsMarkedRequired(property) || (property.Options.RespectRequiredConstructorParameters
            && property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false });

    // The records of requests say it of their parameters, which are optional, so that all that is missing can be told at once.
    private static bool IsMarkedRequired(JsonPropertyInfo property) =>
        property.AssociatedParameter?.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: false) is true;

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

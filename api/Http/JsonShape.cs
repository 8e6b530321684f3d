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

    private readonly List<FieldError> faults = [];
    private bool judgesValues;

    public static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    /// <param name="read">What it is, if nothing is wrong.</param>
    /// <returns>What is wrong with types and with single members, and what is missing. Empty: nothing.</returns>
    public IReadOnlyList<FieldError> FaultsOf(JsonElement value, JsonTypeInfo type, out object? read)
    {
        read = null;
        try
        {
            if (Judged(value, type, values: false).Count == 0)
            {
                read = value.Deserialize(type);
                return [];
            }
        }
        catch (JsonException)
        {
            // The shape is right: it is a value, or several.
        }

        return Judged(value, type, values: true) is { Count: > 0 } found ? found : [FieldCode.Type.At("")];
    }

    private List<FieldError> Judged(JsonElement value, JsonTypeInfo type, bool values)
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
                Add(NotOf(type, at));
                break;
        }
    }

    private static FieldError NotOf(JsonTypeInfo type, string at) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary =>
            FieldCode.Type.At(at, "Muss ein Objekt sein: { … }.", "Must be an object: { … }."),
        JsonTypeInfoKind.Enumerable => FieldCode.Type.At(at, "Muss eine Liste sein: [ … ].", "Must be a list: [ … ]."),
        _ when (Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(bool) =>
            FieldCode.Type.At(at, "Muss true oder false sein.", "Must be true or false."),
        _ when (Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { IsPrimitive: true } =>
            FieldCode.Type.At(at, "Muss eine ganze Zahl sein.", "Must be a whole number."),
        _ => FieldCode.Type.At(at),
    };

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
        var facts = MemberFacts.Of(property);
        if (value.ValueKind == JsonValueKind.Null && facts.IsMarkedRequired)
            Add(FieldError.Required(place));
        else if (value.ValueKind == JsonValueKind.Null && !facts.TakesNull)
            Add(NotNull(place));
        else
            JudgeContent(value, property.PropertyType, type.Options, place);
        if (faults.All(fault => fault.Pointer != place) && facts.Fault(value, place) is { } broken)
            Add(broken);
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
            return wrong is WrongValueException known ? known.Fault with { Pointer = at } : NotOf(type, at);
        }
    }

    private void Add(FieldError fault)
    {
        if (faults.Count < Faults.Most)
            faults.Add(fault);
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || MemberFacts.Of(property).IsMarkedRequired || (property.Options.RespectRequiredConstructorParameters
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

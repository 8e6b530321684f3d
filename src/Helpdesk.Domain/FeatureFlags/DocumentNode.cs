namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// One place in a JSON document with its pointer. Reading never stops at a fault: it is noted, a stand-in is returned, and the reader goes
/// on, so that the author learns all faults at once.
/// </summary>
internal readonly struct DocumentNode(JsonElement element, string pointer, List<FieldError> faults)
{
    public JsonElement Element => element;

    public string Pointer => pointer;

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    public void Fault(FieldCode code) => faults.Add(code.At(pointer));

    public void Fault(Func<string, FieldError> at) => faults.Add(at(pointer));

    /// <summary>Notes every member that is not one of those.</summary>
    public void Only(params ReadOnlySpan<string> known)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                faults.Add(FieldCode.UnknownMember.At(Under(member.Name)));
        }
    }

    /// <returns><c>null</c> when it is absent; JSON <c>null</c> is a node.</returns>
    public DocumentNode? Member(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? new(member, Under(name), faults) : null;

    /// <summary>As <see cref="Member"/>, and a fault when it is absent.</summary>
    public DocumentNode? Required(string name)
    {
        if (Member(name) is { } member)
            return member;

        faults.Add(FieldError.Required(Under(name)));
        return null;
    }

    public bool IsObject()
    {
        if (element.ValueKind == JsonValueKind.Object)
            return true;

        Fault(FieldCode.NotAnObject);
        return false;
    }

    public IEnumerable<(string Name, DocumentNode Value)> Members()
    {
        if (!IsObject())
            yield break;
        foreach (var member in element.EnumerateObject())
            yield return (member.Name, new(member.Value, Under(member.Name), faults));
    }

    /// <summary>The items, at most <paramref name="most"/>; more are one fault.</summary>
    public IEnumerable<DocumentNode> Items(int most)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Fault(FieldCode.NotAList);
            yield break;
        }

        if (element.GetArrayLength() > most)
        {
            Fault(at => FieldError.TooMany(at, most));
            yield break;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
            yield return new(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}"), faults);
    }

    public string String()
    {
        if (element.ValueKind == JsonValueKind.String)
            return element.GetString()!;

        Fault(FieldCode.NotAString);
        return "";
    }

    public bool Boolean()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();

        Fault(FieldCode.NotABoolean);
        return false;
    }

    public int Integer()
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value))
            return value;

        Fault(FieldCode.NotAnInteger);
        return 0;
    }

    public TEnum Word<TEnum>() where TEnum : struct, Enum
    {
        var text = String();
        if (Words<TEnum>.Parse(text) is { } word)
            return word;

        if (element.ValueKind == JsonValueKind.String)
            Fault(at => FieldError.UnknownWord(at, Words<TEnum>.All));
        return default;
    }

    /// <summary>The pointer to a member (RFC 6901).</summary>
    public static string Under(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private string Under(string name) => Under(pointer, name);
}

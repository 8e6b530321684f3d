using System.Buffers;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Helpdesk.Api.Http;

/// <summary>
/// JSON as the API reads and writes it. Reading is strict: what is not exactly right is refused, not guessed — duplicate and unknown
/// members, numbers in strings, enum numbers, dates without offset, lone surrogates, NUL.
/// </summary>
public static class StrictJson
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerOptions.Strict));

    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Document = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip; // refused before, by JsonShape
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(UnicodeRanges.All);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsNotSet } };
        options.Converters.Add(new StringConverter());
        options.Converters.Add(new GuidConverter());
        options.Converters.Add(new MomentConverter());
        options.Converters.Add(new WordJson());
        options.Converters.Add(new ChangeConverterFactory());
        return options;
    }

    private static void LeaveOutWhatIsNotSet(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => ChangeConverterFactory.ContentOf(property.PropertyType) is not null))
        {
            var unset = Activator.CreateInstance(property.PropertyType);
            property.ShouldSerialize = (_, value) => !Equals(value, unset);
        }
    }

    /// <summary>400 when it is not JSON at all, 422 with a pointer when it is JSON of another shape.</summary>
    /// <param name="passedOver">Members that are there and not read; see <see cref="JsonShape"/>. <c>null</c>: none.</param>
    /// <param name="rules">What is wrong with the whole; see <see cref="IJudged"/>. <c>null</c>: only members are judged.</param>
    public static Result<T> Read<T>(
        ReadOnlySequence<byte> body, IReadOnlySet<string>? passedOver = null, Func<T, IEnumerable<FieldError?>>? rules = null) =>
        Read(body, passedOver, rules, out _);

    /// <param name="rest">Of a body that is refused with its faults: what can be read all the same.</param>
    internal static Result<T> Read<T>(
        ReadOnlySequence<byte> body, IReadOnlySet<string>? passedOver, Func<T, IEnumerable<FieldError?>>? rules, out RestOf<T>? rest)
    {
        rest = null;
        var bytes = body.IsSingleSegment ? body.First : body.ToArray();
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return HttpErrors.BodyRequired;
        if (!Utf8.IsValid(bytes.Span))
            return HttpErrors.NotJson("Der Inhalt ist kein gültiges UTF-8.", "The body is not valid UTF-8.");

        try
        {
            if (Parse(bytes).Refused(out var why, out var document))
                return why;
            using (document)
                return Bind(document.RootElement, passedOver ?? JsonShape.Nothing, rules, out rest);
        }
        catch (LoneSurrogateException)
        {
            return HttpErrors.NotJson("Ein Text enthält ein halbes Surrogatpaar.", "A string holds half of a surrogate pair.");
        }
    }

    private static Result<JsonDocument> Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, Document);
        }
        catch (JsonException)
        {
            return IsJson(bytes.Span)
                ? HttpErrors.NotJson("Ein Name kommt zweimal vor.", "The body names a member twice.")
                : HttpErrors.NotJson("Der Inhalt ist kein JSON.", "The body is not JSON.");
        }
        catch (InvalidOperationException)
        {
            // Names are compared as text, which half of a surrogate pair is none of.
            throw new LoneSurrogateException();
        }
    }

    // Reads tokens only: names that stand twice are nothing to it.
    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Result<T> Bind<T>(
        JsonElement root, IReadOnlySet<string> passedOver, Func<T, IEnumerable<FieldError?>>? rules, out RestOf<T>? rest)
    {
        rest = null;
        if (root.ValueKind == JsonValueKind.Null)
            return Error.Invalid(JsonShape.NotNull(""));
        if (typeof(T) == typeof(JsonElement))
        {
            ReadTexts(root); // its reader judges it member by member
            return root.Deserialize<T>(Options)!;
        }

        var faults = new JsonShape(passedOver).FaultsOf(root, Options.GetTypeInfo(typeof(T)), out var value);
        var readable = faults.Count == 0 ? (T?)value : Readable<T>(root, faults);
        if (rules is not null && readable is not null)
            faults = Http.Faults.Together(faults, rules(readable));
        if (faults.Count == 0)
            return (T)value!;

        faults = Http.Faults.InOrderOf(root, faults);
        rest = readable is null ? null : new(readable, new(root.Clone(), faults));
        return Error.Invalid(faults);
    }

    // So that one member that cannot be read hides no fault of the others.
    private static T? Readable<T>(JsonElement root, IReadOnlyList<FieldError> faults)
    {
        try
        {
            return Http.Faults.Without(root, faults) is { } rest ? rest.Deserialize<T>(Options) : default;
        }
        catch (JsonException)
        {
            return default; // too little is left to be judged as a whole
        }
    }

    // What is bound to a type has its texts read by that.
    private static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            _ = TextOf(value);
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                ReadTexts(item);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
                ReadTexts(member.Value);
    }

    /// <exception cref="LoneSurrogateException">No text at all.</exception>
    internal static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new LoneSurrogateException();
        }
    }
}

/// <summary>What can be read of a body that is refused; members that are wrong are absent.</summary>
internal sealed record RestOf<T>(T Value, IncompleteBody Of);

/// <summary>Text that no JSON document may hold, which the parser lets pass as long as it is escaped.</summary>
internal sealed class LoneSurrogateException : Exception;

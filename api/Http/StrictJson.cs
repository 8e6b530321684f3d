using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
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

    private static readonly JsonDocumentOptions Document = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(UnicodeRanges.All);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsNotSet } };
        options.Converters.Add(new StringConverter());
        options.Converters.Add(new GuidConverter());
        options.Converters.Add(new MomentConverter());
        options.Converters.Add(new WordConverterFactory());
        options.Converters.Add(new ChangeConverterFactory());
        return options;
    }

    private static void LeaveOutWhatIsNotSet(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => IsChange(property.PropertyType)))
        {
            var unset = Activator.CreateInstance(property.PropertyType);
            property.ShouldSerialize = (_, value) => !Equals(value, unset);
        }
    }

    /// <summary>400 when it is not JSON at all, 422 with a pointer when it is JSON of another shape.</summary>
    public static Result<T> Read<T>(ReadOnlySequence<byte> body)
    {
        var bytes = body.IsSingleSegment ? body.First : body.ToArray();
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return HttpErrors.BodyRequired;
        if (!Utf8.IsValid(bytes.Span))
            return HttpErrors.NotJson("The body is not valid UTF-8.");

        try
        {
            var isFree = typeof(T) == typeof(JsonElement); // its reader judges it member by member
            using var document = Parse(bytes, isFree);
            if (document.RootElement.ValueKind == JsonValueKind.Null)
                return Error.Invalid("", "type", "Must not be null.");
            if (!isFree && NullItem(document.RootElement) is { } place)
                return Error.Invalid(place, "type", "Must not be null.");
            return JsonSerializer.Deserialize<T>(document.RootElement, Options)!;
        }
        catch (LoneSurrogateException)
        {
            return HttpErrors.NotJson("A string holds half of a surrogate pair.");
        }
        catch (JsonException wrongShape) when (wrongShape.Path is { } path)
        {
            return path == "$" && wrongShape.InnerException is null && IsSyntax(wrongShape)
                ? HttpErrors.NotJson("The body is not JSON.")
                : Error.Invalid(Pointer(path), "type", Explain(wrongShape));
        }
        catch (JsonException notJson)
        {
            return HttpErrors.NotJson(notJson.Message.Contains("duplicate", StringComparison.OrdinalIgnoreCase)
                ? "The body names a member twice."
                : "The body is not JSON.");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes, bool isFree)
    {
        try
        {
            var document = JsonDocument.Parse(bytes, Document);
            if (isFree)
                ReadTexts(document.RootElement);
            return document;
        }
        catch (InvalidOperationException)
        {
            // Names are compared as text, which half of a surrogate pair is none of.
            throw new LoneSurrogateException();
        }
    }

    // What is bound to a type has its texts read by that.
    private static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            _ = value.GetString();
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                ReadTexts(item);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
                ReadTexts(member.Value);
    }

    // The serializer looks after members that must not be null, but not after items of arrays. No list of the API has a place for nothing.
    private static string? NullItem(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Null)
                    return string.Create(CultureInfo.InvariantCulture, $"/{index}");
                if (NullItem(item) is { } inner)
                    return string.Create(CultureInfo.InvariantCulture, $"/{index}{inner}");
                index++;
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (NullItem(member.Value) is { } inner)
                    return $"/{Escaped(member.Name)}{inner}";
            }
        }

        return null;
    }

    private static string Escaped(string part) => part.Replace("~", "~0").Replace("/", "~1");

    // The parser reports a place in the text, the binder does not.
    private static bool IsSyntax(JsonException exception) =>
        exception.LineNumber is not null && exception.BytePositionInLine is not null && exception.Path is null;

    private static string Pointer(string path)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.TrimStart('$').Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries))
            pointer.Append('/').Append(Escaped(part));
        return pointer.ToString();
    }

    private static string Explain(JsonException exception)
    {
        if (exception is WrongValueException)
            return exception.Message;
        if (exception.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return "There is no such member here.";
        return exception.Message.Contains("null", StringComparison.OrdinalIgnoreCase) ? "Must not be null." : "Is of the wrong type.";
    }

    /// <summary>A value of the right JSON type that is not one of the values allowed; the message says what is.</summary>
    internal sealed class WrongValueException(string message) : JsonException(message);

    // Not a JsonException: those are 422, and this is text that no JSON document may hold.
    private sealed class LoneSurrogateException : Exception;

    private sealed class StringConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new WrongValueException("Must be a string.");
            try
            {
                // The database takes it in no text and no document, so no rule needs to know of it.
                return reader.GetString() is { } text && !text.Contains('\0')
                    ? text : throw new WrongValueException("Must not hold the NUL character.");
            }
            catch (InvalidOperationException)
            {
                throw new LoneSurrogateException();
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);
    }

    private sealed class GuidConverter : JsonConverter<Guid>
    {
        public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Ids.Parse(reader.GetString()) is { } id
                ? id
                : throw new WrongValueException("Must be an id: 36 characters, lower case, with hyphens.");

        public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override Guid ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Ids.Parse(reader.GetString()) ?? throw new WrongValueException("Must be an id.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString("D"));
    }

    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Moments.Parse(reader.GetString()) is { } moment
                ? moment
                : throw new WrongValueException(Moments.Expected);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }

    private sealed class WordConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class WordConverter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Words<TEnum>.Parse(reader.GetString()) is { } value
                ? value
                : throw new WrongValueException($"Must be one of: {string.Join(", ", Words<TEnum>.All)}.");

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Words<TEnum>.Of(value));
    }

    private static bool IsChange(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>);

    // A member that is left out stays default (not set); one that is there is set, null included where the type allows it.
    private sealed class ChangeConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => IsChange(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ChangeConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]))!;
    }

    private sealed class ChangeConverter<T> : JsonConverter<Change<T>>
    {
        public override bool HandleNull => true;

        public override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null && typeof(T).IsValueType && Nullable.GetUnderlyingType(typeof(T)) is null)
                throw new WrongValueException("Must not be null.");
            return new(true, JsonSerializer.Deserialize<T>(ref reader, options));
        }

        public override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}

/// <summary>Ids from outside: the canonical form and no other.</summary>
public static class Ids
{
    public static Guid? Parse(string? text)
    {
        if (text is not { Length: 36 } || !Guid.TryParseExact(text, "D", out var id))
            return null;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterUpper(character))
                return null;
        }

        return id;
    }
}

/// <summary>Moments from outside: RFC 3339 with an offset, between 1900 and 2200.</summary>
public static class Moments
{
    public const string Expected =
        "Must be a date and time with offset, such as 2026-03-27T16:30:00+01:00, between the years 1900 and 2200.";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || !(text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':')))
            return null;
        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= 1900 and < 2200
            ? moment
            : null;
    }
}

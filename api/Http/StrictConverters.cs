using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpdesk.Api.Http;

/// <summary>Text that the database takes.</summary>
internal sealed class StringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new WrongValueException(FieldCode.Type.At("", "Muss ein Text sein.", "Must be a string."));
        try
        {
            // The database takes NUL in no text and no document, so no rule needs to know of it.
            return reader.GetString() is { } text && !text.Contains('\0')
                ? Text.Composed(text) : throw new WrongValueException(FieldCode.Type.At("", FieldCode.Nul.De, FieldCode.Nul.En));
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

internal sealed class GuidConverter : JsonConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Ids.Parse(reader.GetString()) is { } id
            ? id
            : throw NotAnId();

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override Guid ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Ids.Parse(reader.GetString()) ?? throw NotAnId();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString("D"));

    private static WrongValueException NotAnId() => new(FieldCode.Type.At(
        "", "Muss eine Kennung sein: 36 Zeichen, mit Bindestrichen.",
        "Must be an id: 36 characters, with hyphens."));
}

internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Moments.Parse(reader.GetString()) is { } moment
            ? moment
            : throw new WrongValueException(Moments.NotOne(""));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Moments.MostBytes];
        writer.WriteStringValue(text[..Moments.Write(value, text)]);
    }
}

/// <summary>A member that is left out stays default (not set); one that is there is set, null included where the type allows it.</summary>
internal sealed class ChangeConverterFactory : JsonConverterFactory
{
    /// <returns>What the change is a change of; <c>null</c>: the type is none.</returns>
    public static Type? ContentOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>) ? type.GetGenericArguments()[0] : null;

    public override bool CanConvert(Type typeToConvert) => ContentOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ChangeConverter<>).MakeGenericType(ContentOf(typeToConvert)!))!;
}

file sealed class ChangeConverter<T> : JsonConverter<Change<T>>
{
    public override bool HandleNull => true;

    // By the converter, not the serializer: that would say of a fault where it is in the content, not where in the body.
    public override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(
        true, reader.TokenType == JsonTokenType.Null
            ? default : ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options));

    public override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);
}

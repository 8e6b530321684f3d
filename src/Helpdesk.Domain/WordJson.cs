namespace Helpdesk.Domain;

/// <summary>Enums as their words, in the API, in the database and between processes.</summary>
public sealed class WordJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Words<TEnum>.Parse(reader.GetString()) is { } value
                ? value
                : throw new WrongValueException(FieldError.OneOf(FieldCode.Type, "", Words<TEnum>.All));

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Words<TEnum>.Of(value));

        public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Words<TEnum>.Of(value));
    }
}

/// <summary>A value in JSON that is none of those allowed.</summary>
/// <param name="fault">What is allowed, for people; its place is the reader's to know.</param>
public sealed class WrongValueException(FieldError fault) : JsonException(fault.Message)
{
    public FieldError Fault { get; } = fault;
}

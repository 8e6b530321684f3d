namespace Helpdesk.Domain;

/// <summary><c>{"value": …}</c> or <c>{"error": …}</c>: how a result travels between processes.</summary>
internal sealed class ResultJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Result<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed record Carried<T>(T? Value, Error? Error);

    private sealed class Converter<T> : JsonConverter<Result<T>>
    {
        public override Result<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var carried = JsonSerializer.Deserialize<Carried<T>>(ref reader, options)!;
            return carried.Error is { } error ? error : new Result<T>(carried.Value!);
        }

        // A refusal is written without the value: not every default can be (an ImmutableArray's cannot).
        public override void Write(Utf8JsonWriter writer, Result<T> value, JsonSerializerOptions options)
        {
            if (value.Refused(out var why, out var answer))
                JsonSerializer.Serialize(writer, new Carried<object>(null, why), options);
            else
                JsonSerializer.Serialize(writer, new Carried<T>(answer, null), options);
        }
    }
}

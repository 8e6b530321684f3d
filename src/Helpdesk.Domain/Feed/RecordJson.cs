using System.Text.Json.Serialization.Metadata;
using NodaTime.Text;

namespace Helpdesk.Domain.Feed;

/// <summary>
/// How events and states are written into the database, and how records travel between processes: snake_case, enums as words, ids as bare
/// Guids, instants as microsecond UTC text. Stored for good, so a change here must read what was written before.
/// </summary>
public static class RecordJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true, // what follows from the rest is not stored beside it
        AllowOutOfOrderMetadataProperties = true, // jsonb keeps members in an order of its own
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameClosedHierarchies, TakeWhatIsThere } },
        Converters =
        {
            new InstantConverter(),
            new TextConverter<Duration>(DurationPattern.Roundtrip.Format, text => DurationPattern.Roundtrip.Parse(text).Value),
            new TextConverter<LocalDate>(LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).Value),
            new WordJson(),
            new IdConverterFactory(),
        },
    };

    // The same for what comes out of the database, where anything may stand.
    private static readonly JsonSerializerOptions Stored = new(Options)
    {
        TypeInfoResolver = Options.TypeInfoResolver!.WithAddedModifier(StoredJson.RefuseWhatIsMissing),
    };

    /// <inheritdoc cref="ReadStored(string, Type, bool)"/>
    public static T ReadStored<T>(string json) where T : class => (T)ReadStored(json, typeof(T));

    /// <summary>An event or a state as it is stored.</summary>
    /// <param name="isWhole">Else members may have been left out on purpose.</param>
    /// <exception cref="UnreadableException">It is not one: spoilt, or written by a later version.</exception>
    public static object ReadStored(string json, Type type, bool isWhole = true)
    {
        try
        {
            var read = JsonSerializer.Deserialize(json, type, isWhole ? Stored : Options);
            return read is not null && StoredJson.HasBegun(read) ? read : throw new UnreadableException($"It is no {type.Name}.");
        }
        catch (Exception unreadable) when (unreadable is not UnreadableException)
        {
            // Whatever a converter or constructor makes of nonsense: it is that of this one value.
            throw new UnreadableException($"It is no {type.Name}: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Whether two values are written alike. For records that hold lists, which C# compares by identity.</summary>
    public static bool Same<T>(T one, T other) => JsonSerializer.Serialize(one, Options) == JsonSerializer.Serialize(other, Options);

    // What an older version did not write yet is not there: a member that code must set is no condition for reading.
    private static void TakeWhatIsThere(JsonTypeInfo info)
    {
        foreach (var member in info.Properties)
            member.IsRequired = false;
    }

    // A member that may hold one of several records, nested in their abstract base (SlaRecipient.Team), says which: {"type": "team", …}.
    private static void NameClosedHierarchies(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Type.Assembly != typeof(Words<>).Assembly)
            return;

        var cases = info.Type.GetNestedTypes().Where(type => type.IsSubclassOf(info.Type) && !type.IsAbstract).ToList();
        if (cases.Count == 0)
            return;

        info.PolymorphismOptions =
            new() { TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var type in cases)
            info.PolymorphismOptions.DerivedTypes.Add(new(type, JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)));
    }

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Instant.FromDateTimeOffset(reader.GetDateTimeOffset());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToDateTimeUtc());
    }

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    // TenantId, AccountId, TicketId, …: a record struct around one Guid.
    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType && typeToConvert.Namespace?.StartsWith("Helpdesk.Domain", StringComparison.Ordinal) == true &&
            typeToConvert.GetConstructor([typeof(Guid)]) is not null && typeToConvert.GetProperty("Value")?.PropertyType == typeof(Guid);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct
    {
        private static readonly Func<Guid, TId> Wrap = CreateWrap();
        private static readonly Func<TId, Guid> Unwrap = typeof(TId).GetProperty("Value")!.GetMethod!.CreateUnwrap<TId>();

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Wrap(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Unwrap(value));

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wrap(Guid.Parse(reader.GetString()!));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Unwrap(value).ToString("D"));

        private static Func<Guid, TId> CreateWrap()
        {
            var value = System.Linq.Expressions.Expression.Parameter(typeof(Guid));
            return System.Linq.Expressions.Expression
                .Lambda<Func<Guid, TId>>(System.Linq.Expressions.Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, value), value)
                .Compile();
        }
    }

    private static Func<TId, Guid> CreateUnwrap<TId>(this System.Reflection.MethodInfo getter)
    {
        var id = System.Linq.Expressions.Expression.Parameter(typeof(TId));
        return System.Linq.Expressions.Expression.Lambda<Func<TId, Guid>>(System.Linq.Expressions.Expression.Call(id, getter), id)
            .Compile();
    }
}

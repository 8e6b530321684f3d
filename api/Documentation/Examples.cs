using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Helpdesk.Api.Documentation;

/// <summary>Examples are values, not text: they cannot drift from what is read and written.</summary>
internal static class Examples
{
    private static readonly FrozenDictionary<Type, object> ByType =
        typeof(IExamples).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IExamples)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => ((IExamples)Activator.CreateInstance(type)!).All)
            .ToFrozenDictionary(value => value.GetType());

    private static readonly JsonSerializerOptions Sparse =
        new(StrictJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>As a client may send it: members without a value are left out.</summary>
    public static JsonNode? Request(Type type) => Find(type, Sparse);

    /// <summary>As it is answered.</summary>
    public static JsonNode? Response(Type type) => Find(type, StrictJson.Options);

    private static JsonNode? Find(Type type, JsonSerializerOptions options) =>
        ByType.TryGetValue(type, out var value) ? JsonSerializer.SerializeToNode(value, type, options) : null;
}

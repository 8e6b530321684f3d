using System.Collections.Frozen;
using System.Text.Json;

namespace Helpdesk.Postgres.Feed;

/// <summary>
/// The kinds of one aggregate's events (see <see cref="EventKind"/>). A closed hierarchy, so the list is complete; a kind in the database
/// that is not in it is a fault of that stream alone.
/// </summary>
public static class EventCodec<TState, TEvent> where TState : class, IAggregate<TState, TEvent>
{
    private static readonly FrozenDictionary<Type, string> Kinds = typeof(TEvent).GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(TEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(type => type, type => EventKind.Of(TState.Kind, type));

    private static readonly FrozenDictionary<string, Type> Types = Kinds.ToFrozenDictionary(
        pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Types.Keys;

    public static bool IsKnown(string kind) => Types.ContainsKey(kind);

    public static string KindOf(TEvent what) => KindOf(what!.GetType());

    /// <param name="type">The type of an event of this hierarchy.</param>
    public static string KindOf(Type type) => Kinds[type];

    /// <summary>As UTF-8.</summary>
    public static byte[] Write(TEvent what) => JsonSerializer.SerializeToUtf8Bytes(what, what!.GetType(), RecordJson.Options);

    /// <exception cref="UnreadableException">No such kind, or the data does not fit it.</exception>
    /// <param name="isWhole">Else members were left out on purpose.</param>
    public static TEvent Read(string kind, string data, bool isWhole = true) => Types.TryGetValue(kind, out var type)
        ? (TEvent)RecordJson.ReadStored(data, type, isWhole)
        : throw new UnreadableException($"There is no event of the kind '{kind}'.");
}

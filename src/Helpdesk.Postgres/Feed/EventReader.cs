using System.Collections.Concurrent;
using System.Reflection;

namespace Helpdesk.Postgres.Feed;

/// <summary>
/// Finds the codec of each sort of event by the aggregate that it belongs to; people and keys have none, see <see cref="EventAppender"/>.
/// </summary>
internal sealed class EventReader : IEventReader
{
    private static readonly ConcurrentDictionary<Type, (string Prefix, Func<string, string, object> Read)> Codecs = new();

    public Recorded<TEvent>? Read<TEvent>(FeedEvent happened) where TEvent : class
    {
        var (prefix, read) = Codecs.GetOrAdd(typeof(TEvent), CodecOf);
        return happened.Kind.StartsWith(prefix, StringComparison.Ordinal)
            ? new Recorded<TEvent>(happened.Version, happened.At, happened.Actor, (TEvent)read(happened.Kind, happened.Data))
            : null;
    }

    private static (string, Func<string, string, object>) CodecOf(Type events)
    {
        var aggregate = events.Assembly.GetTypes().SingleOrDefault(type => type.GetInterfaces().Any(one => IsAggregateOf(one, events)));
        if (aggregate is null)
            return (EventAppender.PrefixOf(events), (kind, data) => EventAppender.Read(events, kind, data));
        return ((string, Func<string, string, object>))typeof(EventReader)
            .GetMethod(nameof(Codec), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(aggregate, events)
                .Invoke(null, null)!;
    }

    private static bool IsAggregateOf(Type one, Type events) =>
        one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAggregate<,>) && one.GenericTypeArguments[1] == events;

    private static (string, Func<string, string, object>) Codec<TState, TEvent>() where TState : class, IAggregate<TState, TEvent> =>
        ($"{TState.Kind}.", (kind, data) => EventCodec<TState, TEvent>.Read(kind, data)!);
}

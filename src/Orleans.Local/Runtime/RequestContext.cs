using System.Collections.Immutable;
using Orleans.Local;

namespace Orleans.Runtime;

/// <summary>Values that travel with a call and with every call that it makes. What the callee sets does not come back.</summary>
public static class RequestContext
{
    internal const string ReentrancyKey = "#CCR";

    public static IEnumerable<string> Keys => CallFlow.Values.Keys;

    public static IEnumerable<KeyValuePair<string, object>> Entries => CallFlow.Values;

    /// <summary>Calls that carry this id may enter grains of their own chain; see <see cref="AllowCallChainReentrancy"/>.</summary>
    public static Guid ReentrancyId
    {
        get => Get(ReentrancyKey) is Guid id ? id : Guid.Empty;
        set
        {
            if (value == Guid.Empty)
                Remove(ReentrancyKey);
            else
                Set(ReentrancyKey, value);
        }
    }

    public static object? Get(string key) => CallFlow.Values.GetValueOrDefault(key);

    public static void Set(string key, object value) => CallFlow.Values = CallFlow.Values.SetItem(key, value);

    public static bool Remove(string key)
    {
        var values = CallFlow.Values;
        CallFlow.Values = values.Remove(key);
        return values.ContainsKey(key);
    }

    public static void Clear() => CallFlow.Values = ImmutableDictionary<string, object>.Empty;

    /// <summary>Until disposed, calls made from here may call back into this grain while it waits for them.</summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var original = ReentrancyId;
        return new(original, original == Guid.Empty ? Guid.NewGuid() : original);
    }

    /// <summary>Until disposed, calls made from here may not call back, whatever was allowed before.</summary>
    public static ReentrancySection SuppressCallChainReentrancy() => new(ReentrancyId, Guid.Empty);

    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid original;
        private readonly Guid entered;

        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId)
        {
            original = originalReentrancyId;
            entered = newReentrancyId;
            if (entered != original)
                ReentrancyId = entered;
            if (entered != Guid.Empty)
                RuntimeContext.Current?.EnterReentrantSection(entered);
        }

        public void Dispose()
        {
            if (entered != Guid.Empty)
                RuntimeContext.Current?.ExitReentrantSection(entered);
            if (entered != original)
                ReentrancyId = original;
        }
    }
}

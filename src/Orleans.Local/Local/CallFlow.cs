using System.Collections.Immutable;

namespace Orleans.Local;

/// <summary>What flows along <c>await</c>: the values of the request context and the work that runs.</summary>
internal abstract class CallFlow
{
    private static readonly AsyncLocal<CallFlow?> Local = new();

    protected CallFlow(ImmutableDictionary<string, object> values) => FlowValues = values;

    public static ImmutableDictionary<string, object> Values
    {
        get => Local.Value?.FlowValues ?? ImmutableDictionary<string, object>.Empty;
        set => Local.Value = new Changed(value, CurrentWork);
    }

    /// <summary>The work on whose behalf this code runs; known even to code that left the grain's scheduler.</summary>
    public static Work? CurrentWork => Local.Value?.FlowWork;

    public ImmutableDictionary<string, object> FlowValues { get; protected set; }

    protected abstract Work? FlowWork { get; }

    /// <summary>From here to the end of the calling async method.</summary>
    protected static void Enter(CallFlow flow) => Local.Value = flow;

    private sealed class Changed(ImmutableDictionary<string, object> values, Work? work) : CallFlow(values)
    {
        protected override Work? FlowWork => work;
    }
}

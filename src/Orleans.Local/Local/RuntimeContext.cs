using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Whose turn runs on this thread.</summary>
internal static class RuntimeContext
{
    [ThreadStatic]
    private static Activation? current;

    public static Activation? Current
    {
        get => current;
        set => current = value;
    }

    public static Activation AsActivation(this IGrainContext context) =>
        context as Activation ?? throw new InvalidOperationException("This grain was not created by the engine.");
}

namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>A call that came to nothing because the engine could not begin the grain.</summary>
public static class EngineRefusal
{
    private const string Engine = "at Orleans.Runtime.";

    /// <summary>Thrown by the engine itself, here or in another process.</summary>
    public static bool Is(Exception failure) => failure.GetType() == typeof(OrleansException)
        || failure.StackTrace?.AsSpan().TrimStart().StartsWith(Engine, StringComparison.Ordinal) is true;
}

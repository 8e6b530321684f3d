namespace Helpdesk.Bench.Load;

/// <summary>How long things are looked at.</summary>
internal static class Paces
{
    /// <summary>Until the runtime has compiled what runs often, and caches hold what is asked for.</summary>
    public static Pace WarmUp(BenchOptions options) => new(Seconds(options.Quick ? 1 : 2), Seconds(options.Quick ? 0.3 : 1), Pairs: 2);

    public static Pace Measure(BenchOptions options) =>
        options.Quick ? new(Seconds(0.1), Seconds(0.25), Pairs: 4) : new(Seconds(0.3), Seconds(0.5), Pairs: 12);

    /// <summary>Every request counts, the first ones too.</summary>
    public static Pace Count => new(TimeSpan.Zero, Seconds(0.5), Pairs: 2);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}

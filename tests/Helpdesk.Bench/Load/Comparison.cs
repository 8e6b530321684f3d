using Helpdesk.Bench.Reporting;

namespace Helpdesk.Bench.Load;

/// <summary>What one side did in all its slices.</summary>
internal sealed class Tally
{
    private double seconds;
    private TimeSpan processor;

    public Samples Samples { get; } = new();

    public long Requests { get; private set; }

    public double PerSecond => Requests / seconds;

    /// <summary>Processor time that the program's own process takes for one request, without PostgreSQL.</summary>
    public double ProcessorMicroseconds => processor.TotalMicroseconds / Requests;

    public void Add(IEnumerable<Samples> samples, int requests, TimeSpan took, TimeSpan used)
    {
        foreach (var one in samples)
            Samples.AddAll(one);
        Requests += requests;
        seconds += took.TotalSeconds;
        processor += used;
    }
}

/// <param name="Ratios">Requests per second of the first side over those of the second, pair by pair.</param>
internal sealed record Comparison(Tally First, Tally Second, IReadOnlyList<double> Ratios)
{
    /// <summary>The middle one: a slice in which the machine was busy with something else moves it little.</summary>
    public double Ratio => Ratios.Median();

    public double RatioLow => Ratios.Quantile(0.25);

    public double RatioHigh => Ratios.Quantile(0.75);
}

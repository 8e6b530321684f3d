namespace Helpdesk.Grains.Due;

/// <summary>How eagerly due moments are looked for. Section <c>Helpdesk:Due</c>.</summary>
public sealed class SweeperOptions
{
    public const string Section = "Helpdesk:Due";

    /// <summary>
    /// Time between two looks of a shard. Default 2 s; more than 0, at most 30 s: what is due must be acted on within 60 s.
    /// </summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Moments taken at once by a shard. Default 100; 1 to 1,000.</summary>
    public int Batch { get; set; } = 100;

    /// <summary>
    /// Subjects that a process works on at the same time, all its shards together, once they are late by <see cref="SweepPace.Urgent"/>;
    /// before that half as many, at least one. Default 2; 1 to 64. What is due has a minute, people's requests do not: more would only
    /// settle a storm sooner than it need be, at their cost.
    /// </summary>
    public int Concurrency { get; set; } = 2;

    /// <summary>
    /// How long the others wait for one subject. Whatever takes longer goes on by itself and is told again later. Default 10 s; 50 ms to
    /// 30 s.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);
}

internal sealed class SweeperOptionsValidator : IValidateOptions<SweeperOptions>
{
    public ValidateOptionsResult Validate(string? name, SweeperOptions options)
    {
        var faults = new List<string>();
        if (options.Period <= TimeSpan.Zero || options.Period > TimeSpan.FromSeconds(30))
            faults.Add($"{SweeperOptions.Section}:Period must be more than 0 and at most 30 seconds.");
        if (options.Batch is < 1 or > 1_000)
            faults.Add($"{SweeperOptions.Section}:Batch must be 1 to 1,000.");
        if (options.Concurrency is < 1 or > 64)
            faults.Add($"{SweeperOptions.Section}:Concurrency must be 1 to 64.");
        if (options.Patience < TimeSpan.FromMilliseconds(50) || options.Patience > TimeSpan.FromSeconds(30))
            faults.Add($"{SweeperOptions.Section}:Patience must be 50 milliseconds to 30 seconds.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}

namespace Helpdesk.Grains.Feed;

/// <summary>How closely the feed is followed. Section <c>Helpdesk:Feed</c>.</summary>
public sealed class FeedOptions
{
    public const string Section = "Helpdesk:Feed";

    /// <summary>
    /// How long a consumer that has read everything waits before it looks again. Default 500 ms; more than 0, at most 1 s.
    /// </summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How often a process asks for the turn of a consumer that another one runs. Default 5 s; more than 0, at most 1 min.
    /// </summary>
    public TimeSpan TakeOver { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest pause after failures in a row: of a consumer the first is a second, each further one twice as long; of one event that was
    /// set aside each further one is four times as long. Default 1 min; 1 s to 1 h.
    /// </summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long the others wait for one event. Whatever takes longer is cut off, set aside and tried again with more time. Default 10 s;
    /// 50 ms to 1 min.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);
}

internal sealed class FeedOptionsValidator : IValidateOptions<FeedOptions>
{
    public ValidateOptionsResult Validate(string? name, FeedOptions options)
    {
        var faults = new List<string>();
        if (options.Poll <= TimeSpan.Zero || options.Poll > TimeSpan.FromSeconds(1))
            faults.Add($"{FeedOptions.Section}:Poll must be more than 0 and at most 1 second.");
        if (options.TakeOver <= TimeSpan.Zero || options.TakeOver > TimeSpan.FromMinutes(1))
            faults.Add($"{FeedOptions.Section}:TakeOver must be more than 0 and at most 1 minute.");
        if (options.LongestPause < TimeSpan.FromSeconds(1) || options.LongestPause > TimeSpan.FromHours(1))
            faults.Add($"{FeedOptions.Section}:LongestPause must be 1 second to 1 hour.");
        if (options.Patience < TimeSpan.FromMilliseconds(50) || options.Patience > TimeSpan.FromMinutes(1))
            faults.Add($"{FeedOptions.Section}:Patience must be 50 milliseconds to 1 minute.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}

using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Grains.FeatureFlags;

/// <summary>How this process keeps its snapshot of all flags. Section <c>Helpdesk:Flags</c>.</summary>
public sealed class CurrentFlagsOptions
{
    public const string Section = "Helpdesk:Flags";

    /// <summary>
    /// The environment that this process evaluates flags in. Default <c>production</c>; 1 to 30 lower-case letters, digits, hyphens.
    /// </summary>
    public string Environment { get; set; } = "production";

    /// <summary>
    /// How often versions are compared when no nudge comes, and how soon the database is tried again when it is away. Default 1 s; at least
    /// 100 ms, at most 10 s. A change must be everywhere within 2 s even when nudges are lost.
    /// </summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);
}

internal sealed class CurrentFlagsOptionsValidator : IValidateOptions<CurrentFlagsOptions>
{
    public ValidateOptionsResult Validate(string? name, CurrentFlagsOptions options)
    {
        var faults = new List<string>();
        if (!FlagRules.IsEnvironment(options.Environment))
            faults.Add($"{CurrentFlagsOptions.Section}:Environment must be 1 to 30 lower-case letters, digits and hyphens.");
        if (options.Poll < TimeSpan.FromMilliseconds(100) || options.Poll > TimeSpan.FromSeconds(10))
            faults.Add($"{CurrentFlagsOptions.Section}:Poll must be at least 100 ms and at most 10 s.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}

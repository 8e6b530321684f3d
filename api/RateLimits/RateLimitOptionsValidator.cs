using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.RateLimits;

/// <summary>Names every fault at once, in terms of the setting; shares of the pool too that do not fit it.</summary>
internal sealed class RateLimitOptionsValidator(IOptions<DatabaseOptions> database) : IValidateOptions<RateLimitOptions>
{
    private const int Most = 1_000_000;

    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        var faults = Faults(options).Concat(LoadShares.Faults(options, database.Value.ApplicationPool)).ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Faults(RateLimitOptions options)
    {
        foreach (var (setting, limit) in new[]
            { ("Account", options.Account), ("Tenant", options.Tenant), ("Address", options.Address), ("Probe", options.Probe) })
        {
            if (limit.PerSecond is < 1 or > Most)
                yield return $"{RateLimitOptions.Section}:{setting}:PerSecond must be 1 to 1,000,000.";
            if (limit.Burst is < 1 or > Most)
                yield return $"{RateLimitOptions.Section}:{setting}:Burst must be 1 to 1,000,000.";
        }

        if (options.QueueLength is < 0 or > 10_000)
            yield return $"{RateLimitOptions.Section}:QueueLength must be 0 to 10,000.";
        if (options.HeavyQueueLength is < 0 or > 10_000)
            yield return $"{RateLimitOptions.Section}:HeavyQueueLength must be 0 to 10,000.";
        if (options.QueueTime <= TimeSpan.Zero || options.QueueTime > TimeSpan.FromSeconds(30))
            yield return $"{RateLimitOptions.Section}:QueueTime must be more than 0 and at most 30 seconds.";
        if (options.LookupConcurrency is < 1 or > 1_000)
            yield return $"{RateLimitOptions.Section}:LookupConcurrency must be 1 to 1,000.";
    }
}

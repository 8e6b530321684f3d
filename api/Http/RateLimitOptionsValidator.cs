using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Http;

/// <summary>Names every fault at once, in terms of the setting.</summary>
internal sealed class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>
{
    private const int Most = 1_000_000;

    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Faults(RateLimitOptions options)
    {
        foreach (var (setting, limit) in new[] { ("Account", options.Account), ("Tenant", options.Tenant), ("Address", options.Address) })
        {
            if (limit.PerSecond is < 1 or > Most)
                yield return $"{RateLimitOptions.Section}:{setting}:PerSecond must be 1 to 1,000,000.";
            if (limit.Burst is < 1 or > Most)
                yield return $"{RateLimitOptions.Section}:{setting}:Burst must be 1 to 1,000,000.";
        }

        if (options.TenantConcurrency is < 1 or > 10_000)
            yield return $"{RateLimitOptions.Section}:TenantConcurrency must be 1 to 10,000.";
        if (options.LookupConcurrency is < 1 or > 1_000)
            yield return $"{RateLimitOptions.Section}:LookupConcurrency must be 1 to 1,000.";
    }
}

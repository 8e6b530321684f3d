using Microsoft.FeatureManagement.FeatureFilters;

namespace Helpdesk.Grains.FeatureFlags.Management;

/// <summary>For whom our own code asks a flag.</summary>
/// <param name="Account"><c>null</c>: for nobody in particular.</param>
public sealed record FlagTarget(TenantId Tenant, string? Account)
{
    /// <summary>Where no municipality is concerned.</summary>
    public static readonly FlagTarget Platform = new(TenantId.Platform, null);

    /// <summary>As Microsoft.FeatureManagement carries it: the account as user, the tenant as the one group.</summary>
    public TargetingContext ToContext() => new() { UserId = Account, Groups = [Tenant.ToString()] };

    /// <summary>Groups that are no tenants are somebody else's and mean nothing here.</summary>
    public static FlagTarget Of(ITargetingContext? context)
    {
        foreach (var group in context?.Groups ?? [])
        {
            if (Guid.TryParseExact(group, "D", out var tenant))
                return new(new(tenant), context!.UserId);
        }

        return context?.UserId is { } account ? Platform with { Account = account } : Platform;
    }
}

/// <summary>Says for whom flags are asked from here on, in this flow of control: in a grain, a consumer of the feed, a test.</summary>
public static class FlagScope
{
    private static readonly AsyncLocal<FlagTarget?> Present = new();

    public static FlagTarget? Current => Present.Value;

    /// <summary>Until it is disposed of.</summary>
    public static IDisposable Enter(FlagTarget target)
    {
        var before = Present.Value;
        Present.Value = target;
        return new Exit(before);
    }

    private sealed class Exit(FlagTarget? before) : IDisposable
    {
        public void Dispose() => Present.Value = before;
    }
}

/// <summary>The targeting of the present flow of control. Hosts that know more, such as who sent a request, derive from it.</summary>
public class FlagTargeting : ITargetingContextAccessor
{
    public ValueTask<TargetingContext> GetContextAsync() => new((FlagScope.Current ?? Ambient ?? FlagTarget.Platform).ToContext());

    protected virtual FlagTarget? Ambient => null;
}

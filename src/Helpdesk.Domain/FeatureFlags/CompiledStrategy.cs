namespace Helpdesk.Domain.FeatureFlags;

/// <summary>A strategy ready to answer: variants looked up, salts as bytes, weights as running sums. Answering allocates nothing.</summary>
internal abstract class CompiledStrategy
{
    private CompiledCondition[] where = [];

    /// <returns><c>false</c>: does not apply, the next one is asked.</returns>
    /// <param name="variant"><c>null</c> with <c>true</c>: it would depend on the targeting key, and there is none.</param>
    public bool TryServe(FlagTenant tenant, string? account, Instant now, out FlagVariant? variant, out FlagReason reason)
    {
        foreach (var condition in where)
        {
            if (!condition.Holds(tenant))
            {
                (variant, reason) = (null, FlagReason.Default);
                return false;
            }
        }

        return TryServeTenant(tenant, account, now, out variant, out reason);
    }

    protected abstract bool TryServeTenant(
        FlagTenant tenant, string? account, Instant now, out FlagVariant? variant, out FlagReason reason);

    public static CompiledStrategy Of(FlagStrategy strategy, FlagDefinition flag)
    {
        var compiled = strategy.Compile(flag);
        compiled.where = CompiledCondition.Of(strategy);
        return compiled;
    }

    /// <summary>One variant for whoever fulfils the conditions.</summary>
    internal sealed class Always(FlagVariant served, FlagReason why) : CompiledStrategy
    {
        protected override bool TryServeTenant(
        FlagTenant tenant, string? account, Instant now, out FlagVariant? variant, out FlagReason reason)
        {
            (variant, reason) = (served, why);
            return true;
        }
    }
}

/// <summary>A variant with the buckets below which it, or one before it, is served.</summary>
internal readonly record struct RunningArm(int Below, FlagVariant Variant)
{
    public static RunningArm[] Of(IEnumerable<FlagArm> arms, FlagDefinition flag)
    {
        var sum = 0;
        return [.. arms.Where(arm => arm.Weight > 0).Select(arm => new RunningArm(sum += arm.Weight, flag.Variant(arm.Variant)!))];
    }

    public static FlagVariant Find(RunningArm[] arms, int bucket)
    {
        foreach (var arm in arms)
        {
            if (bucket < arm.Below)
                return arm.Variant;
        }

        return arms[^1].Variant;
    }
}

using System.Collections.Frozen;
using System.Text;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>A strategy ready to answer: variants looked up, salts as bytes, weights as running sums. Answering allocates nothing.</summary>
internal abstract class CompiledStrategy
{
    private CompiledCondition[] where = [];

    /// <returns><c>false</c>: does not apply, the next one is asked.</returns>
    /// <param name="variant"><c>null</c> with <c>true</c>: it would depend on the targeting key, and there is none.</param>
    public bool TryServe(FlagTenant tenant, string? account, out FlagVariant? variant, out FlagReason reason)
    {
        foreach (var condition in where)
        {
            if (!condition.Holds(tenant))
            {
                (variant, reason) = (null, FlagReason.Default);
                return false;
            }
        }

        return TryServeTenant(tenant, account, out variant, out reason);
    }

    protected abstract bool TryServeTenant(FlagTenant tenant, string? account, out FlagVariant? variant, out FlagReason reason);

    public static CompiledStrategy Of(FlagStrategy strategy, FlagDefinition flag)
    {
        CompiledStrategy compiled = strategy switch
        {
            FlagStrategy.Everyone everyone => new All(flag.Variant(everyone.Variant)!, FlagReason.Static),
            FlagStrategy.Tenants listed => new Listed(listed.Ids.ToFrozenSet(), flag.Variant(listed.Variant)!),
            FlagStrategy.Segment segment => new All(flag.Variant(segment.Variant)!, FlagReason.TargetingMatch),
            FlagStrategy.Percentage share => new Share(share, flag),
            FlagStrategy.Weights weights => new Arms(weights, flag),
            FlagStrategy.UnleashRollout rollout => new Unleash(rollout, flag),
            _ => throw new InvalidOperationException($"A strategy of type {strategy.GetType().Name} cannot be evaluated."),
        };
        compiled.where = CompiledCondition.Of(strategy);
        return compiled;
    }

    private sealed class All(FlagVariant served, FlagReason why) : CompiledStrategy
    {
        protected override bool TryServeTenant(FlagTenant tenant, string? account, out FlagVariant? variant, out FlagReason reason)
        {
            (variant, reason) = (served, why);
            return true;
        }
    }

    private sealed class Listed(FrozenSet<TenantId> ids, FlagVariant served) : CompiledStrategy
    {
        protected override bool TryServeTenant(FlagTenant tenant, string? account, out FlagVariant? variant, out FlagReason reason)
        {
            (variant, reason) = (served, FlagReason.TargetingMatch);
            return ids.Contains(tenant.Id);
        }
    }

    private sealed class Share(FlagStrategy.Percentage share, FlagDefinition flag) : CompiledStrategy
    {
        private readonly byte[] salt = Encoding.UTF8.GetBytes(flag.Salt);
        private readonly FlagVariant served = flag.Variant(share.Variant)!;
        private readonly int basisPoints = share.BasisPoints;
        private readonly bool byAccount = share.By == BucketBy.Account;

        protected override bool TryServeTenant(FlagTenant tenant, string? account, out FlagVariant? variant, out FlagReason reason)
        {
            (variant, reason) = (served, FlagReason.Split);
            if (basisPoints is 0 or Bucketing.Whole)
                return basisPoints == Bucketing.Whole;
            if (!byAccount)
                return Bucketing.Share(salt, tenant.Id, null) < basisPoints;
            if (!string.IsNullOrEmpty(account))
                return Bucketing.Share(salt, tenant.Id, account) < basisPoints;

            variant = null;
            return true;
        }
    }

    private sealed class Arms(FlagStrategy.Weights weights, FlagDefinition flag) : CompiledStrategy
    {
        private readonly byte[] salt = Encoding.UTF8.GetBytes(flag.Salt);
        private readonly RunningArm[] arms = RunningArm.Of(weights.Arms, flag);
        private readonly bool byAccount = weights.By == BucketBy.Account;

        protected override bool TryServeTenant(FlagTenant tenant, string? account, out FlagVariant? variant, out FlagReason reason)
        {
            reason = FlagReason.Split;
            variant = arms.Length == 1 ? arms[0].Variant
                : !byAccount ? RunningArm.Find(arms, Bucketing.Arm(salt, tenant.Id, null))
                : !string.IsNullOrEmpty(account) ? RunningArm.Find(arms, Bucketing.Arm(salt, tenant.Id, account))
                : null;
            return true;
        }
    }

    // Unleash's own behaviour to the letter, so a missing key is "not in" rather than an error.
    private sealed class Unleash(FlagStrategy.UnleashRollout rollout, FlagDefinition flag) : CompiledStrategy
    {
        private readonly byte[] group = Encoding.UTF8.GetBytes(rollout.Group);
        private readonly RunningArm[] arms = RunningArm.Of(rollout.Arms, flag);
        private readonly int percent = rollout.Rollout;
        private readonly bool byAccount = rollout.By == BucketBy.Account;

        protected override bool TryServeTenant(FlagTenant tenant, string? account, out FlagVariant? variant, out FlagReason reason)
        {
            (variant, reason) = (null, FlagReason.Split);
            var key = byAccount ? account : tenant.Slug;
            if (UnleashBucketing.Rollout(group, key) is not { } bucket || bucket > percent)
                return false;

            var total = arms[^1].Below;
            variant = arms.Length == 1 ? arms[0].Variant : RunningArm.Find(arms, UnleashBucketing.Variant(group, key, total)!.Value - 1);
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

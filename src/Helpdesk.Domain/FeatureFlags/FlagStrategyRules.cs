using System.Globalization;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>What one strategy must look like.</summary>
internal static class FlagStrategyRules
{
    private const int MostWeight = 1_000_000;

    public static void Add(FlagStrategy strategy, FlagDefinition flag, string pointer, List<FieldError> faults)
    {
        switch (strategy)
        {
            case FlagStrategy.Everyone everyone:
                AddVariant(everyone.Variant);
                break;
            case FlagStrategy.Tenants tenants:
                AddVariant(tenants.Variant);
                AddTenants(tenants, $"{pointer}/tenants", faults);
                break;
            case FlagStrategy.Segment segment:
                AddVariant(segment.Variant);
                if (segment.Where.IsEmpty)
                    faults.Add(new($"{pointer}/where", "required", "A segment needs a condition. For all tenants use everyone."));
                break;
            case FlagStrategy.Percentage share:
                AddVariant(share.Variant);
                if (share.BasisPoints is < 0 or > Bucketing.Whole)
                    faults.Add(new($"{pointer}/basis_points", "out-of-range", "Must lie between 0 (nobody) and 10000 (everybody)."));
                break;
            case FlagStrategy.Weights weights:
                AddWeights(weights, flag, $"{pointer}/weights", faults);
                break;
            case FlagStrategy.UnleashRollout rollout:
                AddUnleash(rollout, flag, pointer, faults);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "There are no rules for this strategy.");
        }

        for (var i = 0; i < strategy.Where.Length; i++)
            FlagConditionRules.Add(strategy.Where[i], string.Create(CultureInfo.InvariantCulture, $"{pointer}/where/{i}"), faults);

        void AddVariant(string name)
        {
            if (FlagRules.UnknownVariant(flag, name, $"{pointer}/variant") is { } fault)
                faults.Add(fault);
        }
    }

    private static void AddTenants(FlagStrategy.Tenants tenants, string pointer, List<FieldError> faults)
    {
        if (tenants.Ids.IsEmpty)
            faults.Add(new(pointer, "required", "Name at least one tenant."));
        if (tenants.Ids.Length > FlagLimits.Tenants)
            faults.Add(FlagRules.TooMany(pointer, FlagLimits.Tenants));
        if (tenants.Ids.Distinct().Count() < tenants.Ids.Length)
            faults.Add(new(pointer, "duplicate", "A tenant is named twice."));
    }

    private static void AddWeights(FlagStrategy.Weights weights, FlagDefinition flag, string pointer, List<FieldError> faults)
    {
        foreach (var arm in weights.Arms)
        {
            var at = DocumentNode.Under(pointer, arm.Variant);
            if (FlagRules.UnknownVariant(flag, arm.Variant, at) is { } unknown)
                faults.Add(unknown);
            if (arm.Weight is < 0 or > Bucketing.Whole)
                faults.Add(new(at, "out-of-range", "Must lie between 0 and 10000."));
        }

        if (weights.Arms.Sum(arm => (long)arm.Weight) != Bucketing.Whole)
            faults.Add(new(pointer, "weights-sum", "The weights must sum to 10000 basis points."));
    }

    private static void AddUnleash(FlagStrategy.UnleashRollout rollout, FlagDefinition flag, string pointer, List<FieldError> faults)
    {
        if (rollout.Rollout is < 0 or > 100)
            faults.Add(new($"{pointer}/rollout", "out-of-range", "Must lie between 0 and 100 per cent."));
        if (Text.OneLine(rollout.Group, $"{pointer}/group_id", FlagLimits.Word + FlagLimits.Key) is { } fault)
            faults.Add(fault);
        if (rollout.Arms.IsEmpty || rollout.Arms.Length > FlagLimits.Variants || rollout.Arms.Sum(arm => (long)arm.Weight) is < 1 or > MostWeight)
            faults.Add(new($"{pointer}/variants", "weights-sum", "Name 1 to 50 variants; their weights must sum to 1 to 1000000."));

        for (var i = 0; i < rollout.Arms.Length; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{pointer}/variants/{i}");
            if (FlagRules.UnknownVariant(flag, rollout.Arms[i].Variant, $"{at}/variant") is { } unknown)
                faults.Add(unknown);
            if (rollout.Arms[i].Weight < 0)
                faults.Add(new($"{at}/weight", "out-of-range", "Must not be negative."));
        }
    }
}

/// <summary>What a condition must look like: an operator that the attribute knows, and values that it can be compared with.</summary>
internal static class FlagConditionRules
{
    public static void Add(FlagCondition condition, string pointer, List<FieldError> faults)
    {
        if (!IsComparable(condition.Attribute, condition.Operator))
            faults.Add(new($"{pointer}/operator", "not-comparable", "This attribute cannot be compared in this way."));

        var single = condition.Operator is not (FlagOperator.In or FlagOperator.NotIn);
        if (single ? condition.Values.Length != 1 : condition.Values.Length is < 1 or > FlagLimits.ConditionValues)
            faults.Add(new($"{pointer}/values", "wrong-count", single ? "Name exactly one value." : "Name 1 to 200 values."));

        for (var i = 0; i < condition.Values.Length; i++)
        {
            if (!IsReadable(condition.Attribute, condition.Operator, condition.Values[i]))
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"{pointer}/values/{i}"), "not-a-value", Expected(condition)));
        }
    }

    private static bool IsComparable(TenantAttribute attribute, FlagOperator comparison) => comparison switch
    {
        FlagOperator.AtLeast or FlagOperator.Below => attribute is TenantAttribute.Size or TenantAttribute.CmsVersion,
        FlagOperator.InRange => attribute is TenantAttribute.CmsVersion,
        _ => true,
    };

    private static bool IsReadable(TenantAttribute attribute, FlagOperator comparison, string value) => attribute switch
    {
        TenantAttribute.Size => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        TenantAttribute.CmsVersion when comparison == FlagOperator.InRange => VersionRange.TryParse(value, out _),
        TenantAttribute.CmsVersion => SemanticVersion.TryParse(value, out _),
        _ => Text.OneLine(value, "", FlagLimits.Word) is null,
    };

    private static string Expected(FlagCondition condition) => condition.Attribute switch
    {
        TenantAttribute.Size => "Must be a whole number of inhabitants.",
        TenantAttribute.CmsVersion when condition.Operator == FlagOperator.InRange => "Must be a range of semantic versions, such as >=5.2.0 <6.0.0.",
        TenantAttribute.CmsVersion => "Must be a semantic version, such as 5.2.0.",
        _ => "Must be visible text of at most 100 characters.",
    };
}

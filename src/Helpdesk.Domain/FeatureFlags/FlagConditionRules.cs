using System.Globalization;

namespace Helpdesk.Domain.FeatureFlags;

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
        TenantAttribute.CmsVersion when condition.Operator == FlagOperator.InRange =>
            "Must be a range of semantic versions, such as >=5.2.0 <6.0.0.",
        TenantAttribute.CmsVersion => "Must be a semantic version, such as 5.2.0.",
        _ => "Must be visible text of at most 100 characters.",
    };
}

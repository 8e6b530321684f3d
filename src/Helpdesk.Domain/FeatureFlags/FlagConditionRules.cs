namespace Helpdesk.Domain.FeatureFlags;

/// <summary>What a condition must look like: an operator that the attribute knows, and values that it can be compared with.</summary>
internal static class FlagConditionRules
{
    public static void Add(FlagCondition condition, string pointer, List<FieldError> faults)
    {
        if (!IsComparable(condition.Attribute, condition.Operator))
            faults.Add(FieldCode.NotComparable.At($"{pointer}/operator"));

        var single = condition.Operator is not (FlagOperator.In or FlagOperator.NotIn);
        if (single ? condition.Values.Length != 1 : condition.Values.Length is < 1 or > FlagLimits.ConditionValues)
            faults.Add(single
                ? FieldCode.WrongCount.At($"{pointer}/values", "Nennen Sie genau einen Wert.", "Name exactly one value.")
                : FieldCode.WrongCount.At($"{pointer}/values", "Nennen Sie 1 bis 200 Werte.", "Name 1 to 200 values."));

        for (var i = 0; i < condition.Values.Length; i++)
        {
            if (!IsReadable(condition.Attribute, condition.Operator, condition.Values[i]))
                faults.Add(Expected(condition, string.Create(CultureInfo.InvariantCulture, $"{pointer}/values/{i}")));
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

    private static FieldError Expected(FlagCondition condition, string at) => condition.Attribute switch
    {
        TenantAttribute.Size => FieldCode.NotAValue.At(
            at, "Muss eine ganze Zahl von Einwohnern sein.", "Must be a whole number of inhabitants."),
        TenantAttribute.CmsVersion when condition.Operator == FlagOperator.InRange =>
            FieldCode.NotAValue.At(at, FieldCode.NotARange.De, FieldCode.NotARange.En),
        TenantAttribute.CmsVersion => FieldCode.NotAValue.At(at, FieldCode.NotAVersion.De, FieldCode.NotAVersion.En),
        _ => FieldCode.NotAValue.At(
            at, "Muss sichtbarer Text von höchstens 100 Zeichen sein.", "Must be visible text of at most 100 characters."),
    };
}

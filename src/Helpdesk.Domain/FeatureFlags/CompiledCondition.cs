using System.Collections.Frozen;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>A condition whose values are read once. What is unknown of a tenant fulfils no condition, not even a negative one.</summary>
internal abstract class CompiledCondition
{
    public abstract bool Holds(FlagTenant tenant);

    public static CompiledCondition[] Of(FlagStrategy strategy) => [.. strategy.Where.Select(Of)];

    private static CompiledCondition Of(FlagCondition condition) => condition.Attribute switch
    {
        TenantAttribute.Size => new SizeCondition(
            condition.Operator, [.. condition.Values.Select(value => long.Parse(value, CultureInfo.InvariantCulture))]),
        TenantAttribute.CmsVersion => new VersionCondition(condition),
        _ => new WordCondition(condition),
    };

    // Plans and Länder are written in many ways: BY, by.
    private sealed class WordCondition(FlagCondition condition) : CompiledCondition
    {
        private readonly FrozenSet<string> words = condition.Values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        private readonly bool negative = condition.Operator is FlagOperator.NotEquals or FlagOperator.NotIn;

        public override bool Holds(FlagTenant tenant)
        {
            var word = condition.Attribute == TenantAttribute.State ? tenant.State : tenant.Plan;
            return word is not null && words.Contains(word) != negative;
        }
    }

    private sealed class SizeCondition(FlagOperator comparison, long[] sizes) : CompiledCondition
    {
        public override bool Holds(FlagTenant tenant) => tenant.Size is { } size && comparison switch
        {
            FlagOperator.AtLeast => size >= sizes[0],
            FlagOperator.Below => size < sizes[0],
            FlagOperator.NotEquals or FlagOperator.NotIn => !sizes.Contains(size),
            _ => sizes.Contains(size),
        };
    }

    private sealed class VersionCondition(FlagCondition condition) : CompiledCondition
    {
        private readonly SemanticVersion[] versions =
            [.. condition.Values.Select(value => SemanticVersion.TryParse(value, out var version) ? version : null)
                .OfType<SemanticVersion>()];

        private readonly VersionRange? range =
            condition.Operator == FlagOperator.InRange && VersionRange.TryParse(condition.Values[0], out var parsed) ? parsed : null;

        public override bool Holds(FlagTenant tenant) => tenant.CmsVersion is { } version && condition.Operator switch
        {
            FlagOperator.InRange => range?.Contains(version) == true,
            FlagOperator.AtLeast => version >= versions[0],
            FlagOperator.Below => version < versions[0],
            FlagOperator.NotEquals or FlagOperator.NotIn => !versions.Contains(version),
            _ => versions.Contains(version),
        };
    }
}

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Strategies and conditions in a <see cref="FlagDocument"/>; <c>type</c> says which members there are.</summary>
internal static class FlagStrategyDocument
{
    private static readonly FlagStrategy StandIn = new FlagStrategy.Everyone("");

    // Every strategy that there is; what is not here cannot be read.
    private static readonly (string Word, Func<DocumentNode, ITenantNames, FlagStrategy> Read)[] Readers =
    [
        (FlagStrategy.Everyone.Word, static (node, _) => FlagStrategy.Everyone.Read(node)),
        (FlagStrategy.Tenants.Word, FlagStrategy.Tenants.Read),
        (FlagStrategy.Segment.Word, static (node, _) => FlagStrategy.Segment.Read(node)),
        (FlagStrategy.Percentage.Word, static (node, _) => FlagStrategy.Percentage.Read(node)),
        (FlagStrategy.Weights.Word, static (node, _) => FlagStrategy.Weights.Read(node)),
        (FlagStrategy.UnleashRollout.Word, static (node, _) => FlagStrategy.UnleashRollout.Read(node)),
    ];

    public static FlagStrategy Read(DocumentNode node, ITenantNames tenants)
    {
        if (!node.IsObject() || node.Required("type") is not { } type)
            return StandIn;

        var word = type.String();
        if (Readers.FirstOrDefault(reader => reader.Word == word).Read is { } read)
        {
            var strategy = read(node, tenants);
            return node.Member("where") is { } where ? strategy with { Where = Conditions(where) } : strategy;
        }

        if (type.Element.ValueKind == JsonValueKind.String)
            type.Fault(at => FieldError.UnknownWord(at, Readers.Select(reader => reader.Word)));
        return StandIn;
    }

    public static string Variant(DocumentNode node) => node.Required("variant")?.String() ?? "";

    public static BucketBy By(DocumentNode node, string name) => node.Member(name)?.Word<BucketBy>() ?? BucketBy.Tenant;

    private static ImmutableArray<FlagCondition> Conditions(DocumentNode node)
    {
        var conditions = ImmutableArray.CreateBuilder<FlagCondition>();
        foreach (var item in node.Items(FlagLimits.Conditions))
        {
            if (!item.IsObject())
                continue;
            item.Only("attribute", "operator", "value", "values");
            conditions.Add(new(
                item.Required("attribute")?.Word<TenantAttribute>() ?? default,
                item.Required("operator")?.Word<FlagOperator>() ?? default,
                Values(item)));
        }

        return conditions.ToImmutable();
    }

    private static ImmutableArray<string> Values(DocumentNode item)
    {
        if (item.Member("value") is { } value && item.Member("values") is null)
            return [Scalar(value)];

        return item.Required("values") is { } values ? [.. values.Items(FlagLimits.ConditionValues).Select(Scalar)] : [];
    }

    private static string Scalar(DocumentNode node) =>
        node.Element.ValueKind == JsonValueKind.Number ? node.Element.GetRawText() : node.String();
}

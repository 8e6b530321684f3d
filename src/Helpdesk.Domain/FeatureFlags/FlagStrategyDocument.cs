using System.Collections.Immutable;
using System.Text.Json;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Strategies and conditions in a <see cref="FlagDocument"/>; <c>type</c> says which members there are.</summary>
internal static class FlagStrategyDocument
{
    private static readonly FlagStrategy StandIn = new FlagStrategy.Everyone("");

    public static FlagStrategy Read(DocumentNode node, ITenantNames tenants)
    {
        if (!node.IsObject() || node.Required("type") is not { } type)
            return StandIn;

        FlagStrategy? strategy = type.String() switch
        {
            "everyone" => Everyone(node),
            "tenants" => Tenants(node, tenants),
            "segment" => Segment(node),
            "percentage" => Percentage(node),
            "weights" => Weights(node),
            "unleash.flexibleRollout" => Unleash(node),
            _ => null,
        };
        if (strategy is not null)
            return node.Member("where") is { } where ? strategy with { Where = Conditions(where) } : strategy;

        if (type.Element.ValueKind == JsonValueKind.String)
            type.Fault("unknown-word", "Must be one of: everyone, tenants, segment, percentage, weights, unleash.flexibleRollout.");
        return StandIn;
    }

    private static FlagStrategy.Everyone Everyone(DocumentNode node)
    {
        node.Only("type", "variant");
        return new(Variant(node));
    }

    private static FlagStrategy.Tenants Tenants(DocumentNode node, ITenantNames names)
    {
        node.Only("type", "tenants", "variant");
        var ids = ImmutableArray.CreateBuilder<TenantId>();
        foreach (var item in node.Required("tenants")?.Items(FlagLimits.Tenants) ?? [])
        {
            if (item.Element.ValueKind == JsonValueKind.String && names.Find(item.String()) is { } id)
                ids.Add(id);
            else
                item.Fault("unknown-tenant", "Must be the slug of a tenant.");
        }

        return new(ids.ToImmutable(), Variant(node));
    }

    private static FlagStrategy.Segment Segment(DocumentNode node)
    {
        node.Only("type", "where", "variant");
        _ = node.Required("where");
        return new(Variant(node));
    }

    private static FlagStrategy.Percentage Percentage(DocumentNode node)
    {
        node.Only("type", "basis_points", "by", "where", "variant");
        return new(node.Required("basis_points")?.Integer() ?? 0, By(node, "by"), Variant(node));
    }

    private static FlagStrategy.Weights Weights(DocumentNode node)
    {
        node.Only("type", "weights", "by", "where");
        var arms = node.Required("weights")?.Members().Select(member => new FlagArm(member.Name, member.Value.Integer())) ?? [];
        return new([.. arms.OrderBy(arm => arm.Variant, StringComparer.Ordinal)], By(node, "by"));
    }

    private static FlagStrategy.UnleashRollout Unleash(DocumentNode node)
    {
        node.Only("type", "rollout", "group_id", "stickiness", "variants", "where");
        var arms = ImmutableArray.CreateBuilder<FlagArm>();
        foreach (var item in node.Required("variants")?.Items(FlagLimits.Variants) ?? [])
        {
            if (!item.IsObject())
                continue;
            item.Only("variant", "weight");
            arms.Add(new(Variant(item), item.Required("weight")?.Integer() ?? 1));
        }

        return new(node.Required("rollout")?.Integer() ?? 0, node.Required("group_id")?.String() ?? "", By(node, "stickiness"), arms.ToImmutable());
    }

    private static string Variant(DocumentNode node) => node.Required("variant")?.String() ?? "";

    private static BucketBy By(DocumentNode node, string name) => node.Member(name)?.Word<BucketBy>() ?? BucketBy.Tenant;

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

using System.Collections.Frozen;

namespace Helpdesk.Domain.FeatureFlags;

public abstract partial record FlagStrategy
{
    /// <summary>The tenants named, 1 to 5,000. Platform flags only.</summary>
    public sealed record Tenants(ImmutableArray<TenantId> Ids, string Variant) : FlagStrategy
    {
        internal const string Word = "tenants";

        internal static Tenants Read(DocumentNode node, ITenantNames names)
        {
            node.Only("type", "tenants", "variant");
            var ids = ImmutableArray.CreateBuilder<TenantId>();
            foreach (var item in node.Required("tenants")?.Items(FlagLimits.Tenants) ?? [])
            {
                if (item.Element.ValueKind == JsonValueKind.String && names.Find(item.String()) is { } id)
                    ids.Add(id);
                else
                    item.Fault(FieldCode.UnknownTenant);
            }

            return new(ids.ToImmutable(), FlagStrategyDocument.Variant(node));
        }

        internal override void Write(Utf8JsonWriter json, ITenantNames tenants)
        {
            json.WriteString("type", Word);
            json.WriteStartArray("tenants");
            foreach (var tenant in Ids)
                json.WriteStringValue(tenants.Of(tenant));
            json.WriteEndArray();
            json.WriteString("variant", Variant);
        }

        internal override void Check(FlagDefinition flag, string pointer, List<FieldError> faults)
        {
            CheckVariant(flag, Variant, $"{pointer}/variant", faults);
            pointer += "/tenants";
            if (Ids.IsEmpty)
                faults.Add(FieldCode.Required.At(pointer, "Nennen Sie mindestens einen Mandanten.", "Name at least one tenant."));
            if (Ids.Length > FlagLimits.Tenants)
                faults.Add(FieldError.TooMany(pointer, FlagLimits.Tenants));
            if (Ids.Distinct().Count() < Ids.Length)
                faults.Add(FieldCode.Duplicate.At(pointer, "Ein Mandant steht zweimal da.", "A tenant is named twice."));
        }

        internal override CompiledStrategy Compile(FlagDefinition flag) => new Compiled(Ids.ToFrozenSet(), flag.Variant(Variant)!);

        private sealed class Compiled(FrozenSet<TenantId> ids, FlagVariant served) : CompiledStrategy
        {
            protected override bool TryServeTenant(
                FlagTenant tenant, string? account, Instant now, out FlagVariant? variant, out FlagReason reason)
            {
                (variant, reason) = (served, FlagReason.TargetingMatch);
                return ids.Contains(tenant.Id);
            }
        }
    }
}

namespace Helpdesk.Domain.FeatureFlags;

public abstract partial record FlagStrategy
{
    /// <summary>The tenants that fulfil <see cref="FlagStrategy.Where"/>, which must not be empty here.</summary>
    public sealed record Segment(string Variant) : FlagStrategy
    {
        internal const string Word = "segment";

        internal static Segment Read(DocumentNode node)
        {
            node.Only("type", "where", "variant");
            _ = node.Required("where");
            return new(FlagStrategyDocument.Variant(node));
        }

        internal override void Write(Utf8JsonWriter json, ITenantNames tenants)
        {
            json.WriteString("type", Word);
            json.WriteString("variant", Variant);
        }

        internal override void Check(FlagDefinition flag, string pointer, List<FieldError> faults)
        {
            CheckVariant(flag, Variant, $"{pointer}/variant", faults);
            if (Where.IsEmpty)
                faults.Add(FieldCode.Required.At($"{pointer}/where",
                    "Ein Segment braucht eine Bedingung. Für alle Mandanten gibt es everyone.",
                    "A segment needs a condition. For all tenants use everyone."));
        }

        internal override CompiledStrategy Compile(FlagDefinition flag) =>
            new CompiledStrategy.Always(flag.Variant(Variant)!, FlagReason.TargetingMatch);
    }
}

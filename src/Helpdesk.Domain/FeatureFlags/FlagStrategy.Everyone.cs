namespace Helpdesk.Domain.FeatureFlags;

public abstract partial record FlagStrategy
{
    public sealed record Everyone(string Variant) : FlagStrategy
    {
        internal const string Word = "everyone";

        internal override bool ReachesEverybody => true;

        internal static Everyone Read(DocumentNode node)
        {
            node.Only("type", "variant");
            return new(FlagStrategyDocument.Variant(node));
        }

        internal override void Write(Utf8JsonWriter json, ITenantNames tenants)
        {
            json.WriteString("type", Word);
            json.WriteString("variant", Variant);
        }

        internal override void Check(FlagDefinition flag, string pointer, List<FieldError> faults) =>
            CheckVariant(flag, Variant, $"{pointer}/variant", faults);

        internal override CompiledStrategy Compile(FlagDefinition flag) =>
            new CompiledStrategy.Always(flag.Variant(Variant)!, FlagReason.Static);
    }
}

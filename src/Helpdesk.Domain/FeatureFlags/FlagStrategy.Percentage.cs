namespace Helpdesk.Domain.FeatureFlags;

public abstract partial record FlagStrategy
{
    /// <param name="BasisPoints">0 (nobody) to 10,000 (everybody); 1 is 0.01 %. Sticky, and monotone in both directions.</param>
    public sealed record Percentage(int BasisPoints, BucketBy By, string Variant) : FlagStrategy
    {
        internal const string Word = "percentage";

        internal override bool ReachesNobody => BasisPoints == 0;

        internal override bool ReachesEverybody => BasisPoints == Bucketing.Whole;

        internal static Percentage Read(DocumentNode node)
        {
            node.Only("type", "basis_points", "by", "where", "variant");
            return new(node.Required("basis_points")?.Integer()
                ?? 0, FlagStrategyDocument.By(node, "by"), FlagStrategyDocument.Variant(node));
        }

        internal override void Write(Utf8JsonWriter json, ITenantNames tenants)
        {
            json.WriteString("type", Word);
            json.WriteNumber("basis_points", BasisPoints);
            json.WriteString("by", Words<BucketBy>.Of(By));
            json.WriteString("variant", Variant);
        }

        internal override void Check(FlagDefinition flag, string pointer, List<FieldError> faults)
        {
            CheckVariant(flag, Variant, $"{pointer}/variant", faults);
            if (BasisPoints is < 0 or > Bucketing.Whole)
                faults.Add(FieldCode.OutOfRange.At($"{pointer}/basis_points",
                    "Muss zwischen 0 (niemand) und 10.000 (alle) liegen.", "Must lie between 0 (nobody) and 10000 (everybody)."));
        }

        internal override CompiledStrategy Compile(FlagDefinition flag) => new Compiled(this, flag);

        private sealed class Compiled(Percentage share, FlagDefinition flag) : CompiledStrategy
        {
            private readonly byte[] salt = Encoding.UTF8.GetBytes(flag.Salt);
            private readonly FlagVariant served = flag.Variant(share.Variant)!;
            private readonly int basisPoints = share.BasisPoints;
            private readonly bool byAccount = share.By == BucketBy.Account;

            protected override bool TryServeTenant(
                FlagTenant tenant, string? account, Instant now, out FlagVariant? variant, out FlagReason reason)
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
    }
}

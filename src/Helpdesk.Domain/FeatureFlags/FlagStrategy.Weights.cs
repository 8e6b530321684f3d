namespace Helpdesk.Domain.FeatureFlags;

public abstract partial record FlagStrategy
{
    /// <summary>A share of everybody for each variant.</summary>
    /// <param name="Arms">In ordinal order of their variants; the weights are basis points and sum to 10,000.</param>
    public sealed record Weights(ImmutableArray<FlagArm> Arms, BucketBy By) : FlagStrategy
    {
        internal const string Word = "weights";

        internal override bool ReachesEverybody => Arms.Any(arm => arm.Weight == Bucketing.Whole);

        internal static Weights Read(DocumentNode node)
        {
            node.Only("type", "weights", "by", "where");
            var arms = node.Required("weights")?.Members().Select(member => new FlagArm(member.Name, member.Value.Integer())) ?? [];
            return new([.. arms.OrderBy(arm => arm.Variant, StringComparer.Ordinal)], FlagStrategyDocument.By(node, "by"));
        }

        internal override void Write(Utf8JsonWriter json, ITenantNames tenants)
        {
            json.WriteString("type", Word);
            json.WriteStartObject("weights");
            foreach (var arm in Arms)
                json.WriteNumber(arm.Variant, arm.Weight);
            json.WriteEndObject();
            json.WriteString("by", Words<BucketBy>.Of(By));
        }

        internal override void Check(FlagDefinition flag, string pointer, List<FieldError> faults)
        {
            pointer += "/weights";
            foreach (var arm in Arms)
            {
                var at = DocumentNode.Under(pointer, arm.Variant);
                CheckVariant(flag, arm.Variant, at, faults);
                if (arm.Weight is < 0 or > Bucketing.Whole)
                    faults.Add(FieldError.OutOfRange(at, 0, Bucketing.Whole));
            }

            if (Arms.Sum(arm => (long)arm.Weight) != Bucketing.Whole)
                faults.Add(FieldCode.WeightsSum.At(pointer,
                    "Die Gewichte müssen zusammen 10.000 Basispunkte ergeben.", "The weights must sum to 10000 basis points."));
        }

        internal override CompiledStrategy Compile(FlagDefinition flag) => new Compiled(this, flag);

        private sealed class Compiled(Weights weights, FlagDefinition flag) : CompiledStrategy
        {
            private readonly byte[] salt = Encoding.UTF8.GetBytes(flag.Salt);
            private readonly RunningArm[] arms = RunningArm.Of(weights.Arms, flag);
            private readonly bool byAccount = weights.By == BucketBy.Account;

            protected override bool TryServeTenant(
                FlagTenant tenant, string? account, Instant now, out FlagVariant? variant, out FlagReason reason)
            {
                reason = FlagReason.Split;
                variant = arms.Length == 1 ? arms[0].Variant
                    : !byAccount ? RunningArm.Find(arms, Bucketing.Arm(salt, tenant.Id, null))
                    : !string.IsNullOrEmpty(account) ? RunningArm.Find(arms, Bucketing.Arm(salt, tenant.Id, account))
                    : null;
                return true;
            }
        }
    }
}

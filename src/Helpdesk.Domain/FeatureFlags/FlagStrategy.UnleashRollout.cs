namespace Helpdesk.Domain.FeatureFlags;

public abstract partial record FlagStrategy
{
    /// <summary>
    /// Unleash's strategy of the same name, bucket for bucket. A tenant's stickiness value is its slug, an account's the targeting key as
    /// it came.
    /// </summary>
    /// <param name="Rollout">Whole per cents, 0 to 100.</param>
    /// <param name="Group">Unleash's group id.</param>
    /// <param name="Arms">At least one; several are variants with Unleash's weights, in the order given there.</param>
    public sealed record UnleashRollout(int Rollout, string Group, BucketBy By, ImmutableArray<FlagArm> Arms) : FlagStrategy
    {
        internal const string Word = "unleash.flexibleRollout";

        private const int MostWeight = 1_000_000;

        internal override bool ReachesNobody => Rollout == 0;

        internal override bool ReachesEverybody => this is { Rollout: 100, Arms.Length: 1 };

        internal static UnleashRollout Read(DocumentNode node)
        {
            node.Only("type", "rollout", "group_id", "stickiness", "variants", "where");
            var arms = ImmutableArray.CreateBuilder<FlagArm>();
            foreach (var item in node.Required("variants")?.Items(FlagLimits.Variants) ?? [])
            {
                if (!item.IsObject())
                    continue;
                item.Only("variant", "weight");
                arms.Add(new(FlagStrategyDocument.Variant(item), item.Required("weight")?.Integer() ?? 1));
            }

            return new(
                node.Required("rollout")?.Integer() ?? 0, node.Required("group_id")?.String()
                    ?? "", FlagStrategyDocument.By(node, "stickiness"),
                arms.ToImmutable());
        }

        internal override void Write(Utf8JsonWriter json, ITenantNames tenants)
        {
            json.WriteString("type", Word);
            json.WriteNumber("rollout", Rollout);
            json.WriteString("group_id", Group);
            json.WriteString("stickiness", Words<BucketBy>.Of(By));
            json.WriteStartArray("variants");
            foreach (var arm in Arms)
            {
                json.WriteStartObject();
                json.WriteString("variant", arm.Variant);
                json.WriteNumber("weight", arm.Weight);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        internal override void Check(FlagDefinition flag, string pointer, List<FieldError> faults)
        {
            if (Rollout is < 0 or > 100)
                faults.Add(FieldCode.OutOfRange.At(
                    $"{pointer}/rollout", "Muss zwischen 0 und 100 Prozent liegen.", "Must lie between 0 and 100 per cent."));
            if (Domain.Text.OneLine(Group, $"{pointer}/group_id", FlagLimits.Word + FlagLimits.Key) is { } fault)
                faults.Add(fault);
            if (Arms.IsEmpty || Arms.Length > FlagLimits.Variants || Arms.Sum(arm => (long)arm.Weight) is < 1 or > MostWeight)
                faults.Add(FieldCode.WeightsSum.At($"{pointer}/variants",
                    "Nennen Sie 1 bis 50 Varianten; ihre Gewichte müssen zusammen 1 bis 1.000.000 ergeben.",
                    "Name 1 to 50 variants; their weights must sum to 1 to 1000000."));

            for (var i = 0; i < Arms.Length; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"{pointer}/variants/{i}");
                CheckVariant(flag, Arms[i].Variant, $"{at}/variant", faults);
                if (Arms[i].Weight < 0)
                    faults.Add(FieldCode.OutOfRange.At($"{at}/weight", "Darf nicht negativ sein.", "Must not be negative."));
            }
        }

        internal override CompiledStrategy Compile(FlagDefinition flag) => new Compiled(this, flag);

        // Unleash's own behaviour to the letter, so a missing key is "not in" rather than an error.
        private sealed class Compiled(UnleashRollout rollout, FlagDefinition flag) : CompiledStrategy
        {
            private readonly byte[] group = Encoding.UTF8.GetBytes(rollout.Group);
            private readonly RunningArm[] arms = RunningArm.Of(rollout.Arms, flag);
            private readonly int percent = rollout.Rollout;
            private readonly bool byAccount = rollout.By == BucketBy.Account;

            protected override bool TryServeTenant(
                FlagTenant tenant, string? account, Instant now, out FlagVariant? variant, out FlagReason reason)
            {
                (variant, reason) = (null, FlagReason.Split);
                var key = byAccount ? account : tenant.Slug;
                if (UnleashBucketing.Rollout(group, key) is not { } bucket || bucket > percent)
                    return false;

                var total = arms[^1].Below;
                variant = arms.Length == 1 ? arms[0].Variant
                    : RunningArm.Find(arms, UnleashBucketing.Variant(group, key, total)!.Value - 1);
                return true;
            }
        }
    }
}

namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class FlagDocumentTests
{
    private static readonly TenantId Musterstadt = new(new Guid("0198c5d2-7a10-7000-8000-00000000000a"));

    private const string Whole = """
        {
          "description": "Das neue Formular – schöner.", "owner": "0198c5d2-7a10-7000-8000-0000000000aa", "kind": "experiment",
          "enabled": {"*": true, "staging": false},
          "variants": {"b": {"steps": 2, "name": "zwei"}, "a": {"steps": 1e0}}, "default_variant": "a", "safe_variant": "a",
          "strategies": [
            {"type": "tenants", "tenants": ["musterstadt"], "variant": "b"},
            {"type": "segment", "where": [{"attribute": "state", "operator": "in", "values": ["BY", "NW"]}, {"attribute": "size", "operator": "at_least", "value": 20000}], "variant": "b"},
            {"type": "percentage", "basis_points": 1250, "by": "account", "variant": "b", "where": [{"attribute": "cms_version", "operator": "in_range", "value": ">=5.0.0"}]},
            {"type": "weights", "weights": {"b": 4000, "a": 6000}},
            {"type": "unleash.flexibleRollout", "rollout": 30, "group_id": "old.name", "stickiness": "account", "variants": [{"variant": "b", "weight": 1}, {"variant": "a", "weight": 1}]},
            {"type": "everyone", "variant": "a"}
          ],
          "requires": ["other-flag"], "expires_at": "2026-12-31T23:59:59.1234567+01:00", "entitlement": "forms", "cms_versions": "^5.2.0",
          "four_eyes": true, "overridable": true, "server_only": true, "salt": "old"
        }
        """;

    [Fact]
    public void Everything_that_can_be_set_is_read_and_written_again()
    {
        var flag = Read(Whole);

        var again = FlagDocument.Read(FlagDocument.Text(flag), FlagDocument.ById, out _).Value;

        FlagDocument.Text(again).ShouldBe(FlagDocument.Text(flag));
        again.ShouldBe(flag);
        FlagDocument.Text(flag, new Slugs()).ShouldContain("\"tenants\":[\"musterstadt\"]");
        FlagDocument.Text(flag).ShouldContain("schöner");
        flag.ExpiresAt.ShouldBe(NodaTime.Instant.FromUtc(2026, 12, 31, 22, 59, 59).PlusNanoseconds(123_456_000));
        flag.Strategies.Select(strategy => strategy.GetType()).ShouldBe(
            typeof(FlagStrategy).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(FlagStrategy))), ignoreOrder: true,
            "every strategy that there is can be read");
    }

    [Fact]
    public void Little_is_enough()
    {
        var flag = Read("""{"variants":{"on":true,"off":false},"default_variant":"on"}""");

        flag.Kind.ShouldBe(FlagKind.Release);
        flag.Enabled.ShouldBe(FlagEnvironments.Nowhere);
        flag.SafeVariant.ShouldBe("off");
        flag.Strategies.ShouldBeEmpty();
        flag.ServerOnly.ShouldBeFalse();
    }

    [Fact]
    public void An_operational_flag_stays_on_the_servers_unless_it_says_otherwise()
    {
        Read("""{"kind":"operational","variants":{"on":true},"default_variant":"on"}""").ServerOnly.ShouldBeTrue();
        Read("""{"kind":"operational","server_only":false,"variants":{"on":true},"default_variant":"on"}""").ServerOnly.ShouldBeFalse();
    }

    [Fact]
    public void The_reason_belongs_to_the_change()
    {
        FlagDocument.Read("""{"variants":{"on":true},"default_variant":"on","reason":"Because."}""", new Slugs(), out var reason).IsOk
            .ShouldBeTrue();

        reason.ShouldBe("Because.");
    }

    [Theory]
    [InlineData("-1", "out-of-range")]
    [InlineData("10001", "out-of-range")]
    [InlineData("33.333", "not-an-integer")]
    [InlineData("\"NaN\"", "not-an-integer")]
    [InlineData("1e400", "not-an-integer")]
    [InlineData("null", "not-an-integer")]
    [InlineData("\"50\"", "not-an-integer")]
    public void A_percentage_that_is_none_is_refused_where_it_stands(string basisPoints, string code) =>
        Faults($$"""{"variants":{"on":true},"default_variant":"on","strategies":[{"type":"percentage","basis_points":{{basisPoints}},"variant":"on"}]}""")
            .ShouldBe([$"/strategies/0/basis_points {code}"]);

    [Fact]
    public void Every_fault_is_told_at_once() =>
        Faults("""
            {
              "kind": "magic", "enabled": "yes", "variants": {"on": true, "off": "false", "list": [1], "a b": true}, "default_variant": "missing",
              "strategies": [
                {"type": "percentage", "basis_points": 33.3, "variant": "on"},
                {"type": "percentage", "basis_points": 101, "percentage": 101, "variant": "on", "by": "moon"},
                {"type": "weights", "weights": {"on": 5000, "off": 4000}},
                {"type": "regex", "pattern": "(a+)+$"},
                {"type": "segment", "where": [{"attribute": "state", "operator": "matches", "value": "B.*"}], "variant": "on"},
                {"type": "segment", "where": [{"attribute": "plan", "operator": "at_least", "value": "gold"}], "variant": "on"},
                {"type": "segment", "where": [{"attribute": "size", "operator": "equals", "value": "many"}], "variant": "on"},
                {"type": "tenants", "tenants": ["musterstadt", "nirgendwo"], "variant": "on"},
                {"type": "unleash.flexibleRollout", "rollout": 101, "group_id": "g", "variants": [{"variant": "on", "weight": 0}]},
                7
              ],
              "requires": ["a b", "ok", "ok"], "expires_at": "2026-02-30T00:00:00Z", "cms_versions": "5.x", "surprise/~": 1
            }
            """).ShouldBe(
            [
                "/surprise~1~0 unknown-member",
                "/kind unknown-word",
                "/variants/list not-a-value",
                "/enabled not-a-boolean",
                "/strategies/0/basis_points not-an-integer",
                "/strategies/1/percentage unknown-member",
                "/strategies/1/by unknown-word",
                "/strategies/3/type unknown-word",
                "/strategies/4/where/0/operator unknown-word",
                "/strategies/7/tenants/1 unknown-tenant",
                "/expires_at not-a-time",
                "/variants/a b not-a-name",
                "/strategies/2/weights weights-sum",
                "/strategies/5/where/0/operator not-comparable",
                "/strategies/6/where/0/values/0 not-a-value",
                "/strategies/8/rollout out-of-range",
                "/strategies/8/variants weights-sum",
                "/strategies/9 not-an-object",
                "/requires/0 not-a-key",
                "/requires/2 duplicate",
                "/cms_versions not-a-range",
            ], ignoreOrder: true);

    [Fact]
    public void Variants_of_two_types_are_refused() =>
        Faults("""{"variants":{"on":true,"off":"false"},"default_variant":"on"}""").ShouldBe(["/variants mixed-types"]);

    [Fact]
    public void Ten_thousand_rules_are_refused()
    {
        var rules = string.Join(",", Enumerable.Repeat("""{"type":"everyone","variant":"on"}""", 10_000));

        Faults($$"""{"variants":{"on":true},"default_variant":"on","strategies":[{{rules}}]}""").ShouldBe(["/strategies too-many"]);
    }

    [Fact]
    public void What_requires_others_must_be_off_without_them() =>
        Faults("""{"variants":{"on":true,"off":false},"default_variant":"off","safe_variant":"on","requires":["other"]}""")
            .ShouldBe(["/safe_variant safe-variant-on"]);

    [Theory]
    [InlineData("""{"variants":{"on":true},"default_variant":"on","kind":"release","kind":"release"}""")]
    [InlineData("""{"variants":{"on":true},"default_variant":NaN}""")]
    [InlineData("{")]
    [InlineData("")]
    public void What_is_no_JSON_cannot_be_read(string json) =>
        FlagDocument.Read(json, new Slugs(), out _).Error.Kind.ShouldBe(ErrorKind.Malformed);

    [Theory]
    [InlineData("""{"variants":{"on":"\u0000"},"default_variant":"on"}""")]
    [InlineData("""{"variants":{"on":"\ud800"},"default_variant":"on"}""")]
    [InlineData("""{"variants":{"\udfff":"x"},"default_variant":"on"}""")]
    [InlineData("""{"variants":{"on":{"a":["\u0000"]}},"default_variant":"on"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void What_cannot_be_stored_is_not_valid(string json) =>
        FlagDocument.Read(json, new Slugs(), out _).Error.Kind.ShouldBe(ErrorKind.Invalid);

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "1e0")]
    [InlineData("0", "-0")]
    [InlineData("100", "1E2")]
    [InlineData("""{"a":1,"b":[2,{"c":3,"d":4}]}""", """{ "b" : [2.0, {"d":4, "c":3}], "a" : 1 }""")]
    public void Equal_values_have_equal_text(string canonical, string spelling) => Value(spelling)!.Json.ShouldBe(canonical);

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("1e400")]
    [InlineData("""{"a":1e400}""")]
    public void What_no_program_could_use_is_no_value(string json) => Value(json).ShouldBeNull();

    private static FlagValue? Value(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return FlagValue.Of(document.RootElement);
    }

    private static FlagDefinition Read(string json) => FlagDocument.Read(json, new Slugs(), out _).Value;

    private static IEnumerable<string> Faults(string json) =>
        FlagDocument.Read(json, new Slugs(), out _).Error.Fields.Select(fault => $"{fault.Pointer} {fault.Code}");

    private sealed class Slugs : ITenantNames
    {
        public TenantId? Find(string name) => name == "musterstadt" ? Musterstadt : null;

        public string Of(TenantId tenant) => tenant == Musterstadt ? "musterstadt" : tenant.ToString();
    }
}

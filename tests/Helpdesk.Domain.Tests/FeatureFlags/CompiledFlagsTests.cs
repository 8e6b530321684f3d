using static Helpdesk.Domain.Tests.FeatureFlags.Flags;

namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class CompiledFlagsTests
{
    private static readonly FlagTenant Town = Some.FlagTenant();

    [Fact]
    public void A_flag_that_does_not_exist_leaves_the_callers_default()
    {
        var answer = CompiledFlags.Empty.Evaluate("nothing", new(Some.Tenant(), Production, null), Now);

        answer.ShouldBe(new FlagAnswer(null, FlagReason.Error, FlagErrorCode.FlagNotFound, false));
        (answer.Reason.Word(), answer.Error.Word()).ShouldBe(("ERROR", "FLAG_NOT_FOUND"));
    }

    [Fact]
    public void An_archived_flag_is_as_if_it_did_not_exist() =>
        Ask(Set(("flag", Some.FlagOn())).With("flag", flag => flag with { ArchivedAt = Now })).Error.ShouldBe(FlagErrorCode.FlagNotFound);

    [Fact]
    public void Gates_shut_in_the_order_of_decision()
    {
        var flag = Some.FlagOn() with
        {
            Enabled = FlagEnvironments.Nowhere,
            ExpiresAt = Now,
            Entitlement = "gold",
            CmsVersions = ">=9.0.0",
            Requires = ["nothing"],
        };
        var killed = Set(("flag", flag)).With("flag", present => present with { KilledAt = Now });

        Ask(killed).Reason.ShouldBe(FlagReason.Killed);
        Ask(Set(("flag", flag))).Reason.ShouldBe(FlagReason.Disabled);
        Ask(Set(("flag", flag = flag with { Enabled = FlagEnvironments.Everywhere }))).Reason.ShouldBe(FlagReason.Expired);
        Ask(Set(("flag", flag = flag with { ExpiresAt = null }))).Reason.ShouldBe(FlagReason.Licence);
        Ask(Set(("flag", flag = flag with { Entitlement = "mail" }))).Reason.ShouldBe(FlagReason.Version);
        Ask(Set(("flag", flag = flag with { CmsVersions = "^5.0.0" }))).Reason.ShouldBe(FlagReason.ParentOff);
        Ask(Set(("flag", flag with { Requires = [] }))).ShouldBe(
            new FlagAnswer(flag.Variant("on"), FlagReason.Static, FlagErrorCode.None, true));
    }

    [Fact]
    public void A_shut_gate_serves_the_safe_variant_not_the_default()
    {
        var flag = Some.Flag() with { Enabled = FlagEnvironments.Nowhere, DefaultVariant = "on", SafeVariant = "off" };

        Ask(Set(("flag", flag))).Variant!.Name.ShouldBe("off");
    }

    [Theory]
    [InlineData("production", true)]
    [InlineData("staging", false)]
    [InlineData("development", true)]
    public void A_flag_can_be_off_in_one_environment(string environment, bool isOn)
    {
        var flag = Some.FlagOn() with { Enabled = new(true, [new("staging", false)]) };

        Snapshot(Set(("flag", flag)), Town).Evaluate("flag", new(Town.Id, environment, null), Now).IsOn.ShouldBe(isOn);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void A_licence_counts_from_its_first_moment_to_its_last(int days, bool isOn)
    {
        var tenant = Town with { EntitledFrom = Now, EntitledUntil = Now + Duration.FromDays(10) };

        Serve(Some.FlagOn() with { Entitlement = "mail" }, tenant: tenant, now: Now + Duration.FromDays(days)).IsOn.ShouldBe(isOn);
    }

    [Fact]
    public void A_tenant_whose_CMS_version_is_unknown_fits_no_version() =>
        Serve(Some.FlagOn() with { CmsVersions = ">=0.0.0" }, tenant: Town with { CmsVersion = null }).Reason.ShouldBe(FlagReason.Version);

    [Fact]
    public void A_tenant_that_is_named_goes_before_what_it_shares_with_others()
    {
        var flag = Some.Flag(
            new FlagStrategy.Percentage(Bucketing.Whole, BucketBy.Tenant, "off"), new FlagStrategy.Tenants([Town.Id], "on"));

        Serve(flag, tenant: Town).ShouldBe(new FlagAnswer(flag.Variant("on"), FlagReason.TargetingMatch, FlagErrorCode.None, true));
        Serve(flag).Reason.ShouldBe(FlagReason.Split);
    }

    [Fact]
    public void Nobody_answers_means_the_default() =>
        Serve(Some.Flag(new FlagStrategy.Percentage(0, BucketBy.Tenant, "on"))).Reason.ShouldBe(FlagReason.Default);

    [Fact]
    public void A_split_by_account_needs_an_account()
    {
        var flag = Some.Flag(new FlagStrategy.Percentage(5_000, BucketBy.Account, "on"));

        Serve(flag, account: null).ShouldBe(
            new FlagAnswer(flag.Variant("off"), FlagReason.Error, FlagErrorCode.TargetingKeyMissing, false));
        Serve(flag, account: "").Error.ShouldBe(FlagErrorCode.TargetingKeyMissing);
        Serve(flag, account: "anna").Error.ShouldBe(FlagErrorCode.None);
    }

    [Fact]
    public void A_strategy_that_answered_before_needs_no_account() =>
        Serve(Some.Flag(new FlagStrategy.Everyone("on"), new FlagStrategy.Percentage(5_000, BucketBy.Account, "on"))).Error.ShouldBe(
            FlagErrorCode.None);

    [Fact]
    public void Raising_a_share_loses_nobody()
    {
        var salt = Some.Word();
        var accounts = Enumerable.Range(0, 500).Select(i => $"account-{i}").ToList();
        HashSet<string> before = [];

        for (var share = 0; share <= Bucketing.Whole; share += 125)
        {
            var flag = Some.Flag(new FlagStrategy.Percentage(share, BucketBy.Account, "on")) with { Salt = salt };
            var snapshot = Snapshot(Set(("flag", flag)), Town);
            var now = accounts.Where(account => snapshot.Evaluate("flag", new(Town.Id, Production, account), Now).IsOn).ToHashSet();
            now.IsSupersetOf(before).ShouldBeTrue($"at {share} basis points");
            before = now;
        }

        before.Count.ShouldBe(accounts.Count);
    }

    [Fact]
    public void Weights_share_everybody_out()
    {
        var flag = Some.Flag(new FlagStrategy.Weights([new("off", 2_500), new("on", 7_500)], BucketBy.Account));
        var snapshot = Snapshot(Set(("flag", flag)), Town);

        var on = Enumerable.Range(0, 10_000).Count(i => snapshot.Evaluate("flag", new(Town.Id, Production, $"{i}"), Now).IsOn);

        on.ShouldBeInRange(7_350, 7_650);
    }

    [Theory]
    [InlineData(TenantAttribute.State, FlagOperator.Equals, "by", true)]
    [InlineData(TenantAttribute.State, FlagOperator.NotEquals, "BY", false)]
    [InlineData(TenantAttribute.State, FlagOperator.In, "NW,BY", true)]
    [InlineData(TenantAttribute.State, FlagOperator.NotIn, "NW,BW", true)]
    [InlineData(TenantAttribute.Plan, FlagOperator.Equals, "standard", true)]
    [InlineData(TenantAttribute.Size, FlagOperator.AtLeast, "12000", true)]
    [InlineData(TenantAttribute.Size, FlagOperator.AtLeast, "12001", false)]
    [InlineData(TenantAttribute.Size, FlagOperator.Below, "12000", false)]
    [InlineData(TenantAttribute.Size, FlagOperator.Equals, "12000", true)]
    [InlineData(TenantAttribute.CmsVersion, FlagOperator.AtLeast, "5.2.0", true)]
    [InlineData(TenantAttribute.CmsVersion, FlagOperator.Below, "5.2.0", false)]
    [InlineData(TenantAttribute.CmsVersion, FlagOperator.In, "5.1.0,5.2.0", true)]
    [InlineData(TenantAttribute.CmsVersion, FlagOperator.InRange, ">=5.0.0 <5.2.0 || ^6.0.0", false)]
    public void A_segment_is_the_tenants_that_fulfil_its_conditions(
        TenantAttribute attribute, FlagOperator comparison, string values, bool isOn)
    {
        var flag = Some.Flag(new FlagStrategy.Segment("on") { Where = [new(attribute, comparison, [.. values.Split(',')])] });

        Serve(flag, tenant: Town).IsOn.ShouldBe(isOn);
    }

    [Theory]
    [InlineData(FlagOperator.NotEquals)]
    [InlineData(FlagOperator.NotIn)]
    public void What_is_unknown_of_a_tenant_fulfils_no_condition(FlagOperator comparison)
    {
        foreach (var (attribute, value) in new[] { (TenantAttribute.State, "BY"), (TenantAttribute.Plan, "x"), (TenantAttribute.Size, "1"),
            (TenantAttribute.CmsVersion, "1.0.0") })
        {
            var flag = Some.Flag(new FlagStrategy.Segment("on") { Where = [new(attribute, comparison, [value])] });
            Serve(flag, tenant: FlagTenant.Unknown(Some.Tenant())).IsOn.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_child_follows_its_parents_and_theirs()
    {
        var set = Set(
            ("a", Some.FlagOn()), ("b", Some.FlagOn() with { Requires = ["a"] }), ("flag", Some.FlagOn() with { Requires = ["b"] }));

        Ask(set).IsOn.ShouldBeTrue();
        foreach (var change in new Func<FeatureFlag, FeatureFlag>[] {
            flag => flag with { KilledAt = Now },
            flag => flag with { ArchivedAt = Now },
            flag => flag with { Definition = flag.Definition with { ExpiresAt = Now } },
            flag => flag with { Definition = flag.Definition with { Enabled = FlagEnvironments.Nowhere } },
            flag => flag with { Definition = flag.Definition with { Strategies = [] } } })
            Ask(set.With("a", change)).Reason.ShouldBe(FlagReason.ParentOff);
    }

    [Fact]
    public void A_circle_in_the_record_ends_as_off()
    {
        var set = Set(("flag", Some.FlagOn() with { Requires = ["b"] }), ("b", Some.FlagOn() with { Requires = ["flag", "missing"] }));

        Ask(set).Reason.ShouldBe(FlagReason.ParentOff);
    }

    [Fact]
    public void A_tenants_own_flag_counts_for_that_tenant_alone()
    {
        var (here, there) = (Some.FlagTenant(), Some.FlagTenant());
        var snapshot = CompiledFlags.Empty.With(
            Platform(Set()), new FlagSource(here, Set(("mine", Some.FlagOn()))), new FlagSource(there, null));

        snapshot.Evaluate("mine", new(here.Id, Production, null), Now).IsOn.ShouldBeTrue();
        snapshot.Evaluate("mine", new(there.Id, Production, null), Now).Error.ShouldBe(FlagErrorCode.FlagNotFound);
        snapshot.Evaluate("mine", new(TenantId.Platform, Production, null), Now).Error.ShouldBe(FlagErrorCode.FlagNotFound);
    }

    [Fact]
    public void The_platforms_flag_goes_before_a_tenants_of_the_same_key()
    {
        var own = new FlagSource(Town, Set(("flag", Some.FlagOn())));

        var before = CompiledFlags.Empty.With(Platform(Set()), own);
        var after = before.With(Platform(Set(("flag", Some.Flag()))));
        var again = after.With(Platform(Set()));

        AskIn(before).IsOn.ShouldBeTrue();
        AskIn(after).IsOn.ShouldBeFalse();
        AskIn(again).IsOn.ShouldBeTrue();
    }

    [Fact]
    public void A_tenant_decides_behind_the_gates_of_an_overridable_flag()
    {
        var own = new FlagSource(Town, Set(("flag", Some.FlagOn())));
        var open = Set(("flag", Some.Flag() with { Overridable = true }));

        AskIn(CompiledFlags.Empty.With(Platform(open), own)).IsOn.ShouldBeTrue();
        AskIn(CompiledFlags.Empty.With(Platform(open.With("flag", flag => flag with { KilledAt = Now })), own)).Reason.ShouldBe(
            FlagReason.Killed);
        var licensed = Set(("flag", Some.Flag() with { Overridable = true, Entitlement = "gold" }));
        AskIn(CompiledFlags.Empty.With(Platform(licensed), own)).Reason.ShouldBe(FlagReason.Licence);
    }

    [Fact]
    public void An_override_changes_what_children_see()
    {
        var platform = Set(("parent", Some.Flag() with { Overridable = true }), ("flag", Some.FlagOn() with { Requires = ["parent"] }));

        AskIn(CompiledFlags.Empty.With(Platform(platform), new FlagSource(Town, null))).Reason.ShouldBe(FlagReason.ParentOff);
        AskIn(CompiledFlags.Empty.With(Platform(platform), new FlagSource(Town, Set(("parent", Some.FlagOn()))))).IsOn.ShouldBeTrue();
    }

    [Fact]
    public void A_tenants_flag_may_require_the_platforms()
    {
        var own = new FlagSource(Town, Set(("flag", Some.FlagOn() with { Requires = ["above"] })));
        var snapshot = CompiledFlags.Empty.With(Platform(Set(("above", Some.FlagOn()))), own);

        AskIn(snapshot).IsOn.ShouldBeTrue();
        AskIn(snapshot.With(Platform(Set(("above", Some.Flag()))))).Reason.ShouldBe(FlagReason.ParentOff);
        AskIn(snapshot.With(Platform(Set()))).Reason.ShouldBe(FlagReason.ParentOff);
    }

    [Fact]
    public void Clients_are_offered_neither_operational_flags_nor_other_tenants()
    {
        var platform = Set(("hidden", Some.FlagOn() with { ServerOnly = true }), ("offered", Some.FlagOn()));
        var snapshot = CompiledFlags.Empty.With(
            Platform(platform), new FlagSource(Town, Set(("mine", Some.FlagOn()))), new FlagSource(
                Some.FlagTenant(), Set(("theirs", Some.FlagOn()))));

        snapshot.EvaluateOffered(new(Town.Id, Production, null), Now).Select(pair => pair.Key).ShouldBe(["mine", "offered"]);
        snapshot.IsOffered("hidden", Town.Id).ShouldBeFalse();
        snapshot.IsOffered("theirs", Town.Id).ShouldBeFalse();
        snapshot.IsOffered("mine", Town.Id).ShouldBeTrue();
    }

    [Fact]
    public void A_value_of_another_type_is_on_when_it_is_not_the_safe_one()
    {
        var flag = Some.Flag(new FlagStrategy.Everyone("large")) with
        {
            Variants = [new("large", FlagValue.Of("XL")), new("small", FlagValue.Of("S"))],
            DefaultVariant = "small",
            SafeVariant = "small",
        };

        Serve(flag).IsOn.ShouldBeTrue();
        Serve(flag with { Strategies = [] }).IsOn.ShouldBeFalse();
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var elsewhere = new FlagStrategy.Segment("off") { Where = [new(TenantAttribute.State, FlagOperator.Equals, ["NW"])] };
        var half = new FlagStrategy.Percentage(5_000, BucketBy.Account, "on");
        var set = Set(("parent", Some.FlagOn()), ("flag", Some.Flag(elsewhere, half) with { Requires = ["parent"] }));
        var snapshot = Snapshot(set, Town);
        var context = new FlagContext(Town.Id, Production, "anna");
        snapshot.Evaluate("flag", context, Now);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
            snapshot.Evaluate("flag", context, Now);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static FlagAnswer Ask(FlagSet set) => AskIn(Snapshot(set, Town));

    private static FlagAnswer AskIn(CompiledFlags snapshot) => snapshot.Evaluate("flag", new(Town.Id, Production, null), Now);
}

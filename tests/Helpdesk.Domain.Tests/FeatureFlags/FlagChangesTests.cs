namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class FlagChangesTests
{
    private readonly FlagStory story = new();

    [Fact]
    public void Who_defines_a_flag_owns_it_and_its_salt_comes_from_its_name()
    {
        story.Define("new-form", Some.Flag() with { Salt = "" }).ShouldBeNull();

        story["new-form"].Definition.Owner.ShouldBe(FlagStory.Operator.Account);
        story["new-form"].Definition.Salt.ShouldBe("new-form");
        story["new-form"].Version.ShouldBe(1);
    }

    [Fact]
    public void Somebody_who_does_not_work_here_becomes_no_owner_but_stays_one_until_another_is_named()
    {
        var stranger = Some.Account();
        story.Define("old-form", Some.Flag() with { Owner = stranger }).ShouldBeNull();
        story.Around = FlagSurroundings.None with { Stranger = stranger };

        story.Define("new-form", Some.Flag() with { Owner = stranger })!.Fields.ShouldHaveSingleItem().Pointer.ShouldBe("/owner");
        story.Change("old-form", story["old-form"].Definition with { Description = "Anders" }).ShouldBeNull();
        story["old-form"].Definition.Owner.ShouldBe(stranger);
    }

    [Fact]
    public void Flags_of_two_tenants_shuffle_differently()
    {
        var (here, there) = (Some.Tenant(), Some.Tenant());
        var elsewhere = new FlagStory();
        story.Define("new-form", Some.Flag() with { Salt = "" }, FlagStory.AdminOf(here)).ShouldBeNull();
        elsewhere.Define("new-form", Some.Flag() with { Salt = "" }, FlagStory.AdminOf(there)).ShouldBeNull();

        story["new-form"].Definition.Salt.ShouldNotBe(elsewhere["new-form"].Definition.Salt);
    }

    [Fact]
    public void A_flag_is_defined_once()
    {
        story.Define("new-form", Some.Flag());

        story.Define("new-form", Some.Flag())!.Code.ShouldBe("flag-exists");
    }

    [Fact]
    public void Two_admins_who_save_at_once_do_not_overwrite_each_other()
    {
        story.Define("new-form", Some.Flag());
        var read = story["new-form"];

        story.Change("new-form", Share(read, 1_000), FlagStory.Operator, read.Version).ShouldBeNull();
        story.Change("new-form", Share(read, 9_000), FlagStory.Colleague, read.Version)!.Kind.ShouldBe(ErrorKind.Stale);

        story["new-form"].Definition.ShouldBe(Share(read, 1_000));
    }

    [Fact]
    public void Changing_one_flag_leaves_the_version_of_others_alone()
    {
        story.Define("first", Some.Flag());
        story.Define("second", Some.Flag());

        story.Change("second", Share(story["second"], 1_000)).ShouldBeNull();

        story["first"].Version.ShouldBe(1);
        story["second"].Version.ShouldBe(2);
    }

    [Fact]
    public void Saving_what_is_already_so_changes_nothing()
    {
        story.Define("new-form", Some.Flag());

        story.Change("new-form", story["new-form"].Definition).ShouldBeNull();

        story.History.Count.ShouldBe(1);
    }

    [Fact]
    public void The_salt_is_fixed()
    {
        story.Define("new-form", Some.Flag());

        Faults(story.Change("new-form", story["new-form"].Definition with { Salt = "another" })).ShouldBe(["/salt immutable"]);
    }

    [Fact]
    public void A_flag_cannot_require_itself_or_what_requires_it()
    {
        story.Define("a", Some.Flag());
        story.Define("b", Some.Flag() with { Requires = ["a"] });
        story.Define("c", Some.Flag() with { Requires = ["b"] });

        Faults(story.Change("a", story["a"].Definition with { Requires = ["a", "c", "nothing"] }))
            .ShouldBe(["/requires/0 cyclic", "/requires/1 cyclic", "/requires/2 unknown-flag"]);
    }

    [Fact]
    public void A_flag_cannot_require_more_than_fifty_counted_through()
    {
        story.Define("flag-0", Some.Flag());
        for (var i = 1; i <= 50; i++)
            story.Define($"flag-{i}", Some.Flag() with { Requires = [$"flag-{i - 1}"] }).ShouldBeNull();

        Faults(story.Define("flag-51", Some.Flag() with { Requires = ["flag-50"] })).ShouldBe(["/requires too-many"]);
        story.Define("root", Some.Flag());
        Faults(story.Change("flag-0", story["flag-0"].Definition with { Requires = ["root"] })).ShouldBe(["/requires too-many"]);
    }

    [Fact]
    public void What_others_require_cannot_be_archived()
    {
        story.Define("parent", Some.Flag());
        story.Define("child", Some.Flag() with { Requires = ["parent"] });

        story.Archive("parent")!.Code.ShouldBe("flag-required");
        story.Archive("child").ShouldBeNull();
        story.Archive("parent").ShouldBeNull();
    }

    [Fact]
    public void What_a_tenant_requires_of_the_platform_cannot_be_archived()
    {
        story.Define("parent", Some.Flag());
        story.Around = new(null, ["musterstadt: child"]);

        story.Archive("parent")!.Message.ShouldContain("musterstadt: child");
    }

    [Fact]
    public void An_archived_flag_keeps_its_key_and_comes_back_by_restoring()
    {
        story.Define("new-form", Some.Flag());
        var first = story["new-form"].Definition;
        story.Change("new-form", Share(story["new-form"], 1_000));
        story.Archive("new-form").ShouldBeNull();

        story.Define("new-form", Some.Flag())!.Code.ShouldBe("flag-exists");
        story.Change("new-form", first)!.Code.ShouldBe("flag-archived");
        story.Restore("new-form", from: 1).ShouldBeNull();

        story["new-form"].IsActive.ShouldBeTrue();
        story["new-form"].Definition.ShouldBe(first);
    }

    [Fact]
    public void A_state_that_never_was_cannot_be_restored()
    {
        story.Define("new-form", Some.Flag());

        story.Restore("new-form", from: 7)!.Code.ShouldBe("no-such-state");
    }

    [Fact]
    public void A_killed_flag_stays_killed_until_it_is_revived()
    {
        story.Define("new-form", Some.Flag());
        story.Kill("new-form").ShouldBeNull();

        story.Kill("new-form")!.Code.ShouldBe("flag-already-killed");
        story.Change("new-form", Share(story["new-form"], 1_000)).ShouldBeNull();
        story["new-form"].IsKilled.ShouldBeTrue();
        story.Revive("new-form").ShouldBeNull();
        story.Revive("new-form")!.Code.ShouldBe("flag-not-killed");
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Operator)]
    public void Only_an_admin_changes_the_flags_of_a_tenant(Role role) =>
        story.Define("new-form", Some.Flag(), new Member(Some.Tenant(), Some.Account(), role))!.Kind.ShouldBe(ErrorKind.Forbidden);

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Agent)]
    public void Only_an_operator_changes_the_flags_of_the_platform(Role role) =>
        story.Define("new-form", Some.Flag(), new Member(TenantId.Platform, Some.Account(), role))!.Kind.ShouldBe(ErrorKind.Forbidden);

    [Fact]
    public void A_tenant_cannot_speak_for_other_tenants()
    {
        var flag = Some.Flag(new FlagStrategy.Tenants([Some.Tenant()], "on")) with { Overridable = true };

        Faults(story.Define("new-form", flag, FlagStory.AdminOf(Some.Tenant()))).ShouldBe(
            ["/strategies/0/type platform-only", "/overridable platform-only"]);
    }

    [Fact]
    public void A_tenant_cannot_take_a_key_of_the_platform()
    {
        story.Around = new(Flags.Set(("new-form", Some.Flag())), []);

        story.Define("new-form", Some.Flag(), FlagStory.AdminOf(Some.Tenant()))!.Code.ShouldBe("flag-belongs-to-platform");
    }

    [Fact]
    public void A_tenant_may_override_where_the_platform_lets_it()
    {
        var admin = FlagStory.AdminOf(Some.Tenant());
        story.Around = new(Flags.Set(("new-form", Some.Flag() with { Overridable = true }), ("other", Some.Flag())), []);
        var texts = Some.Flag() with { Variants = [new("on", FlagValue.Of("ja"))], DefaultVariant = "on", SafeVariant = "on" };

        Faults(story.Define("new-form", Some.Flag() with { Requires = ["other"] }, admin)).ShouldBe(["/requires override"]);
        Faults(story.Define("new-form", texts, admin)).ShouldBe(["/variants override"]);
        story.Define("new-form", Some.FlagOn(), admin).ShouldBeNull();
    }

    [Fact]
    public void A_tenant_cannot_find_out_by_requiring_which_flags_the_platform_hides()
    {
        story.Around = new(Flags.Set(("hidden", Some.Flag() with { ServerOnly = true }), ("offered", Some.Flag())), []);

        var refusal = story.Define(
            "mine", Some.Flag() with { Requires = ["hidden", "nowhere", "offered"] }, FlagStory.AdminOf(Some.Tenant()));

        Faults(refusal).ShouldBe(["/requires/0 unknown-flag", "/requires/1 unknown-flag"]);
    }

    [Fact]
    public void A_reason_is_one_line() =>
        Faults(story.Put("new-form", Some.Flag(), null, reason: "a\nb")).ShouldBe(["/reason control-character"]);

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a/b")]
    public void A_key_is_a_name(string key) => Faults(story.Define(key, Some.Flag())).ShouldBe(["key not-a-key"]);

    [Fact]
    public void A_key_that_is_a_place_in_the_API_is_taken() => Faults(story.Define("stale", Some.Flag())).ShouldBe(["key reserved"]);

    [Fact]
    public void Folding_the_history_gives_the_set_that_is_kept()
    {
        story.Define("new-form", Some.Flag());
        story.Change("new-form", Share(story["new-form"], 1_000));
        story.Kill("new-form");

        var folded = story.History.Aggregate((FlagSet?)null, FlagSet.Apply)!;

        folded.Flags["new-form"].ShouldBe(story["new-form"]);
        folded.Version.ShouldBe(story.Set!.Version);
    }

    private static FlagDefinition Share(FeatureFlag flag, int basisPoints) =>
        flag.Definition with { Strategies = [new FlagStrategy.Percentage(basisPoints, BucketBy.Tenant, "on")] };

    private static IEnumerable<string> Faults(Error? refusal) => refusal!.Fields.Select(fault => $"{fault.Pointer} {fault.Code}");
}

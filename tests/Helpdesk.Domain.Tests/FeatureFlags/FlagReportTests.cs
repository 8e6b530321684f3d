using static Helpdesk.Domain.Tests.FeatureFlags.Flags;

namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class FlagReportTests
{
    [Fact]
    public void A_preview_names_exactly_the_tenants_that_will_have_it()
    {
        var towns = Enumerable.Range(0, 30).Select(_ => Some.FlagTenant()).ToArray();
        var present = Snapshot(Set(("flag", Some.Flag() with { Salt = "salt" })), towns);
        var wanted = Some.Flag(new FlagStrategy.Percentage(3_000, BucketBy.Tenant, "on")) with { Salt = "salt" };

        var preview = FlagPreview.Of(present, TenantId.Platform, "flag", wanted, Production, Now);

        var saved = present.With(Platform(Set(("flag", wanted))));
        preview.Tenants.Where(town => town.After.IsOn).Select(town => town.Id).ShouldBe(
            towns.Where(town => saved.Evaluate("flag", new(town.Id, Production, null), Now).IsOn).Select(town => town.Id),
            ignoreOrder: true);
        preview.Tenants.Length.ShouldBe(30);
        preview.Tenants.Where(town => town.Changes).ShouldNotBeEmpty();
        present.Evaluate("flag", new(towns[0].Id, Production, null), Now).IsOn.ShouldBeFalse();
    }

    [Fact]
    public void A_preview_says_where_it_depends_on_the_account()
    {
        var town = Some.FlagTenant();
        var wanted = Some.Flag(new FlagStrategy.Percentage(3_000, BucketBy.Account, "on"));

        FlagPreview.Of(Snapshot(Set(), town), TenantId.Platform, "flag", wanted, Production, Now).Tenants
            .ShouldHaveSingleItem().DependsOnAccount.ShouldBeTrue();
    }

    [Fact]
    public void A_preview_of_a_tenants_own_flag_is_about_that_tenant()
    {
        var (here, there) = (Some.FlagTenant(), Some.FlagTenant());

        FlagPreview.Of(Snapshot(Set(), here, there), here.Id, "mine", Some.FlagOn(), Production, Now).Tenants.ShouldHaveSingleItem().Id
            .ShouldBe(here.Id);
    }

    [Theory]
    [InlineData(89, null)]
    [InlineData(90, Staleness.FullyOn)]
    public void What_everybody_has_had_for_long_could_go(int days, Staleness? expected) =>
        ReasonsAfter(days, Some.FlagOn()).ShouldBe(expected is { } one ? [one] : []);

    [Fact]
    public void What_nobody_has_had_for_long_could_go()
    {
        ReasonsAfter(90, Some.FlagOn() with { Enabled = FlagEnvironments.Nowhere }).ShouldBe([Staleness.FullyOff]);
        ReasonsAfter(90, Some.Flag()).ShouldBe([Staleness.FullyOff]);
        ReasonsAfter(90, Some.Flag(new FlagStrategy.Percentage(0, BucketBy.Tenant, "on"))).ShouldBe([Staleness.FullyOff]);
    }

    [Fact]
    public void What_still_tells_some_from_others_stays()
    {
        ReasonsAfter(900, Some.Flag(new FlagStrategy.Percentage(5_000, BucketBy.Tenant, "on"))).ShouldBeEmpty();
        ReasonsAfter(900, Some.FlagOn() with { Enabled = new(true, [new("staging", false)]) }).ShouldBeEmpty();
    }

    [Fact]
    public void What_has_ended_or_lost_its_owner_is_listed_at_once()
    {
        ReasonsAfter(0, Some.FlagOn() with { ExpiresAt = Now }).ShouldBe([Staleness.Expired]);
        ReasonsAfter(0, Some.FlagOn() with { Owner = Gone }).ShouldBe([Staleness.OwnerGone]);
    }

    [Fact]
    public void The_history_tells_who_when_old_new_and_why()
    {
        var story = new FlagStory();
        story.Put("flag", Some.Flag(), null, reason: "Begin.");
        story.Define("other", Some.Flag());
        story.Now += Duration.FromHours(1);
        story.Put("flag", Some.FlagOn() with { Salt = "" }, 1, FlagStory.Colleague, "Go.");

        var last = FlagHistory.Of(story.History, "flag")[^1];

        (last.Act, last.By, last.At, last.Reason, last.Version).ShouldBe(
            (FlagAct.Change, FlagStory.Colleague.Account, story.Now, "Go.", 2));
        last.Before!.Definition.Strategies.ShouldBeEmpty();
        last.After.Definition.Strategies.Length.ShouldBe(1);
        FlagHistory.DefinitionAt(story.History, "flag", 1)!.Strategies.ShouldBeEmpty();
        FlagHistory.DefinitionAt(story.History, "flag", 3).ShouldBeNull();
    }

    private static readonly AccountId Gone = Some.Account();

    private static IEnumerable<Staleness> ReasonsAfter(int days, FlagDefinition flag) =>
        StaleFlags.Of(Set(("flag", flag)), Now + Duration.FromDays(days), StaleFlags.UsualAge, owner => owner == Gone).SelectMany(
            stale => stale.Reasons);
}

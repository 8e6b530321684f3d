namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class FlagApprovalTests
{
    private readonly FlagStory story = new();

    public FlagApprovalTests() => story.Define("careful", Some.Flag() with { FourEyes = true }).ShouldBeNull();

    [Fact]
    public void A_change_acts_when_a_second_person_approves()
    {
        var before = story["careful"].Definition;

        story.Change("careful", before with { Description = "New" }).ShouldBeNull();
        story["careful"].Definition.ShouldBe(before);
        story.Approve("careful", FlagStory.Operator)!.Code.ShouldBe("four-eyes-same-person");
        story.Approve("careful", FlagStory.Colleague).ShouldBeNull();

        story["careful"].Definition.Description.ShouldBe("New");
        story["careful"].Proposal.ShouldBeNull();
    }

    [Fact]
    public void Four_eyes_cannot_be_switched_off_by_two()
    {
        story.Change("careful", story["careful"].Definition with { FourEyes = false }).ShouldBeNull();

        story["careful"].Definition.FourEyes.ShouldBeTrue();
    }

    [Fact]
    public void One_change_waits_at_a_time()
    {
        story.Change("careful", story["careful"].Definition with { Description = "First" });

        story.Change("careful", story["careful"].Definition with { Description = "Second" })!.Code.ShouldBe("flag-change-pending");
    }

    [Fact]
    public void A_rejected_change_leaves_everything_as_it_was()
    {
        var before = story["careful"].Definition;
        story.Change("careful", before with { Description = "New" });

        story.Reject("careful", FlagStory.Colleague).ShouldBeNull();

        story["careful"].Definition.ShouldBe(before);
        story.Approve("careful", FlagStory.Colleague)!.Code.ShouldBe("flag-nothing-pending");
    }

    [Fact]
    public void Killing_needs_no_second_person_but_reviving_does()
    {
        story.Kill("careful").ShouldBeNull();
        story["careful"].IsKilled.ShouldBeTrue();

        story.Revive("careful").ShouldBeNull();
        story["careful"].IsKilled.ShouldBeTrue();
        story.Approve("careful", FlagStory.Colleague).ShouldBeNull();
        story["careful"].IsKilled.ShouldBeFalse();
    }

    [Fact]
    public void Archiving_and_restoring_need_a_second_person_too()
    {
        story.Archive("careful").ShouldBeNull();
        story["careful"].IsActive.ShouldBeTrue();
        story.Approve("careful", FlagStory.Colleague).ShouldBeNull();
        story["careful"].IsActive.ShouldBeFalse();

        story.Restore("careful", from: 1).ShouldBeNull();
        story["careful"].IsActive.ShouldBeFalse();
        story.Approve("careful", FlagStory.Colleague).ShouldBeNull();
        story["careful"].IsActive.ShouldBeTrue();
    }

    [Fact]
    public void The_rules_are_asked_again_on_approval()
    {
        story.Define("parent", Some.Flag());
        story.Change("careful", story["careful"].Definition with { Requires = ["parent"] }).ShouldBeNull();
        story.Archive("parent").ShouldBeNull();

        story.Approve("careful", FlagStory.Colleague)!.Fields.ShouldHaveSingleItem().Code.ShouldBe("unknown-flag");
    }

    [Fact]
    public void The_history_says_who_proposed_and_who_approved()
    {
        story.Change("careful", story["careful"].Definition with { Description = "New" });
        story.Approve("careful", FlagStory.Colleague);

        var history = FlagHistory.Of(story.History, "careful");

        history.Select(revision => (revision.Act, revision.By, revision.Version)).ShouldBe(
        [
            (FlagAct.Define, FlagStory.Operator.Account, 1),
            (FlagAct.Propose, FlagStory.Operator.Account, 2),
            (FlagAct.Approve, FlagStory.Colleague.Account, 3),
            (FlagAct.Change, FlagStory.Colleague.Account, 4),
        ]);
        history[^1].Before!.Definition.Description.ShouldNotBe("New");
        history[^1].After.Definition.Description.ShouldBe("New");
    }
}

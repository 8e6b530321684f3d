namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class FlagExpiryTests
{
    private readonly FlagStory story = new();
    private readonly Instant end;

    public FlagExpiryTests()
    {
        end = story.Now + Duration.FromDays(30);
        story.Define("passing", Some.FlagOn() with { ExpiresAt = end }).ShouldBeNull();
    }

    [Fact]
    public void The_owner_is_told_fourteen_and_three_days_before_and_at_the_end()
    {
        DueAt().ShouldBe(Before(14));
        LookAt(Before(14) - Duration.FromSeconds(1)).ShouldBeEmpty();
        LookAt(Before(14)).ShouldBe([new FlagSetEvent.ExpiryWarned("passing", FlagStory.Operator.Account, 14)]);
        DueAt().ShouldBe(Before(3));
        LookAt(Before(3)).ShouldBe([new FlagSetEvent.ExpiryWarned("passing", FlagStory.Operator.Account, 3)]);
        DueAt().ShouldBe(end);
        LookAt(end).ShouldBe([new FlagSetEvent.Expired("passing", FlagStory.Operator.Account)]);
        DueAt().ShouldBeNull();
        LookAt(end + Duration.FromDays(1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_second_look_owes_nothing()
    {
        LookAt(Before(14)).Count.ShouldBe(1);

        LookAt(Before(13)).ShouldBeEmpty();
    }

    [Fact]
    public void After_a_long_pause_only_the_latest_stage_is_told() =>
        LookAt(end + Duration.FromDays(1)).ShouldBe([new FlagSetEvent.Expired("passing", FlagStory.Operator.Account)]);

    [Fact]
    public void Being_told_does_not_make_anybodys_version_stale()
    {
        var read = story["passing"].Version;

        LookAt(Before(14));

        story["passing"].Version.ShouldBe(read);
    }

    [Fact]
    public void A_new_end_starts_the_warnings_anew()
    {
        LookAt(Before(14));
        story.Change("passing", story["passing"].Definition with { ExpiresAt = end + Duration.FromDays(30) });

        DueAt().ShouldBe(LocalDays.After(end + Duration.FromDays(30), -14, FlagExpiry.Zone));
    }

    [Fact]
    public void Who_sets_an_end_in_ten_days_is_warned_three_days_before()
    {
        story.Change("passing", story["passing"].Definition with { ExpiresAt = story.Now + Duration.FromDays(10) });

        DueAt().ShouldBe(story.Now + Duration.FromDays(7));
    }

    [Fact]
    public void An_archived_flag_owes_no_warning()
    {
        story.Archive("passing");

        DueAt().ShouldBeNull();
    }

    [Fact]
    public void The_safe_variant_is_served_from_the_very_moment_whether_or_not_anybody_looked()
    {
        var flag = story["passing"].Definition;

        Flags.Serve(flag, now: end - Duration.Epsilon).IsOn.ShouldBeTrue();
        Flags.Serve(flag, now: end).ShouldBe(new FlagAnswer(flag.Variant("off"), FlagReason.Expired, FlagErrorCode.None, false));
    }

    // So many days of the platform before the end.
    private Instant Before(int days) => LocalDays.After(end, -days, FlagExpiry.Zone);

    private IReadOnlyList<FlagSetEvent> LookAt(Instant moment)
    {
        story.Now = moment;
        return story.Look();
    }

    private Instant? DueAt() => story.Set!.Due.TryGetValue(FlagExpiry.DueKind, out var due) ? due : null;
}

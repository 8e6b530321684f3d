namespace Helpdesk.Postgres.Tests.Sql;

public sealed class PulseTests
{
    [Fact]
    public void It_is_silent_after_so_many_looks_in_vain_and_heard_at_the_first_answer()
    {
        var pulse = Pulse.Of(TimeSpan.FromSeconds(3));
        for (var look = 0; look < 11; look++)
            pulse = pulse.Missed();
        pulse.IsSilent.ShouldBeFalse();

        pulse = pulse.Missed();
        pulse.IsSilent.ShouldBeTrue();
        for (var look = 0; look < 1_000; look++)
            pulse = pulse.Missed();

        (pulse.Heard().IsSilent, pulse.Heard().IsInDoubt).ShouldBe((false, false));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(30, 20)]
    public void An_answer_is_overdue_long_before_it_is_silent(int silence, int looks)
    {
        var pulse = Pulse.Of(TimeSpan.FromSeconds(silence));
        for (var look = 0; look < looks; look++)
        {
            pulse.IsInDoubt.ShouldBeFalse();
            pulse = pulse.Missed();
        }

        (pulse.IsInDoubt, pulse.IsSilent).ShouldBe((true, false));
    }

    [Fact]
    public void What_was_heard_in_between_counts_from_the_beginning()
    {
        var pulse = Pulse.Of(TimeSpan.FromSeconds(1)).Missed().Missed().Missed().Heard().Missed().Missed().Missed();

        pulse.IsSilent.ShouldBeFalse();
        pulse.Missed().IsSilent.ShouldBeTrue();
    }
}

using Helpdesk.Domain.Clocks;

namespace Helpdesk.Domain.Tests.Clocks;

public sealed class ClockRulesTests
{
    [Theory]
    [InlineData(0, ClockState.Right)]
    [InlineData(2_000, ClockState.Right)]
    [InlineData(2_001, ClockState.Off)]
    [InlineData(30_000, ClockState.Off)]
    [InlineData(30_001, ClockState.Wrong)]
    [InlineData(3_456_000_000, ClockState.Wrong)]
    public void A_clock_is_judged_alike_whether_it_is_ahead_or_behind(long milliseconds, ClockState state)
    {
        ClockRules.StateOf(Duration.FromMilliseconds(milliseconds)).ShouldBe(state);
        ClockRules.StateOf(Duration.FromMilliseconds(-milliseconds)).ShouldBe(state);
    }

    [Fact]
    public void Only_a_clock_that_was_compared_and_is_near_enough_may_fire() =>
        Enum.GetValues<ClockState>().Where(state => state.MayFire()).ShouldBe([ClockState.Right, ClockState.Off]);

    [Fact]
    public void A_clock_that_was_never_compared_is_unknown() => ClockRules.StateOf(null).ShouldBe(ClockState.Unknown);
}

namespace Helpdesk.Domain.Tests.Sla;

public sealed class SlaDurationTests
{
    [Theory]
    [InlineData("PT8H", 28_800, "PT8H")]
    [InlineData("P3D", 259_200, "PT72H")]
    [InlineData("P1W", 604_800, "PT168H")]
    [InlineData("P1DT12H30M15S", 131_415, "PT36H30M15S")]
    [InlineData("PT90M", 5400, "PT1H30M")]
    [InlineData("PT0S", 0, "PT0S")]
    [InlineData("P0D", 0, "PT0S")]
    [InlineData("-PT30M", -1800, "-PT30M")]
    public void Fixed_units_are_read_and_written(string text, long seconds, string written)
    {
        SlaDuration.Parse(text).ShouldBe(Duration.FromSeconds(seconds));
        SlaDuration.Format(Duration.FromSeconds(seconds)).ShouldBe(written);
    }

    [Theory]
    [InlineData("P100Y")]
    [InlineData("P1M")]
    [InlineData("PT1.5H")]
    [InlineData("PT")]
    [InlineData("P")]
    [InlineData("P1DT")]
    [InlineData("8H")]
    [InlineData("pt8h")]
    [InlineData("PT8H\n")]
    [InlineData(" PT8H")]
    [InlineData("PT1M1H")]
    [InlineData("PT8H8H")]
    [InlineData("PT٨H")]
    [InlineData("PT1234567890H")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_duration(string? text) => SlaDuration.Parse(text).ShouldBeNull();

    [Fact]
    public void The_longest_text_is_still_a_duration() =>
        SlaDuration.Parse("P999999999W")!.Value.ShouldBeGreaterThan(Duration.FromDays(36_525));
}

namespace Helpdesk.Api.Tests.Http;

/// <summary>Moments come as other languages write them, and leave in one form.</summary>
public sealed class MomentsTests
{
    [Theory]
    [InlineData("2026-03-27T16:30:00+01:00", "2026-03-27T15:30:00.000000Z")]
    [InlineData("2026-03-27T16:30Z", "2026-03-27T16:30:00.000000Z")]
    [InlineData("2026-03-27t16:30:00z", "2026-03-27T16:30:00.000000Z")]
    [InlineData("2026-03-27T16:30:00.1Z", "2026-03-27T16:30:00.100000Z")]
    [InlineData("2026-03-27T16:30:00.123456789Z", "2026-03-27T16:30:00.123456Z")]
    [InlineData("2026-03-27T23:59:59.999999999Z", "2026-03-27T23:59:59.999999Z")]
    [InlineData("2026-03-27T16:30:00.999999999-05:30", "2026-03-27T22:00:00.999999Z")]
    public void What_others_write_is_understood_and_cut_to_microseconds(string text, string written)
    {
        var bytes = new byte[Moments.MostBytes];

        Encoding.ASCII.GetString(bytes, 0, Moments.Write(Moments.Parse(text)!.Value, bytes)).ShouldBe(written);
    }

    [Theory]
    [InlineData("2026-03-27T16:30:00")]
    [InlineData("2026-03-27 16:30:00Z")]
    [InlineData("2026-03-27T16:30:00.Z")]
    [InlineData("2026-03-27T16:30:00.1234567890Z")]
    [InlineData("2026-03-27T24:00:00Z")]
    [InlineData("2026-03-27T16:30:60Z")]
    [InlineData("2026-02-30T16:30:00Z")]
    [InlineData("2026-03-27T16:30:00+0100")]
    [InlineData("2026-03-27T16:30:00+15:00")]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("2200-01-01T00:00:00Z")]
    [InlineData("٢026-03-27T16:30:00Z")]
    [InlineData("")]
    [InlineData(null)]
    public void What_could_mean_anything_is_not(string? text) => Moments.Parse(text).ShouldBeNull();

    [Fact]
    public void A_plus_sign_that_became_a_space_is_told_from_other_mistakes()
    {
        Moments.LostItsPlus("2026-03-27T16:30:00 01:00").ShouldBeTrue();
        Moments.LostItsPlus("2026-03-27 16:30:00").ShouldBeFalse();
    }
}

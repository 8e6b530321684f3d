using System.Text;
using Helpdesk.Postgres.SignIn;

namespace Helpdesk.Postgres.Tests.SignIn;

public sealed class TotpTests
{
    // RFC 6238, appendix B: the same secret and moments; the last six of its eight digits.
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_vectors_of_the_standard_hold(long seconds, string code)
    {
        var now = Instant.FromUnixTimeSeconds(seconds);

        Totp.Code(Secret, Totp.StepAt(now)).ShouldBe(code);
        Totp.Match(Secret, code, now, lastUsed: 0).ShouldBe(Totp.StepAt(now));
    }

    [Fact]
    public void A_clock_may_be_one_step_off_and_not_two()
    {
        var now = Instant.FromUnixTimeSeconds(1_234_567_890);
        var code = Totp.Code(Secret, Totp.StepAt(now));

        foreach (var steps in (int[])[-1, 0, 1])
            Totp.Match(Secret, code, now + Duration.FromSeconds(30 * steps), lastUsed: 0).ShouldNotBeNull();
        foreach (var steps in (int[])[-2, 2])
            Totp.Match(Secret, code, now + Duration.FromSeconds(30 * steps), lastUsed: 0).ShouldBeNull();
    }

    [Fact]
    public void A_code_works_once()
    {
        var now = Instant.FromUnixTimeSeconds(1_234_567_890);
        var code = Totp.Code(Secret, Totp.StepAt(now));
        var used = Totp.Match(Secret, code, now, lastUsed: 0)!.Value;

        Totp.Match(Secret, code, now, used).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, used - 1), now, used).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, used + 1), now, used).ShouldBe(used + 1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("28708a")]
    [InlineData("٢٨٧٠٨٢")]
    [InlineData(" 87082")]
    public void What_is_no_code_is_not_compared(string? code) =>
        Totp.Match(Secret, code, Instant.FromUnixTimeSeconds(59), 0).ShouldBeNull();

    [Fact]
    public void Apps_can_read_the_address() =>
        Totp.Uri(Secret, "Musterstadt Helpdesk", "agentin@musterstadt.example").ShouldBe(
            "otpauth://totp/Musterstadt%20Helpdesk:agentin%40musterstadt.example?"
            + "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Musterstadt%20Helpdesk&algorithm=SHA1&digits=6&period=30");
}

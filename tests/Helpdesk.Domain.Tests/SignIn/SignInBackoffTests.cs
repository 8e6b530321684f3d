namespace Helpdesk.Domain.Tests.SignIn;

public sealed class SignInBackoffTests
{
    private static readonly Instant Start = Some.Moment();

    [Fact]
    public void The_sixth_try_of_a_pair_has_to_wait()
    {
        var tries = new FailedTries(0, Start);
        for (var i = 0; i < 5; i++)
        {
            SignInBackoff.Pair.Wait(tries, Start).ShouldBe(Duration.Zero);
            tries = SignInBackoff.Pair.Charge(tries, Start);
        }

        SignInBackoff.Pair.Wait(tries, Start).ShouldBe(Duration.FromSeconds(30));
        SignInBackoff.Pair.Wait(tries, Start + Duration.FromSeconds(29)).ShouldBe(Duration.FromSeconds(1));
        SignInBackoff.Pair.Wait(tries, Start + Duration.FromSeconds(30)).ShouldBe(Duration.Zero);
    }

    [Theory]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(9, 480)]
    [InlineData(10, 900)]
    [InlineData(1_000_000, 900)]
    public void Waits_double_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        SignInBackoff.Pair.Wait(new(failures, Start), Start).ShouldBe(Duration.FromSeconds(seconds));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 4)]
    [InlineData(6, 8)]
    [InlineData(7, 16)]
    [InlineData(8, 32)]
    [InlineData(9, 64)]
    [InlineData(10, 128)]
    [InlineData(11, 256)]
    [InlineData(12, 512)]
    [InlineData(13, 720)]
    [InlineData(14, 720)]
    [InlineData(1_000_000, 720)]
    public void While_strangers_guess_waits_begin_with_a_minute_and_double_up_to_half_a_day(int failures, int minutes) =>
        SignInBackoff.StrictPair.Wait(new(failures, Start), Start).ShouldBe(Duration.FromMinutes(minutes));

    [Fact]
    public void To_wait_out_the_longest_wait_brings_no_new_free_tries()
    {
        foreach (var backoff in (SignInBackoff[])[SignInBackoff.Pair, SignInBackoff.StrictPair, SignInBackoff.Block, SignInBackoff.Codes])
            backoff.Longest.ShouldBeLessThan(backoff.Forgets);
    }

    [Fact]
    public void A_quiet_day_is_forgiven()
    {
        var tries = new FailedTries(20, Start);

        SignInBackoff.Pair.Charge(tries, Start + Duration.FromHours(24)).Count.ShouldBe(1);
        SignInBackoff.Pair.Charge(tries, Start + Duration.FromHours(23)).Count.ShouldBe(21);
    }

    [Fact]
    public void Second_factors_are_looked_at_so_rarely_that_a_days_chance_is_one_in_five_thousand()
    {
        var (tries, judged) = (new FailedTries(0, Start), 0);
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var now = Start + Duration.FromMinutes(minute);
            for (; SignInBackoff.Codes.Wait(tries, now) == Duration.Zero; judged++)
                tries = SignInBackoff.Codes.Charge(tries, now);
        }

        (judged * 3 / 1_000_000d).ShouldBeLessThan(1 / 5_000d); // three codes are right at a time
    }

    [Fact]
    public void Three_mails_an_hour_and_no_more()
    {
        var mails = new FailedTries(0, Start);
        for (var i = 0; i < 3; i++)
            mails = SignInBackoff.Mail.Charge(mails, Start);

        SignInBackoff.Mail.Wait(mails, Start + Duration.FromMinutes(59)).ShouldBeGreaterThan(Duration.Zero);
        SignInBackoff.Mail.Wait(mails, Start + Duration.FromHours(1)).ShouldBe(Duration.Zero);
    }
}

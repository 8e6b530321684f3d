using Helpdesk.Postgres.SignIn;

namespace Helpdesk.Postgres.Tests.SignIn;

public sealed class SecondFactorsTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly ISecondFactors factors = record.Get<ISecondFactors>();

    [Fact]
    public async Task Nothing_is_asked_for_before_a_code_is_confirmed()
    {
        var who = await record.Member(tenant, Role.Agent);
        var secret = (await factors.Begin(await Candidate(who), record.Trace(who), default)).Value;

        secret.Length.ShouldBe(Totp.SecretLength);
        (await Candidate(who)).HasSecondFactor.ShouldBeFalse();
        (await factors.Confirm(await Candidate(who), "000000", record.Trace(who), default)).IsOk.ShouldBeFalse();
        (await record.TrySignIn(who)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_lets_in_once_and_no_code_lets_nobody_in()
    {
        var (who, secret, _) = await Enrolled();
        var now = Some.Moment() + Duration.FromMinutes(5);
        var code = Totp.Code(secret, Totp.StepAt(now));

        (await record.TrySignIn(who, at: now)).Error.ShouldBe(SignInErrors.SecondFactorInvalid);
        (await record.TrySignIn(who, at: now, code: code)).IsOk.ShouldBeTrue();
        (await record.TrySignIn(who, at: now, code: code)).Error.ShouldBe(SignInErrors.SecondFactorInvalid);
    }

    [Fact]
    public async Task The_same_code_at_the_same_moment_lets_one_in()
    {
        var (who, secret, _) = await Enrolled();
        var now = Some.Moment() + Duration.FromMinutes(5);
        var code = Totp.Code(secret, Totp.StepAt(now));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => record.TrySignIn(who, at: now, code: code)));

        answers.Count(answer => answer.IsOk).ShouldBe(1);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var (who, _, codes) = await Enrolled();

        codes.Count.ShouldBe(RecoveryCodes.Count);
        codes.Distinct().Count().ShouldBe(codes.Count);
        (await record.TrySignIn(who, code: codes[3].ToUpperInvariant())).IsOk.ShouldBeTrue();
        (await record.TrySignIn(who, code: codes[3])).IsOk.ShouldBeFalse();
        (await record.TrySignIn(who, code: codes[4])).IsOk.ShouldBeTrue();
        (await record.Kinds(tenant, who.Account.Value)).Count(kind => kind == "account.recovery_code_used").ShouldBe(2);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        var (who, _, codes) = await Enrolled();

        var renewed = (await factors.RenewRecoveryCodes(await Candidate(who), codes[0], record.Trace(who), default)).Value;

        (await record.TrySignIn(who, code: codes[1])).IsOk.ShouldBeFalse();
        (await record.TrySignIn(who, code: renewed[0])).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_switched_off_with_a_code_and_not_without()
    {
        var (who, _, codes) = await Enrolled();

        (await factors.Begin(await Candidate(who), record.Trace(who), default)).Error.ShouldBe(SignInErrors.SecondFactorOn);
        (await factors.Disable(await Candidate(who), "000000", record.Trace(who), default)).ShouldBe(SignInErrors.SecondFactorInvalid);
        (await factors.Disable(await Candidate(who), codes[0], record.Trace(who), default)).ShouldBeNull();
        (await factors.Disable(await Candidate(who), codes[1], record.Trace(who), default)).ShouldBe(SignInErrors.NoSecondFactor);
        (await record.TrySignIn(who)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Secrets_are_not_readable_in_the_database()
    {
        var (who, secret, codes) = await Enrolled();

        var row = (await record.Column($"select account::text from account where tenant_id = '{tenant}' and id = '{who.Account}'"))
            .Single();

        row.ShouldNotContain(Convert.ToHexString(secret), Case.Insensitive);
        row.ShouldNotContain(codes[0]);
    }

    private async Task<(Membership Who, byte[] Secret, IReadOnlyList<string> Codes)> Enrolled()
    {
        var who = await record.Member(tenant, Role.Agent);
        var secret = (await factors.Begin(await Candidate(who), record.Trace(who), default)).Value;
        var now = Some.Moment();
        var codes = (
            await factors.Confirm(await Candidate(who), Totp.Code(secret, Totp.StepAt(now)), record.Trace(who, now), default)).Value;
        (await Candidate(who)).HasSecondFactor.ShouldBeTrue();
        return (who, secret, codes);
    }

    private async Task<SignInCandidate> Candidate(Membership who) => (await record.Get<IAccounts>().Find(tenant, who.Account, default))!;
}

using Helpdesk.Domain.Mail;
using Helpdesk.Postgres.Mail;
using Helpdesk.Postgres.SignIn;

namespace Helpdesk.Postgres.Tests.SignIn;

public sealed class AccountsTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly IAccounts accounts = record.Get<IAccounts>();

    [Fact]
    public async Task Signing_in_from_many_windows_at_once_succeeds_in_all_of_them()
    {
        // Whose rows come in which order depends on hashes: with twenty people every order occurs.
        for (var person = 0; person < 20; person++)
        {
            var who = await record.Member(tenant);

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => record.TrySignIn(who)));

            answers.ShouldAllBe(answer => answer.IsOk);
        }
    }

    [Fact]
    public async Task A_candidate_is_found_by_any_spelling_of_the_address()
    {
        var who = await record.Member(tenant, email: "Erika.Straße@example.org");

        (await accounts.Find(tenant, EmailAddress.Parse("ERIKA.STRASSE@EXAMPLE.ORG").Value, default))!.Account.ShouldBe(who.Account);
        (await accounts.Find(Some.Tenant(), who.Email, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Service_staff_sign_in_where_they_serve_and_nowhere_else()
    {
        var serving = await record.ServiceStaff(tenant);

        var found = await accounts.Find(tenant, serving.Email, default);
        found!.IsActive.ShouldBeTrue();
        found.PasswordHash.ShouldNotBeNull();
        (await accounts.Find(Some.Tenant(), serving.Email, default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_sixth_failure_waits_even_when_many_come_at_once()
    {
        var now = Some.Moment();
        var attempt = new SignInTry(tenant, "somebody@example.org", "203.0.113.7", null, now);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => accounts.Charge(attempt, default)));

        verdicts.Count(verdict => verdict.Wait == Duration.Zero).ShouldBe(5);
        (await accounts.Charge(attempt with { Network = "198.51.100.9" }, default)).Wait.ShouldBe(Duration.Zero);
        (await accounts.Charge(attempt with { EmailKey = "other@example.org" }, default)).Wait.ShouldBe(Duration.Zero);
        (await accounts.Charge(attempt with { At = now + Duration.FromSeconds(30) }, default)).Wait.ShouldBe(Duration.Zero);
    }

    [Fact]
    public async Task A_known_device_is_not_slowed_down_by_others()
    {
        var who = await record.Member(tenant);
        var device = NewSessions.Hash((await record.SignIn(who)).Device!);
        var now = Some.Moment();
        var guess = new SignInTry(tenant, who.Email.Key, "203.0.113.7", null, now);
        for (var i = 0; i < 10; i++)
            await accounts.Charge(guess, default);

        (await accounts.Charge(guess, default)).Wait.ShouldBeGreaterThan(Duration.Zero);
        var own = await accounts.Charge(guess with { Device = device }, default);
        own.ShouldBe(new TryVerdict(Duration.Zero, FromKnownDevice: true));
        (await accounts.Charge(guess with { Device = new byte[32] }, default)).Wait.ShouldBeGreaterThan(Duration.Zero);
        (await accounts.Charge(guess with { Device = device, EmailKey = "other@example.org" }, default)).FromKnownDevice.ShouldBeFalse();
    }

    [Fact]
    public async Task Getting_in_makes_up_for_failures()
    {
        var who = await record.Member(tenant);
        var now = Some.Moment();
        var attempt = new SignInTry(tenant, who.Email.Key, "203.0.113.7", null, now);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                (await accounts.Charge(attempt, default)).Wait.ShouldBe(Duration.Zero);
            await record.SignIn(who, at: now);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Strangers_keep_no_network_waiting_where_nothing_failed_and_make_it_strict_for_all_whether_or_not_the_name_exists(
        bool exists)
    {
        var email = exists ? (await record.Member(tenant)).Email.Key : Some.Email();
        var now = Some.Moment();
        for (var i = 0; i < 50; i++)
            (await Fail(new(tenant, email, $"192.0.2.{i}", null, now))).Wait.ShouldBe(Duration.Zero);

        var fresh = new SignInTry(tenant, email, "198.51.100.9", null, now);
        for (var i = 0; i < 3; i++)
            (await Fail(fresh)).Wait.ShouldBe(Duration.Zero);
        (await Fail(fresh)).Wait.ShouldBe(Duration.FromMinutes(1));
        for (var i = 50; i < 60; i++)
            await Fail(new(tenant, email, $"192.0.2.{i}", null, now + Duration.FromSeconds(59)));
        (await accounts.Charge(fresh with { At = now + Duration.FromMinutes(1) }, default)).Wait.ShouldBe(
            Duration.Zero, "the wait is its own");

        // A day after the first of them it is calm again: five have room, and then half a minute is long enough.
        var calm = fresh with { Network = "198.51.100.10", At = now + Duration.FromHours(24) };
        for (var i = 0; i < 5; i++)
            (await Fail(calm)).Wait.ShouldBe(Duration.Zero);
        (await Fail(calm)).Wait.ShouldBe(Duration.FromSeconds(30));
    }

    [Fact]
    public async Task Of_an_IPv6_customers_networks_sixty_may_fail()
    {
        var (email, now) = (Some.Email(), Some.Moment());
        for (var i = 0; i < 60; i++)
            (await Fail(new(tenant, email, $"2001:db8:7:{i:x}::/64", null, now, "2001:db8:7::/48"))).Wait.ShouldBe(Duration.Zero);

        (await Fail(new(tenant, email, "2001:db8:7:ffff::/64", null, now, "2001:db8:7::/48"))).Wait.ShouldBe(Duration.FromSeconds(30));
        (await Fail(new(tenant, email, "2001:db8:8::/64", null, now, "2001:db8:8::/48"))).Wait.ShouldBe(Duration.Zero);
    }

    [Fact]
    public async Task Second_factors_count_by_themselves_across_networks_and_hosts_except_from_where_one_signed_in()
    {
        var serving = await record.ServiceStaff(tenant);
        var who = (await accounts.Find(tenant, serving.Email, default))!;
        var now = Some.Moment();
        var attempt = new SignInTry(tenant, serving.Email.Key, "198.51.100.9", null, now);
        for (var i = 0; i < 10; i++)
            (await ChargeCode(attempt with { Network = $"192.0.2.{i}" })).ShouldBe(Duration.Zero);

        (await ChargeCode(attempt)).ShouldBe(Duration.FromMinutes(1));
        (await ChargeCode(attempt with { Tenant = TenantId.Platform })).ShouldBe(Duration.FromMinutes(1));
        (await accounts.ChargeCode(who, attempt, new(Duration.Zero, false, FromKnownNetwork: true), default)).ShouldBe(Duration.Zero);
        await accounts.ForgetCodes(who, attempt, default);
        (await ChargeCode(attempt)).ShouldBe(Duration.Zero);

        Task<Duration> ChargeCode(SignInTry of) => accounts.ChargeCode(who, of, new(Duration.Zero, false), default);
    }

    private async Task<TryVerdict> Fail(SignInTry attempt)
    {
        var verdict = await accounts.Charge(attempt, default);
        if (verdict.Wait == Duration.Zero)
            await accounts.CountFailed(attempt, verdict, default);
        return verdict;
    }

    [Fact]
    public async Task A_try_that_was_taken_back_does_not_count()
    {
        var attempt = new SignInTry(tenant, Some.Email(), "192.0.2.1", null, Some.Moment());

        for (var i = 0; i < 10; i++)
        {
            var verdict = await accounts.Charge(attempt, default);
            verdict.Wait.ShouldBe(Duration.Zero);
            await accounts.Refund(attempt, verdict, default);
        }
    }

    [Fact]
    public async Task Refusals_are_on_record_for_the_known_and_the_unknown()
    {
        var who = await record.Member(tenant);

        await accounts.RecordRefusal(tenant, who.Account, SignInRefusal.UnknownOrWrong, new(Duration.Zero, false), record.Trace(), default);
        await accounts.RecordRefusal(
            tenant, null, SignInRefusal.UnknownOrWrong, new(Duration.Zero, false, Duration.FromSeconds(30)), record.Trace(), default);

        (await record.Kinds(tenant, who.Account.Value)).ShouldContain("account.sign_in_refused");
        (await record.Kinds(tenant, AccountEvent.NobodysStream)).ShouldBe(["account.sign_in_refused"]);
        (await record.Column($"select data->>'wait_seconds' from event where tenant_id = '{tenant}' and data->>'wait_seconds' is not null"))
            .ShouldBe(["30"]);
    }

    [Fact]
    public async Task A_new_password_ends_every_session_but_the_one_it_was_changed_in()
    {
        var who = await record.Member(tenant);
        var (kept, other) = (await record.SignIn(who), await record.SignIn(who));
        var candidate = (await accounts.Find(tenant, who.Account, default))!;
        var hash = (await record.Get<IPasswords>().Hash("ein anderes langes Wort", default)).Value;

        await accounts.ChangePassword(candidate, hash, kept.Id, record.Trace(who), default);

        var sessions = record.Get<ISessions>();
        (await sessions.Load(tenant, kept.Id, Some.Moment(), default)).ShouldNotBeNull();
        (await sessions.Load(tenant, other.Id, Some.Moment(), default)).ShouldBeNull();
        (await accounts.Find(tenant, who.Account, default))!.PasswordHash.ShouldBe(hash);
        (await record.Kinds(tenant, who.Account.Value)).ShouldContain("account.password_changed");
    }

    [Fact]
    public async Task A_reset_link_works_once_within_the_hour()
    {
        var who = await record.Member(tenant);
        var now = Some.Moment();
        var token = await OweReset(who, now);

        (await Find(token, now + Duration.FromMinutes(60))).ShouldBeNull();
        (await accounts.FindLink(Some.Tenant(), LinkPurpose.ResetPassword, token, now, default)).IsOk.ShouldBeFalse();
        (await accounts.FindLink(tenant, LinkPurpose.AcceptInvitation, token, now, default)).IsOk.ShouldBeFalse();
        var link = (await Find(token, now + Duration.FromMinutes(59)))!;
        link.Account.ShouldBe(who.Account);

        var hash = (await record.Get<IPasswords>().Hash("ein anderes langes Wort", default)).Value;
        var done = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => accounts.ResetPassword(link, token, hash, record.Trace(at: now), default)));
        done.Count(once => once).ShouldBe(1);
        (await Find(token, now)).ShouldBeNull();
        (await accounts.ResetPassword(link, token, hash, record.Trace(at: now), default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_link_of_a_purpose_is_good_until_one_is_used_and_then_none_is()
    {
        var who = await record.Member(tenant);
        var now = Some.Moment();
        string[] tokens = [await OweReset(who, now), await OweReset(who, now), await OweReset(who, now)];
        foreach (var token in tokens)
            (await Find(token, now)).ShouldNotBeNull();

        var hash = (await record.Get<IPasswords>().Hash("ein anderes langes Wort", default)).Value;
        var link = (await Find(tokens[0], now))!;
        var done = await Task.WhenAll(tokens.Select(token => accounts.ResetPassword(link, token, hash, record.Trace(at: now), default)));

        done.Count(once => once).ShouldBe(1, "also when all are followed at once");
        foreach (var token in tokens)
            (await Find(token, now)).ShouldBeNull();
    }

    [Fact]
    public async Task The_fourth_mail_of_an_hour_is_not_sent_and_ends_no_link()
    {
        var who = await record.Member(tenant);
        var now = Some.Moment();
        var first = await OweReset(who, now);

        for (var i = 0; i < 5; i++)
            await OweReset(who, now);

        (await Find(first, now)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reset_link_is_void_once_the_password_has_changed()
    {
        var who = await record.Member(tenant);
        var now = Some.Moment();
        var token = await OweReset(who, now);
        var hash = (await record.Get<IPasswords>().Hash("ein anderes langes Wort", default)).Value;

        await accounts.ChangePassword((await accounts.Find(tenant, who.Account, default))!, hash, null, record.Trace(who, now), default);

        (await Find(token, now)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_sent_before_somebody_was_suspended_stays_over_when_they_are_back()
    {
        var who = await record.Member(tenant);
        var now = Some.Moment();
        var token = await OweReset(who, now);
        var by = new Member(tenant, Some.Account(), Role.Admin);

        foreach (var status in (MembershipStatus[])[MembershipStatus.Suspended, MembershipStatus.Active])
        {
            var seen = await record.Get<IPeopleStore>().Load(tenant, who.Account, null, default);
            await record.Append(PeopleRules.Revise(by, seen.People, seen.Target!, new(Status: status), now).Value, seen.People.Version);
            (await Find(token, now)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task What_service_staff_asked_for_where_they_serve_is_over_once_they_were_suspended_at_home()
    {
        var serving = await record.ServiceStaff(tenant);
        var now = Some.Moment();
        var token = await OweReset(serving, now);
        (await Find(token, now)).ShouldNotBeNull();
        var by = new Member(TenantId.Platform, Some.Account(), Role.Operator);

        foreach (var status in (MembershipStatus[])[MembershipStatus.Suspended, MembershipStatus.Active])
        {
            var seen = await record.Get<IPeopleStore>().Load(TenantId.Platform, serving.Account, null, default);
            var later = now + Duration.FromMinutes(1);
            await record.Append(PeopleRules.Revise(by, seen.People, seen.Target!, new(Status: status), later).Value, seen.People.Version);
            (await Find(token, now)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_reset_link_is_void_once_the_address_has_changed()
    {
        var who = await record.Member(tenant);
        var now = Some.Moment();
        var token = await OweReset(who, now);
        var seen = await record.Get<IPeopleStore>().Load(tenant, who.Account, null, default);
        await record.Append(PeopleRules.ChangeEmail(seen.Target!, EmailAddress.Parse(Some.Email()).Value, now).Value, seen.People.Version);

        (await Find(token, now)).ShouldBeNull();
    }

    [Fact]
    public async Task No_token_and_no_address_of_an_owed_mail_is_in_the_database()
    {
        var who = await record.Member(tenant, email: "canary.address@example.org");
        var token = await OweReset(who, Some.Moment());
        var opened = await record.SignIn(who, SessionKind.Cookie);

        var dump = string.Join('\n', await record.Column("""
            select t::text from (select e::text t from event e union all select l::text from mailed_link l union all select s::text from session s
                union all select r::text from oidc_token r union all select a::text from account a union all select d::text from known_device d) all_rows
            """));

        dump.ShouldNotContain(token);
        dump.ShouldNotContain(opened.Secret!);
        dump.ShouldNotContain(opened.Device!);
        string.Join('\n', await record.Column("select data::text from event")).ShouldNotContain("canary.address");
    }

    [Fact]
    public async Task One_address_gets_three_mails_an_hour_over_all_tenants()
    {
        var victim = EmailAddress.Parse(Some.Email()).Value;
        var now = Some.Moment();
        TenantId[] tenants = [.. Enumerable.Range(0, 20).Select(_ => Some.Tenant())];

        foreach (var each in tenants)
            await accounts.OweMail(
                each, MailOrder.WithLink(LinkPurpose.ConfirmRegistration, null, victim, "x", "de"), null, record.Trace(at: now), default);

        var owed = await record.Column($"select tenant_id from event where kind = 'notification.owed' and tenant_id in "
            + $"({string.Join(',', tenants.Select(t => $"'{t}'"))})");
        owed.Count.ShouldBe(3);
    }

    private async Task<MailedLink?> Find(string token, Instant now) =>
        (await accounts.FindLink(tenant, LinkPurpose.ResetPassword, token, now, default)).Refused(out _, out var link) ? null : link;

    private async Task<string> OweReset(Membership who, Instant now)
    {
        var order = MailOrder.WithLink(LinkPurpose.ResetPassword, who.Account, who.Email, who.Name, who.Language);
        await accounts.OweMail(tenant, order, new AccountEvent.PasswordResetRequested(who.Account), record.Trace(at: now), default);
        var data = (await record.Column(
            $"select data from event where tenant_id = '{tenant}' and kind = 'notification.owed' order by position desc limit 1")).Single();
        var mail = record.Get<OwedMails>().Open(tenant, data);
        mail.To.ShouldBe(who.Email.ToString());
        mail.Template.ShouldBe("reset_password");
        return mail.Token!;
    }
}

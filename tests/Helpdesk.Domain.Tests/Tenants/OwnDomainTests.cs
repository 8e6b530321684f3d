namespace Helpdesk.Domain.Tests.Tenants;

public sealed class OwnDomainTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 12, 0);
    private static readonly Member Admin = new(Some.Tenant(), Some.Account(), Role.Admin);

    [Theory]
    [InlineData("support.stadt.de", "support.stadt.de")]
    [InlineData("Support.Stadt.DE.", "support.stadt.de")]
    [InlineData("bürger.münchen.de", "xn--brger-kva.xn--mnchen-3ya.de")]
    [InlineData("xn--mnchen-3ya.de", "xn--mnchen-3ya.de")]
    public void A_host_has_one_spelling(string text, string host) => HostName.Parse(text, "help.test").Value.ShouldBe(host);

    [Theory]
    [InlineData("", "format")]
    [InlineData(null, "format")]
    [InlineData("stadt", "format")]
    [InlineData("https://support.stadt.de", "format")]
    [InlineData("support.stadt.de:443", "format")]
    [InlineData("support stadt.de", "format")]
    [InlineData("support..de", "format")]
    [InlineData("-a.stadt.de", "format")]
    [InlineData("a_b.stadt.de", "format")]
    [InlineData("127.0.0.1", "format")]
    [InlineData("2130706433", "format")]
    [InlineData("[::1]", "format")]
    [InlineData("①②⑦.⓪.⓪.①", "format")]
    [InlineData("a\0.stadt.de", "format")]
    [InlineData("help.test", "reserved")]
    [InlineData("musterstadt.help.test", "reserved")]
    [InlineData("MUSTERSTADT.HELP.TEST", "reserved")]
    [InlineData("x.localhost", "reserved")]
    [InlineData("db.internal", "reserved")]
    [InlineData("printer.local", "reserved")]
    public void What_is_no_host_of_theirs_is_refused(string? text, string code) =>
        HostName.Parse(text, "help.test").Error.Fields.Single().Code.ShouldBe(code);

    [Fact]
    public void Only_the_record_that_was_asked_for_proves_it()
    {
        var domain = Pending();

        OwnDomainRules.Verify(domain, ["helpdesk-domain=other", "token"], Admin).Refusal!.Code.ShouldBe("domain-unproven");
        OwnDomainRules.Verify(domain, ["v=spf1", "helpdesk-domain=token"], Admin).Events.ShouldBe(
            [new OwnDomainEvent.Verified(domain.Host)]);
        OwnDomainRules.Verify(domain, ["helpdesk-domain=token"], Admin with { Role = Role.Manager }).Refusal!.Code.ShouldBe("admin-only");
    }

    [Fact]
    public void A_proof_that_is_gone_for_three_days_gives_the_host_up_and_one_that_is_back_does_not()
    {
        var domain = Then(Pending(), new OwnDomainEvent.Verified("support.stadt.de"));
        OwnDomainRules.Look(domain, [], Now + Duration.FromDays(6)).Events.ShouldBeEmpty();

        var (at, seen) = (Now + OwnDomain.Every, new List<string>());
        for (var look = 0; look < OwnDomain.MostFailures; look++, at += OwnDomain.EveryWhileFailing)
        {
            var what = OwnDomainRules.Look(domain, [], at).Events.Single();
            seen.Add(what.GetType().Name);
            domain = Then(domain, what, at);
        }

        seen.ShouldBe(["CheckFailed", "CheckFailed", "Lost"]);
        (domain.IsThere, domain.Due.Count).ShouldBe((false, 0));
        var once = Then(
            Then(Pending(), new OwnDomainEvent.Verified("support.stadt.de")), new OwnDomainEvent.CheckFailed("support.stadt.de", 2));
        Then(once, OwnDomainRules.Look(once, ["helpdesk-domain=token"], Now + Duration.FromDays(1)).Events.Single()).Failures.ShouldBe(0);
    }

    [Fact]
    public void A_registration_without_proof_lapses_and_can_be_made_again()
    {
        var lapsed = Then(Pending(), OwnDomainRules.Look(Pending(), [], Now + OwnDomain.ProofWithin).Events.Single());

        lapsed.IsThere.ShouldBeFalse();
        OwnDomainRules.Register(lapsed, lapsed.Host, "new", 0, Admin).Events.Single().ShouldBeOfType<OwnDomainEvent.Registered>();
        OwnDomainRules.Register(Pending(), "support.stadt.de", "new", 0, Admin).Refusal!.Code.ShouldBe("domain-registered");
        OwnDomainRules.Register(null, "support.stadt.de", "new", OwnDomain.MostPerTenant, Admin).Refusal!.Code.ShouldBe("too-many-domains");
    }

    private static OwnDomain Pending() => Then(null, new OwnDomainEvent.Registered("support.stadt.de", "token"));

    private static OwnDomain Then(OwnDomain? before, OwnDomainEvent what, Instant? at = null) =>
        OwnDomain.Apply(before, new((before?.Version ?? 0) + 1, at ?? Now, null, what));
}

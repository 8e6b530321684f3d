using Helpdesk.Domain.Programs;

namespace Helpdesk.Domain.Tests.SignIn;

/// <summary>Keys, sessions and links: what they look like and when they are over.</summary>
public sealed class CredentialTests
{
    [Fact]
    public void An_api_key_reads_back_as_what_it_was_written()
    {
        var key = ApiKeyText.Of([1, 2, 3, 4, 5], [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

        key.ToString().ShouldStartWith("hdk_");
        ApiKeyText.Parse(key.ToString()).ShouldBe(key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hdk_")]
    [InlineData("hdk_aebagbaf_")]
    [InlineData("hdk_aebagbafx")]
    [InlineData("HDK_aebagbaf_secret")]
    [InlineData("hdk_aebagbaf_se cret")]
    [InlineData("hdk_aebagba'_secret")]
    public void What_is_no_api_key_is_not_looked_up(string text) => ApiKeyText.Parse(text).ShouldBeNull();

    [Fact]
    public void A_key_acts_in_the_least_role_that_its_scopes_need()
    {
        ApiScopes.RoleFor([ApiScopes.FlagsEvaluate]).ShouldBe(Role.Customer);
        ApiScopes.RoleFor([ApiScopes.FlagsEvaluate, ApiScopes.TicketsRead]).ShouldBe(Role.Agent);
        ApiScopes.RoleFor([ApiScopes.UsersWrite]).ShouldBe(Role.Manager);
        ApiScopes.RoleFor([ApiScopes.UsersWrite, ApiScopes.StaffWrite]).ShouldBe(Role.Admin);
        ApiScopes.RoleFor(["of:former-days"]).ShouldBe(Role.Customer);
    }

    [Fact]
    public void A_session_ends_by_idling_or_by_age()
    {
        var policy = new SessionPolicy(Duration.FromHours(1), Duration.FromHours(10));
        var start = Some.Moment();

        policy.ExpiresAt(start, start).ShouldBe(start + Duration.FromHours(1));
        policy.ExpiresAt(start, start + Duration.FromHours(9.5)).ShouldBe(start + Duration.FromHours(10));
    }

    [Fact]
    public void The_next_signing_key_is_published_a_day_before_it_signs()
    {
        var now = Some.Moment();
        var first = SigningKeySchedule.Next([], "first", now)!;

        first.SignsFrom.ShouldBe(now);
        SigningKeySchedule.Current([first], now).ShouldBe(first);
        SigningKeySchedule.Next([first], "second", first.SignsUntil - Duration.FromHours(25)).ShouldBeNull();

        var eve = first.SignsUntil - Duration.FromHours(24);
        var second = SigningKeySchedule.Next([first], "second", eve)!;
        second.SignsFrom.ShouldBe(first.SignsUntil);
        SigningKeySchedule.Current([first, second], eve).ShouldBe(first);
        SigningKeySchedule.Current([first, second], first.SignsUntil).ShouldBe(second);
        first.PublishedUntil.ShouldBeGreaterThan(first.SignsUntil + Duration.FromMinutes(10));
    }

    [Fact]
    public void After_a_long_standstill_a_key_is_made_that_signs_at_once()
    {
        var old = SigningKeySchedule.Next([], "old", Some.Moment())!;
        var later = old.SignsUntil + Duration.FromDays(100);

        SigningKeySchedule.Current([old], later).ShouldBeNull();
        SigningKeySchedule.Next([old], "new", later)!.SignsFrom.ShouldBe(later);
    }

    [Theory]
    [InlineData(RegistrationMode.Open, "a@anywhere.example", true)]
    [InlineData(RegistrationMode.Closed, "a@musterstadt.example", false)]
    [InlineData(RegistrationMode.ByDomain, "a@musterstadt.example", true)]
    [InlineData(RegistrationMode.ByDomain, "a@MUSTERSTADT.example", true)]
    [InlineData(RegistrationMode.ByDomain, "a@evil-musterstadt.example", false)]
    [InlineData(RegistrationMode.ByDomain, "a@mail.musterstadt.example", false)]
    [InlineData(RegistrationMode.ByDomain, "a@musterstadt.example.evil.example", false)]
    public void Registration_is_as_open_as_the_tenant_wants(RegistrationMode mode, string email, bool admitted)
    {
        var settings = new TenantSettings { Registration = mode, RegistrationDomains = ["musterstadt.example"] };

        Registration.Admits(settings, EmailAddress.Parse(email).Value).ShouldBe(admitted);
    }

    [Theory]
    [InlineData("Özgür Straßer", "ozgur strasser")]
    [InlineData("ÉCOLE", "ecole")]
    [InlineData("Müller", "muller")]
    [InlineData("mueller", "muller")]
    [InlineData("Groß", "gross")]
    [InlineData("Mu\u0308ller", "muller")]
    public void Names_sort_without_marks(string name, string key) => NameKey.Of(name).ShouldBe(key);
}

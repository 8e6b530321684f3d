namespace Helpdesk.Domain.Tests.Tenants;

public sealed class TenantSettingsTests
{
    private static readonly Member Admin = new(Some.Tenant(), Some.Account(), Role.Admin);

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.478)]
    [InlineData("#767676", "#FFFFFF", 4.542)]
    [InlineData("#123456", "#123456", 1)]
    public void Contrast_is_as_wcag_computes_it(string one, string other, double ratio) =>
        Contrast.Ratio(one, other).ShouldBe(ratio, 0.001);

    [Fact]
    public void Colours_that_cannot_be_read_are_refused_with_their_contrast()
    {
        var fault = Faults(new() { Branding = new("#ffffff", "#777777") }).ShouldHaveSingleItem();

        fault.Pointer.ShouldBe("/branding/on_primary");
        fault.Code.ShouldBe("contrast-too-low");
        fault.Message.ShouldContain("4.47:1");
        Faults(new() { Branding = new("#ffffff", "#767676", Accent: "#767676") }).ShouldBeEmpty();
        Faults(new() { Branding = new("#005a9c", "#ffffff", Accent: "#ffff00") }).ShouldHaveSingleItem().Pointer.ShouldBe(
            "/branding/accent");
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#00000g")]
    [InlineData("#000000;background:url(//evil)")]
    public void Only_plain_colours_are_colours(string colour) =>
        Faults(new() { Branding = new(colour, "#ffffff") }).ShouldHaveSingleItem().Pointer.ShouldBe("/branding/primary");

    [Theory]
    [InlineData("/media/logo.svg", true)]
    [InlineData("https://www.musterstadt.example/logo.svg", true)]
    [InlineData("//evil.example/logo.svg", false)]
    [InlineData("/\\evil.example/logo.svg", false)]
    [InlineData("http://www.musterstadt.example/logo.svg", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:secret@musterstadt.example/logo.svg", false)]
    [InlineData("", false)]
    public void A_logo_is_of_the_own_host_or_an_https_address(string logo, bool isAllowed) =>
        Faults(new() { Branding = new("#005a9c", "#ffffff", Logo: logo) }).Count.ShouldBe(isAllowed ? 0 : 1);

    [Fact]
    public void Each_setting_out_of_range_is_named()
    {
        var settings = new TenantSettings
        {
            Languages = ["fr"],
            Zone = "Europe/Atlantis",
            State = "XX",
            Inhabitants = -1,
            AutoCloseDays = 0,
            FollowUpAfterDays = 366,
            Retention = new(0, 11),
            Business = new(Email: "x"),
            Registration = RegistrationMode.ByDomain,
        };

        Faults(settings).Select(fault => fault.Pointer).ShouldBe(
            ["/zone", "/state", "/inhabitants", "/languages", "/registration_domains", "/auto_close_days",
                "/follow_up_after_days", "/retention/closed_ticket_months", "/retention/audit_months", "/business/email"]);
    }

    [Fact]
    public void Each_domain_that_is_none_is_named() =>
        Faults(new() { RegistrationDomains = ["@", "stadt.example", "Stadt.example", "a b"] }).Select(fault => fault.Pointer).ShouldBe(
            ["/registration_domains/0", "/registration_domains/2", "/registration_domains/3"]);

    [Theory]
    [InlineData("musterstadt.example", true)]
    [InlineData("post.muster-stadt.example", true)]
    [InlineData("xn--mnchen-3ya.example", true)]
    [InlineData("musterstadt", false)]
    [InlineData("Musterstadt.example", false)]
    [InlineData("@musterstadt.example", false)]
    [InlineData("-a.example", false)]
    [InlineData("a..example", false)]
    [InlineData("a.example\0", false)]
    public void People_register_by_names_of_domains(string domain, bool isAllowed) =>
        Faults(new() { Registration = RegistrationMode.ByDomain, RegistrationDomains = [domain] }).Count.ShouldBe(isAllowed ? 0 : 1);

    [Fact]
    public void Settings_that_are_sent_back_as_they_were_read_change_nothing()
    {
        var town = DeletionStory.Town();
        var again = town.Settings with { Languages = [.. town.Settings.Languages], RegistrationDomains = [] };

        TenantRules.ChangeSettings(town, again, Admin).Events.ShouldBeEmpty();
        TenantRules.ChangeSettings(town, again with { FollowUpAfterDays = 15 }, Admin).Events.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    public void Only_admins_and_operators_change_them(Role role) =>
        TenantRules.ChangeSettings(DeletionStory.Town(), new(), Admin with { Role = role }).Refusal.ShouldBe(AccessErrors.AdminOnly);

    private static IReadOnlyList<FieldError> Faults(TenantSettings settings) =>
        TenantRules.ChangeSettings(DeletionStory.Town(), settings, Admin).Refusal?.Fields ?? [];
}

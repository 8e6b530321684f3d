using Helpdesk.Domain.Feed;

namespace Helpdesk.Domain.Tests.Tenants;

public sealed class AppearanceTests
{
    private static readonly Member Admin = new(Some.Tenant(), Some.Account(), Role.Admin);
    private static readonly Tenant Town = new()
    {
        Slug = "musterstadt",
        Name = "Stadt Musterstadt",
        NumberPrefix = "MUST",
        Settings = new(),
        CreatedAt = Instant.FromUtc(2026, 11, 2, 9, 0),
    };

    [Fact]
    public void Each_member_out_of_range_is_named()
    {
        var appearance = new TenantAppearance
        {
            Colour = "blue",
            LogoAlt = "",
            TicketWord = new() { De = new() { Dative = new('x', 41) }, En = new() { Plural = "" } },
            Contact = new("\n", "nobody", "", new('x', 501)),
        };

        AppearanceRules.Faults(appearance).Select(fault => fault.Pointer).ShouldBe(
        [
            "/colour", "/logo_alt", "/ticket_word/de/dative", "/ticket_word/en/plural", "/contact/phone", "/contact/email",
            "/contact/hours/de", "/contact/hours/en",
        ]);
    }

    [Fact]
    public void Settings_leave_the_logo_alone_and_the_logo_leaves_the_settings()
    {
        var logo = new TenantLogo(new('a', 64), 10, 20);
        var withLogo = Town with { Appearance = new() { Logo = logo, Colour = "#ffed00" } };

        To(AppearanceRules.Change(withLogo, new() { Colour = "#E2001A" }, Admin)).ShouldBe(new() { Logo = logo, Colour = "#e2001a" });
        To(AppearanceRules.ChangeLogo(withLogo, null, Admin)).ShouldBe(new() { Colour = "#ffed00" });
        AppearanceRules.Change(withLogo, new() { Colour = "#ffed00" }, Admin).Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Operator)]
    public void Only_admins_choose_it(Role role)
    {
        AppearanceRules.Change(Town, new(), Admin with { Role = role }).Refusal.ShouldBe(AccessErrors.AdminOnly);
        AppearanceRules.ChangeLogo(Town, null, Admin with { Role = role }).Refusal.ShouldBe(AccessErrors.AdminOnly);
        TenantTextRules.Read(Admin with { Role = role }).ShouldBe(AccessErrors.AdminOnly);
    }

    [Fact]
    public void The_colour_falls_back_to_the_settings_and_then_to_the_platform()
    {
        var settings = new TenantSettings { Branding = new("#005a9c", "#ffffff") };

        new TenantAppearance { Colour = "#ffed00" }.ColourOf(settings).ShouldBe("#ffed00");
        new TenantAppearance().ColourOf(settings).ShouldBe("#005a9c");
        new TenantAppearance().ColourOf(new()).ShouldBe(TenantTheme.PlatformColour);
    }

    [Fact]
    public void Help_is_where_the_imprint_says_unless_it_is_somewhere_else()
    {
        var settings = new TenantSettings { Business = new(Email: "info@musterstadt.example", Phone: "+49 89 1") };

        new TenantAppearance { Contact = new(Phone: "+49 89 2", HoursDe: "immer") }.ContactOf(settings).ShouldBe(
            new("+49 89 2", "info@musterstadt.example", "immer"));
    }

    [Fact]
    public void A_text_is_readable_in_the_languages_it_was_written_in_and_the_statement_always()
    {
        var readable = TenantTextDefaults.Readable([(TenantTextKey.Imprint, "de"), (TenantTextKey.Accessibility, "en")]);

        readable.Select(one => $"{one.Key}: {string.Join(' ', one.Languages)}").ShouldBe(["Accessibility: de en", "Imprint: de"]);
    }

    [Fact]
    public void A_text_that_was_reviewed_is_due_in_a_year_and_one_that_was_not_claims_no_review()
    {
        new TenantTextContent("Text", ReviewedOn: new(2028, 2, 29)).ReviewDueOn.ShouldBe(new LocalDate(2029, 2, 28));
        TenantTextDefaults.Of(TenantTextKey.Accessibility, "de")!.ReviewedOn.ShouldBeNull();
        TenantTextRules.Faults(new("", "http://x.example", new(2026, 12, 3)), new(2026, 12, 2)).Select(fault => fault.Pointer)
            .ShouldBe(["/text", "/link", "/reviewed_on"]);
    }

    private static TenantAppearance To(Decision<TenantEvent> decision) =>
        decision.Events.ShouldHaveSingleItem().ShouldBeOfType<TenantEvent.AppearanceChanged>().To;
}

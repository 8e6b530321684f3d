namespace Helpdesk.Domain.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("info@Müller.de", "info@müller.de")]
    [InlineData("info@xn--mller-kva.de", "info@müller.de")]
    [InlineData("info@straße.de", "info@straße.de")]
    [InlineData("info@example.org", "info@example.org")]
    [InlineData("info@xn--80ak6aa92e.com", "info@xn--80ak6aa92e.com")]
    public void Is_shown_as_people_read_it_unless_its_letters_could_deceive(string typed, string shown)
    {
        EmailAddress.Parse(typed).Value.Shown.ShouldBe(shown);
        EmailAddress.Parse(shown).Value.ShouldBe(EmailAddress.Parse(typed).Value);
    }

    [Theory]
    [InlineData("müller", "xn--mller-kva")]
    [InlineData("info@müller.de", "info@xn--mller-kva.de")]
    [InlineData("müller@example.org", "müller@example.org")]
    [InlineData("müller.", "xn--mller-kva.")]
    [InlineData("@", "@")]
    [InlineData("ü%_\\", "ü%_\\")]
    public void Parts_of_it_are_searched_in_the_form_that_is_kept(string typed, string searched) =>
        EmailAddress.Searched(typed).ShouldBe(searched);

    [Theory]
    [InlineData("Erika.Mustermann@Example.ORG", "Erika.Mustermann@example.org", "erika.mustermann@example.org")]
    [InlineData("o'neill+tickets@example.org", "o'neill+tickets@example.org", "o'neill+tickets@example.org")]
    [InlineData("a@bücher.example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example")]
    [InlineData("a@BÜCHER.example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example")]
    [InlineData("a@xn--bcher-kva.example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example")]
    [InlineData("müller@example.org", "müller@example.org", "müller@example.org")]
    public void Is_kept_as_typed_and_compared_by_its_key(string typed, string shown, string key)
    {
        var email = EmailAddress.Parse(typed).Value;

        email.ToString().ShouldBe(shown);
        email.Key.ShouldBe(key);
    }

    [Theory]
    [InlineData("MU\u0308LLER@example.org", "müller@example.org")] // two characters, or one
    [InlineData("İnci@example.org", "inci@example.org")]
    [InlineData("ısı@example.org", "isi@example.org")]
    [InlineData("ISI@example.org", "isi@example.org")]
    [InlineData("STRASSE@example.org", "straße@example.org")]
    [InlineData("ﬁnn@example.org", "finn@example.org")] // a ligature
    [InlineData("ＡＢＣ@example.org", "abc@example.org")] // full width
    public void Two_spellings_are_one_address_in_every_culture(string one, string other)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("tr-TR");
            EmailAddress.Parse(one).Value.Key.ShouldBe(EmailAddress.Parse(other).Value.Key);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Domains_with_sharp_s_and_double_s_are_two_domains() =>
        EmailAddress.Parse("a@straße.de").Value.Key.ShouldNotBe(EmailAddress.Parse("a@strasse.de").Value.Key);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@127.0.0.1")]
    [InlineData("a@example.org.")]
    [InlineData("a@exam_ple.org")]
    [InlineData("a@-example.org")]
    [InlineData("a@example..org")]
    [InlineData("a..b@example.org")]
    [InlineData(".a@example.org")]
    [InlineData("a.@example.org")]
    [InlineData("a@example.org\nBcc: e@example.org")]
    [InlineData("a\r\n@example.org")]
    [InlineData("a\0@example.org")]
    [InlineData("v@example.org,e@example.org")]
    [InlineData("<a@example.org>")]
    public void What_is_no_address_is_refused(string? text)
    {
        var refused = EmailAddress.Parse(text, "/email").Error;

        refused.Kind.ShouldBe(ErrorKind.Invalid);
        refused.Fields.Single().Pointer.ShouldBe("/email");
    }

    [Fact]
    public void Half_a_character_is_refused() => EmailAddress.Parse("a\ud800@example.org").IsOk.ShouldBeFalse();

    [Fact]
    public void Lengths_are_those_that_mail_can_carry()
    {
        EmailAddress.Parse(new string('a', 64) + "@example.org").IsOk.ShouldBeTrue();
        EmailAddress.Parse(new string('a', 65) + "@example.org").IsOk.ShouldBeFalse();
        EmailAddress.Parse(new string('ä', 33) + "@example.org").IsOk.ShouldBeFalse(); // 66 bytes
        EmailAddress.Parse("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".org").IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Text_can_be_normalized_on_this_machine() => UnicodeText.IsNormalized.ShouldBeTrue();
}

using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.Mail;

public sealed class AccessMailTests
{
    private static readonly Uri Origin = new("https://musterstadt.helpdesk.example");

    [Theory]
    [InlineData("reset_password", "https://musterstadt.helpdesk.example/reset-password#token=abc")]
    [InlineData("accept_invitation", "https://musterstadt.helpdesk.example/invitation#token=abc")]
    [InlineData("confirm_registration", "https://musterstadt.helpdesk.example/register/confirm#token=abc")]
    [InlineData("confirm_email", "https://musterstadt.helpdesk.example/email/confirm#token=abc")]
    [InlineData("already_registered", "https://musterstadt.helpdesk.example/login#token=abc")]
    [InlineData("email_changed", "https://musterstadt.helpdesk.example/login#token=abc")]
    [InlineData("password_changed", "https://musterstadt.helpdesk.example/forgot-password#token=abc")]
    public void Every_mail_has_words_in_both_languages_and_its_link(string template, string link)
    {
        var german = AccessMail.Write(new(template, "a@example.org", "de", "abc"), Origin, "Musterstadt");
        var english = AccessMail.Write(new(template, "a@example.org", "en", "abc"), Origin, "Musterstadt");

        german.ShouldNotBe(english);
        foreach (var text in new[] { german, english })
        {
            text.Subject.ShouldContain("Musterstadt");
            text.Body.ShouldContain(link);
        }
    }

    [Fact]
    public void There_are_words_for_every_mail()
    {
        foreach (var template in AccessMail.Templates)
            AccessMail.Write(new(template, "a@example.org", "de", "abc"), Origin, "Musterstadt").Body.ShouldContain("#token=abc");
    }

    [Fact]
    public void Without_a_token_there_is_none_in_the_link() =>
        AccessMail.Write(new("password_changed", "a@example.org", "de", null), Origin, "Musterstadt").Body.ShouldNotContain("#token");
}

using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;
using MimeKit;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>What people typed arrives as they typed it.</summary>
public sealed class LetterMessageTests
{
    [Theory]
    [InlineData("[MUST-000123] =?utf-8?q?Gewonnen=21?=")]
    [InlineData("=?utf-8?B?R2V3b25uZW4h?= und =?iso-8859-1?q?=E4?=")]
    [InlineData("Was heißt =?utf-8?q?=C3=A4?= in meinem Postfach, und warum steht das so lange da, "
        + "dass es in keine Zeile passt? 😀😀😀😀😀")]
    [InlineData("=?")]
    [InlineData("Größe ändern")]
    [InlineData("Ganz einfach")]
    public void A_subject_arrives_letter_by_letter(string subject)
    {
        foreach (var to in (string[])["a@b.example", "jürgen@b.example"])
        {
            var (head, mail) = Travelled(subject, "Stadt Musterstadt", to);

            mail.Subject.ShouldBe(subject);
            if (subject.Contains("=?", StringComparison.Ordinal))
                head.ShouldNotContain("?q?");
        }
    }

    [Theory]
    [InlineData("=?utf-8?q?Bank?=")]
    [InlineData("Stadt =?utf-8?B?QmFuaw==?= Musterstadt")]
    [InlineData("Stadt \"Muster\" =?utf-8?q?Bank?= <x@y.example>")]
    [InlineData("Märkte & Messen")]
    public void A_municipalitys_name_arrives_letter_by_letter(string name)
    {
        var (head, mail) = Travelled("Betreff", name, "a@b.example");

        var from = mail.From.Mailboxes.ShouldHaveSingleItem();
        (from.Name, from.Address).ShouldBe((name, "noreply@musterstadt.localhost"));
        head.ShouldNotContain("?q?Bank");
        head.ShouldNotContain("QmFuaw==");
    }

    [Fact]
    public void The_mails_of_a_thread_name_those_before_them_where_answers_go_and_where_they_are_turned_off()
    {
        var (mail, thread) = (Guid.NewGuid(), Guid.NewGuid());
        var (_, message) = Travelled(new(
            mail, "notices", "Musterstadt", "musterstadt.localhost", "a@b.example", new("S", "T", "de"), Some.Moment())
        {
            Thread = thread,
            MessageId = $"{mail:N}.mac@musterstadt.localhost",
            Earlier = ["1@musterstadt.localhost", "2@musterstadt.localhost"],
            ReplyTo = "reply+abc@mail.example",
            Unsubscribe = new("https://musterstadt.localhost/mail/unsubscribe/abc"),
            List = "notices",
        });

        (message.MessageId, message.InReplyTo).ShouldBe(($"{mail:N}.mac@musterstadt.localhost", "2@musterstadt.localhost"));
        message.References.ShouldBe([$"{thread:N}.thread@musterstadt.localhost", "1@musterstadt.localhost", "2@musterstadt.localhost"]);
        message.ReplyTo.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("reply+abc@mail.example");
        message.Headers[HeaderId.ListId].ShouldBe("<notices.musterstadt.localhost>");
        message.Headers[HeaderId.ListUnsubscribe].ShouldBe("<https://musterstadt.localhost/mail/unsubscribe/abc>");
        message.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public void Without_https_no_button_is_promised_and_a_mail_about_access_is_of_no_list()
    {
        var letter = new Letter(
            Guid.NewGuid(), "notices", "Musterstadt", "musterstadt.localhost", "a@b.example", new("S", "T", "de"), Some.Moment());
        var (_, plain) = Travelled(
            letter with { Unsubscribe = new("http://musterstadt.localhost/mail/unsubscribe/abc"), List = "notices" });
        plain.Headers[HeaderId.ListUnsubscribe].ShouldBe("<http://musterstadt.localhost/mail/unsubscribe/abc>");
        plain.Headers["List-Unsubscribe-Post"].ShouldBeNull();

        var (_, access) = Travelled(letter with { Template = "reset_password" });
        (access.Headers[HeaderId.ListId], access.Headers[HeaderId.ListUnsubscribe], access.InReplyTo).ShouldBe((null, null, null));
        access.ReplyTo.ShouldBeEmpty();
    }

    private static (string Head, MimeMessage Mail) Travelled(string subject, string name, string to) => Travelled(
        new(Guid.NewGuid(), "notices", name, "musterstadt.localhost", to, new(subject, "Text", "de"), Some.Moment()));

    private static (string Head, MimeMessage Mail) Travelled(Letter letter)
    {
        using var memory = new MemoryStream();
        var format = LetterMessage.FormatFor(letter.To);
        format.NewLineFormat = NewLineFormat.Dos;
        LetterMessage.Of(letter, null).WriteTo(format, memory);
        var head = System.Text.Encoding.UTF8.GetString(memory.ToArray()).Split("\r\n\r\n")[0];
        return (head, MimeMessage.Load(new MemoryStream(memory.ToArray())));
    }
}

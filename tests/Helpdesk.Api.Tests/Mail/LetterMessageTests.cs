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

    private static (string Head, MimeMessage Mail) Travelled(string subject, string name, string to)
    {
        var letter = new Letter(
            Guid.NewGuid(), "notices", name, "musterstadt.localhost", to, new(subject, "Text", "de"), Some.Moment());
        using var memory = new MemoryStream();
        var format = LetterMessage.FormatFor(to);
        format.NewLineFormat = NewLineFormat.Dos;
        LetterMessage.Of(letter, null).WriteTo(format, memory);
        var head = System.Text.Encoding.UTF8.GetString(memory.ToArray()).Split("\r\n\r\n")[0];
        return (head, MimeMessage.Load(new MemoryStream(memory.ToArray())));
    }
}

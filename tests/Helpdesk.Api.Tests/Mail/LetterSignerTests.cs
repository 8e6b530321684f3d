using System.Security.Cryptography;
using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>What is signed is checked as mailboxes check it: by the record in DNS, after it travelled.</summary>
public sealed class LetterSignerTests
{
    private readonly RSA rsa = RSA.Create(2_048);

    private MailSigningKey Key => new("musterstadt.example", "hd-1", rsa.ExportPkcs8PrivateKeyPem());

    [Theory]
    [InlineData("Ganz einfach", "a@b.example")]
    [InlineData("Größe ändern =?utf-8?q?=C3=A4?= und ein sehr langer Betreff, der in keine Zeile eines Kopfes passt", "a@b.example")]
    [InlineData("Größe", "jürgen@b.example")]
    public void A_signed_letter_is_good_for_mailboxes(string subject, string to) =>
        IsGood(Signed(Letter(subject, to))).ShouldBeTrue();

    [Fact]
    public void The_signature_holds_what_people_and_machines_go_by()
    {
        var signature = Signed(Letter("Betreff", "a@b.example")).Split("\r\n\r\n")[0].Replace("\r\n\t", " ").Replace("\r\n ", " ");
        var line = signature.Split("\r\n").Single(one => one.StartsWith("DKIM-Signature:", StringComparison.Ordinal));

        line.ShouldContain("a=rsa-sha256");
        line.ShouldContain("d=musterstadt.example");
        line.ShouldContain("s=hd-1");
        line.ShouldContain("c=relaxed/relaxed");
        var signed = line.Split("h=")[1].Split(';')[0].Replace(" ", "").ToLowerInvariant().Split(':');
        foreach (var header in (string[])["from", "to", "subject", "date", "message-id", "reply-to", "references", "in-reply-to",
            "list-id", "list-unsubscribe", "list-unsubscribe-post", "auto-submitted", "mime-version", "content-type"])
            signed.ShouldContain(header);
    }

    [Theory]
    [InlineData("Guten Tag", "Guten Abend")]
    [InlineData("Subject: Betreff", "Subject: Anderer")]
    [InlineData("To: a@b.example", "To: x@b.example")]
    [InlineData("Content-Type: multipart/alternative", "Content-Type: multipart/mixed")]
    [InlineData("Auto-Submitted: auto-generated", "Auto-Submitted: no")]
    [InlineData("/mail/unsubscribe/abc", "/mail/unsubscribe/xyz")]
    [InlineData("reply+abc@mail.example", "reply+xyz@mail.example")]
    [InlineData("1@musterstadt.localhost", "9@musterstadt.localhost")]
    [InlineData("Subject: Betreff", "Subject: Anderer\r\nSubject: Betreff")]
    [InlineData("From: Stadt", "From: Fremde <x@y.example>\r\nFrom: Stadt")]
    public void Whatever_is_changed_on_the_way_is_seen(string before, string after)
    {
        var mail = Signed(Letter("Betreff", "a@b.example"));
        IsGood(mail).ShouldBeTrue();
        mail.ShouldContain(before);

        IsGood(mail.Replace(before, after)).ShouldBeFalse();
    }

    [Fact]
    public void Blanks_and_folds_that_servers_change_break_nothing()
    {
        var mail = Signed(Letter("Betreff mit zwei Worten", "a@b.example"));

        IsGood(mail.Replace("Subject: Betreff mit", "Subject:  Betreff\r\n mit")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("helpdesk@mail.musterstadt.example", true)]
    [InlineData("helpdesk@MUSTERSTADT.example", true)]
    [InlineData("helpdesk@neumusterstadt.example", false)]
    [InlineData("helpdesk@example", false)]
    public void Only_what_comes_from_the_keys_domain_is_signed(string from, bool isSigned) =>
        Signed(Letter("Betreff", "a@b.example"), from).Contains("DKIM-Signature:", StringComparison.Ordinal).ShouldBe(isSigned);

    [Fact]
    public void Half_of_a_pair_is_no_key_of_the_platform()
    {
        var file = Path.GetTempFileName();
        try
        {
            IEnumerable<string> Faults(string pem)
            {
                File.WriteAllText(file, pem);
                return new DkimOptions { Domain = "musterstadt.example", Selector = "hd", KeyFile = file }.Faults();
            }

            Faults(rsa.ExportPkcs8PrivateKeyPem()).ShouldBeEmpty();
            Faults(rsa.ExportSubjectPublicKeyInfoPem()).ShouldHaveSingleItem().ShouldContain("KeyFile");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Letter Letter(string subject, string to) => new(
        Guid.NewGuid(), "notices", "Stadt Musterstadt", "musterstadt.localhost", to,
        new(subject, "Guten Tag,\n\nein Wort mit Ä.   \n\n" + new string('x', 1_200) + "\n\n\n", "de"), Some.Moment())
    {
        Thread = Guid.NewGuid(),
        Earlier = ["1@musterstadt.localhost"],
        ReplyTo = "reply+abc@mail.example",
        Unsubscribe = new("https://musterstadt.localhost/mail/unsubscribe/abc"),
        List = "notices",
    };

    private string Signed(Letter letter, string from = "helpdesk@musterstadt.example")
    {
        var (message, format) = (LetterMessage.Of(letter, from), LetterMessage.FormatFor(letter.To));
        LetterSigner.Sign(message, format, Key);
        using var memory = new MemoryStream();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private bool IsGood(string mail)
    {
        var message = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)));
        var signature = message.Headers.First(header => header.Id is HeaderId.DkimSignature);
        return new DkimVerifier(new Dns(Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()))).Verify(message, signature);
    }

    internal sealed class Dns(string publicKey) : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(
            string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            GetPublicKey(new DkimKey(domain, selector, publicKey, "", default).RecordText);

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}

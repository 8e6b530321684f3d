using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.Mail;

/// <summary>
/// The vectors were computed by another program from the description: HMAC-SHA-256, 15 bytes of it, base32 in small letters.
/// </summary>
public sealed class MailSignatureTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(at => (byte)at)];
    private static readonly Guid Mail = new("0198c0de-7a11-7000-8000-0000000000f3");
    private static readonly TicketId Ticket = new(new("0198c0de-7a11-7000-8000-00000000002a"));
    private static readonly EmailAddress Inbox = EmailAddress.Parse("reply@mail.example").Value;
    private static readonly Instant Made = Instant.FromUtc(2026, 11, 18, 12, 0);

    private const string OfTicket =
        "0198c0de7a11700080000000000000f3.agmmbxt2cfyabaaaaaaaaaaafitggmff3dzyu54nhityopxqc4@musterstadt.helpdesk.example";

    private const string OfNone = "0198c0de7a11700080000000000000f3.at6jbshdwvunxm7cleafcvoy@musterstadt.helpdesk.example";

    private const string Reply = "reply+agmmbxt2cfyabaaaaaaaaaaafie5chv6iidzq5ys7e32xeteniebm@mail.example";

    [Fact]
    public void A_message_id_says_which_mail_and_which_ticket()
    {
        MailSignature.MessageId(Key, Mail, Ticket, "musterstadt.helpdesk.example").ShouldBe(OfTicket);
        MailSignature.MessageId(Key, Mail, null, "musterstadt.helpdesk.example").ShouldBe(OfNone);

        MailSignature.ReadMessageId(Key, OfTicket).ShouldBe(new SignedMessage(Mail, Ticket));
        MailSignature.ReadMessageId(Key, $" <{OfTicket}>").ShouldBe(new SignedMessage(Mail, Ticket));
        MailSignature.ReadMessageId(Key, OfNone).ShouldBe(new SignedMessage(Mail, null));
    }

    [Fact]
    public void A_reply_address_says_which_ticket_also_when_servers_changed_its_case_and_fits()
    {
        MailSignature.ReplyAddress(Key, Ticket, Made, Inbox).ShouldBe(Reply);

        var expires = Instant.FromUtc(2026, 11, 18, 0, 0) + MailSignature.ReplyLifetime;
        MailSignature.ReadReplyAddress(Key, Reply, Inbox).ShouldBe(new SignedReply(Ticket, expires));
        MailSignature.ReadReplyAddress(Key, Reply.ToUpperInvariant(), Inbox).ShouldBe(new SignedReply(Ticket, expires));
        var longest = EmailAddress.Parse($"{new string('a', MailSignature.LongestInbox)}@mail.example").Value;
        EmailAddress.Parse(MailSignature.ReplyAddress(Key, Ticket, Made, longest)).IsOk.ShouldBeTrue();
        (Reply.IndexOf('@') + MailSignature.LongestInbox - "reply".Length).ShouldBe(64);
    }

    [Fact]
    public void What_anybody_else_made_up_or_changed_in_one_letter_is_not_ours()
    {
        byte[] other = [.. Key.Reverse()];
        MailSignature.ReadMessageId(other, OfTicket).ShouldBeNull();
        MailSignature.ReadReplyAddress(other, Reply, Inbox).ShouldBeNull();
        for (var at = 0; at < OfTicket.IndexOf('@'); at++)
            MailSignature.ReadMessageId(Key, Changed(OfTicket, at)).ShouldBeNull($"letter {at}");
        for (var at = 0; at < Reply.IndexOf('@'); at++)
            MailSignature.ReadReplyAddress(Key, Changed(Reply, at), Inbox).ShouldBeNull($"letter {at}");

        static string Changed(string text, int at) => $"{text[..at]}{(text[at] is '2' ? '3' : '2')}{text[(at + 1)..]}";
    }

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("<>")]
    [InlineData("reply@mail.example")]
    [InlineData("reply+@mail.example")]
    [InlineData("0198c0de7a11700080000000000000f3.@x")]
    [InlineData("0198c0de7a11700080000000000000f3@x")]
    [InlineData("reply+ſgmmbxt2cfyabaaaaaaaaaaafie5chv6iidzq5ys7e32xeteniebm@mail.example")]
    public void Other_text_is_not_ours(string text)
    {
        MailSignature.ReadMessageId(Key, text).ShouldBeNull();
        MailSignature.ReadReplyAddress(Key, text, Inbox).ShouldBeNull();
    }

    [Fact]
    public void A_message_id_is_no_reply_address_and_the_other_way_round()
    {
        var told = Reply[6..Reply.IndexOf('@')];
        MailSignature.ReadMessageId(Key, $"{Ticket.Value:N}.{told}@mail.example").ShouldBeNull();
        MailSignature.ReadReplyAddress(Key, $"reply+{OfTicket[33..OfTicket.IndexOf('@')]}@mail.example", Inbox).ShouldBeNull();
    }
}

using System.Text;
using Helpdesk.Domain.Mail;
using MimeKit;

namespace Helpdesk.Adapters.Mail;

/// <summary>A letter in the form in which it travels.</summary>
internal static class LetterMessage
{
    public static MimeMessage Of(Letter letter, string? from)
    {
        var message = new MimeMessage
        {
            Date = letter.At.ToDateTimeOffset(),
            MessageId = letter.MessageId ?? $"{letter.Id:N}@{letter.FromHost}",
            Body = new MultipartAlternative(
                new TextPart("plain") { Text = letter.Text.Body },
                new TextPart("html") { Text = letter.Text.Html ?? LetterHtml.Of(letter) }),
        };
        var sender = from ?? $"noreply@{letter.FromHost}";
        message.From.Add(new MailboxAddress(letter.FromName, sender));
        message.To.Add(new MailboxAddress("", letter.To));
        if (EncodedWords.AreIn(letter.Text.Subject))
            message.Headers.Replace(Encoded(HeaderId.Subject, EncodedWords.Of(letter.Text.Subject)));
        else
            message.Subject = letter.Text.Subject;
        if (EncodedWords.AreIn(letter.FromName))
            message.Headers.Replace(Encoded(
                HeaderId.From, $"{EncodedWords.Of(letter.FromName)} <{new MailboxAddress("", sender).GetAddress(idnEncode: true)}>"));
        if (letter.ReplyTo is { } reply)
            message.ReplyTo.Add(new MailboxAddress("", reply));
        AddThread(message, letter);
        AddList(message, letter);

        // RFC 3834: no machine answers it, and nobody's absence note comes back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    private static void AddThread(MimeMessage message, Letter letter)
    {
        if (letter.Thread is not { } thread)
            return;
        // Nobody ever sent it: it is only what all mails of the thread have in common.
        message.References.Add($"{thread:N}.thread@{letter.FromHost}");
        message.References.AddRange(letter.Earlier);
        message.InReplyTo = message.References[^1];
    }

    // RFC 2919 and 8058. A mailbox presses the button only where it is safe: by https.
    private static void AddList(MimeMessage message, Letter letter)
    {
        if (letter.List is { } list)
            message.Headers.Add(HeaderId.ListId, $"<{list}.{letter.FromHost}>");
        if (letter.Unsubscribe is not { } address)
            return;
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{address}>");
        if (address.Scheme == Uri.UriSchemeHttps)
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static Header Encoded(HeaderId id, string words)
    {
        var header = new Header(id, "");
        header.SetRawValue(Encoding.ASCII.GetBytes($" {words}\r\n"));
        return header;
    }

    /// <summary>Before the @ may stand letters of any language (RFC 6531): such a mail travels as UTF-8, every other one as ever.</summary>
    public static FormatOptions FormatFor(string to)
    {
        var format = FormatOptions.Default.Clone();
        format.International = to.AsSpan(0, to.LastIndexOf('@')).ContainsAnyExceptInRange('\0', '\x7f');
        return format;
    }
}

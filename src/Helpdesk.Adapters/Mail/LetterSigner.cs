using System.Text;
using Helpdesk.Domain.Mail;
using MimeKit;
using MimeKit.Cryptography;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// Signs letters (DKIM, RFC 6376): RSA with SHA-256, head and body relaxed, since servers on the way change blanks and folds.
/// </summary>
internal static class LetterSigner
{
    private static readonly string[] Headers =
    [
        "From", "To", "Subject", "Date", "Message-ID", "Reply-To", "References", "In-Reply-To", "List-Id", "List-Unsubscribe",
        "List-Unsubscribe-Post", "Auto-Submitted", "MIME-Version",
    ];

    // Named once more than they are there: nobody can put a second one in front of what was signed.
    private static readonly string[] Once = ["From", "To", "Subject", "Date", "Reply-To"];

    /// <summary>Nothing, where the key is of another domain than the one that the letter comes from.</summary>
    public static void Sign(MimeMessage message, FormatOptions format, MailSigningKey key)
    {
        var sender = message.From.Mailboxes.Single().GetAddress(idnEncode: true);
        var domain = sender[(sender.LastIndexOf('@') + 1)..];
        if (!domain.Equals(key.Domain, StringComparison.OrdinalIgnoreCase)
            && !domain.EndsWith($".{key.Domain}", StringComparison.OrdinalIgnoreCase))
            return;

        // As it travels: what were encoded anew on the way would break the signature.
        message.Prepare(EncodingConstraint.SevenBit);
        using var pem = new MemoryStream(Encoding.ASCII.GetBytes(key.PrivateKey));
        var signer = new DkimSigner(pem, key.Domain, key.Selector, DkimSignatureAlgorithm.RsaSha256)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
        // The last one stands with the body, so the message itself does not know it.
        signer.Sign(format, message, [.. Headers.Where(message.Headers.Contains), "Content-Type", .. Once]);
    }
}

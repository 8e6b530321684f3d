using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Microsoft.Extensions.Options;

namespace Helpdesk.Hosting.Mail;

/// <summary>What a mail is known by when something comes back: its Message-ID, where answers go, where it is turned off.</summary>
internal sealed class LetterMarks(IMailKeys keys, ISeals seals, IOptions<MailOptions> options)
{
    /// <summary>Where mails of notices are turned off. Below the tenant's own host, or the console's.</summary>
    public const string UnsubscribePath = "/mail/unsubscribe/";

    /// <summary>So many mails of its thread a mail names besides the beginning.</summary>
    public const int Most = 10;

    private readonly EmailAddress? inbox = options.Value.ReplyTo is { } address ? EmailAddress.Parse(address).Value : null;

    public Letter Sign(Letter letter, TenantId tenant) => letter with { MessageId = Id(tenant, letter.Id, letter.Thread, letter.FromHost) };

    /// <param name="earlier">The mails before it in its thread.</param>
    public Letter Sign(Letter letter, OutgoingMail mail, Uri origin, IReadOnlyList<Guid> earlier, UnsubscribeLink? unsubscribe) =>
        Sign(letter, mail.Tenant) with
        {
            Earlier = [.. earlier.Select(id => Id(mail.Tenant, id, letter.Thread, letter.FromHost))],
            ReplyTo = inbox is not null && letter.Thread is { } ticket
                ? MailSignature.ReplyAddress(keys.Of(mail.Tenant), new(ticket), mail.QueuedAt, inbox) : null,
            Unsubscribe = unsubscribe is null ? null : new Uri(origin, UnsubscribePath + unsubscribe.Seal(seals)),
            List = mail.Template,
        };

    private string Id(TenantId tenant, Guid mail, Guid? ticket, string host) =>
        MailSignature.MessageId(keys.Of(tenant), mail, ticket is { } one ? new TicketId(one) : null, host);
}

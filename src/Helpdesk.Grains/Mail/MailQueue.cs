using Helpdesk.Domain.Mail;

namespace Helpdesk.Grains.Mail;

/// <summary>Puts each mail that is owed into the outbox, once. From there <see cref="MailSender"/> brings it away.</summary>
internal sealed class MailQueue(ILetters letters, IOutbox outbox) : FeedConsumer
{
    /// <summary>As <c>OwedMails</c> writes it.</summary>
    private const string Owed = "notification.owed";

    public override string Name => "mail";

    public override IReadOnlyCollection<string> Kinds => [Owed];

    public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        var (owed, letter) = await letters.Write(happened.Tenant, happened.Stream, happened.Data, happened.At, cancellation);
        await outbox.Queue(
            OutgoingMail.Queue(happened.Tenant, happened.Stream, owed, letter.Text.Subject, happened.At), cancellation);
    }
}

using Helpdesk.Domain.Mail;

namespace Helpdesk.Grains.Mail;

/// <summary>
/// Puts each mail that is owed into the outbox, once, unless it would come too late. From there <see cref="MailSender"/> brings it away.
/// </summary>
internal sealed class MailQueue(ILetters letters, IOutbox outbox, TimeProvider time) : FeedConsumer
{
    public override string Name => "mail";

    public override IReadOnlyCollection<string> Kinds => [OwedMail.Kind];

    public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        var (owed, letter) = await letters.Write(happened.Tenant, happened.Stream, happened.Data, happened.At, cancellation);
        var mail = OutgoingMail.Queue(happened.Tenant, happened.Stream, owed, letter.Text.Subject, happened.At);
        if (!mail.IsTooLate(time.Now()))
            await outbox.Queue(mail, cancellation);
    }
}

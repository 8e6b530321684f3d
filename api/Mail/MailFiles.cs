using System.Globalization;
using System.Net.Mail;
using System.Text;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Feed;
using Helpdesk.Postgres.Mail;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Mail;

/// <summary>
/// In Development no mail leaves the machine: what is owed on the feed is written to <c>.data/mail/*.eml</c>, where it can be read and its
/// links followed.
/// </summary>
internal sealed partial class MailFiles(
    OwedMails mails, ITenantDirectory tenants, IMemberDirectory members, Links links, IOptions<DatabaseOptions> database,
    IHostEnvironment environment,
    ILogger<MailFiles> log) : FeedConsumer
{
    public override string Name => "mail-files";

    public override IReadOnlyCollection<string> Kinds => [OwedMails.Kind];

    private string Folder => Path.Combine(DataDirectory.Of(database.Value, environment), "mail");

    public override Task Handle(FeedEvent happened, CancellationToken cancellation) =>
        Write(happened, mails.Open(happened.Tenant, happened.Data), cancellation);

    // The name follows from the event: written again after a crash, it is the same file.
    private async Task Write(FeedEvent owed, OwedMail mail, CancellationToken cancellation)
    {
        var (slug, name) = await HostOf(owed, cancellation);
        var text = mail.Template == SatisfactionMail.Template
            ? SatisfactionMail.Write(mail, links.OriginOf(slug), name)
            : AccessMail.Write(mail, links.OriginOf(slug), name);
        using var message = Message("noreply@" + links.OriginOf(slug).Host, mail.To, text);

        PrivateFolder.Create(Folder);
        var draft = Directory.CreateDirectory(Path.Combine(Folder, $".{owed.Stream:N}"));
        try
        {
            await Deliver(message, draft.FullName, cancellation);
            foreach (var file in draft.EnumerateFiles())
                file.MoveTo(Path.Combine(Folder, NameOf(owed, mail)), overwrite: true);
        }
        finally
        {
            draft.Delete(recursive: true);
        }

        LogWritten(log, mail.Template, Folder);
    }

    private static MailMessage Message(string from, string to, MailText text)
    {
        try
        {
            return new(from, to, text.Subject, text.Body) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };
        }
        catch (FormatException refused)
        {
            throw new UndeliverableException("The address cannot stand in a mail.", refused);
        }
    }

    // Before the @ may stand letters of any language (RFC 6531): such a mail travels as UTF-8, every other one as ever.
    private static async Task Deliver(MailMessage message, string folder, CancellationToken cancellation)
    {
        using var pickup = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            DeliveryFormat = Ascii.IsValid(message.To[0].User) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International,
            PickupDirectoryLocation = folder,
        };
        try
        {
            await pickup.SendMailAsync(message, cancellation);
        }
        catch (SmtpException refused)
        {
            throw new UndeliverableException("The mail cannot be brought to its address.", refused);
        }
    }

    private static string NameOf(FeedEvent owed, OwedMail mail) =>
        string.Create(CultureInfo.InvariantCulture, $"{owed.At.ToDateTimeUtc():yyyyMMdd-HHmmss}-{mail.Template}-{owed.Stream:N}.eml");

    // Accounts of the platform have no host of their own: operators sign in at the console, everybody else at the desk.
    private async Task<(string Slug, string Name)> HostOf(FeedEvent owed, CancellationToken cancellation)
    {
        if (owed.Tenant != TenantId.Platform)
            return await tenants.Find(owed.Tenant, cancellation) is { } found
                ? (found.Tenant.Slug, found.Tenant.Name) : ("desk", "Helpdesk");
        var member = OwedMails.AccountOf(owed.Data) is { } account ? await members.Find(TenantId.Platform, account, cancellation) : null;
        return (member?.Role is Role.Operator ? "console" : "desk", "Helpdesk");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote a mail ({Template}) to {Folder}.")]
    private static partial void LogWritten(ILogger log, string template, string folder);
}

using System.Text.Json;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Hosting.Mail;

/// <summary>
/// The words of a mail as its municipality wants them. A template that fails stops no mail: it goes out in the usual words, and the
/// admins are told once.
/// </summary>
internal sealed partial class MailWords(
    IMailTemplates templates, IMailTemplateEngine engine, IOwedNotifications notices, ILogger<MailWords> log)
{
    /// <param name="usual">The words that hold otherwise.</param>
    public async Task<MailText> Write(
        TenantId tenant, string template, MailText usual, IReadOnlyDictionary<string, object?> data, Instant at,
        CancellationToken cancellation)
    {
        var stream = MailTemplate.StreamOf(tenant, template, usual.Language);
        if (await Kept(tenant, stream, cancellation) is not { Own: { } source } kept)
            return usual;
        try
        {
            return MailTemplateRules.Render(source, usual.Language, data, engine);
        }
        catch (MailTemplateException failure)
        {
            LogFailed(log, template, usual.Language, tenant, failure.Message);
            // The version names it, so that one template is told of once.
            var about = JsonSerializer.Serialize(new { template, language = usual.Language });
            await notices.Owe(
                new(tenant, stream, kept.Version, NotificationKind.MailTemplateFailed, To: null, "mail_template.failed", about, at),
                cancellation);
            return usual;
        }
    }

    // One that cannot be read is shown to operators as what it is; mails do not wait for that.
    private async Task<MailTemplate?> Kept(TenantId tenant, Guid stream, CancellationToken cancellation)
    {
        try
        {
            return await templates.Load(tenant, stream, cancellation);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Template {Template} ({Language}) of tenant {Tenant} failed, its mail goes out in the usual words: {Reason}")]
    private static partial void LogFailed(ILogger log, string template, string language, TenantId tenant, string reason);
}

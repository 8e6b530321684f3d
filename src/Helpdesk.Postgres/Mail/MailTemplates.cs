using Helpdesk.Domain.Mail;

namespace Helpdesk.Postgres.Mail;

internal sealed class MailTemplates(Database database)
    : AggregateStore<MailTemplate, MailTemplateEvent>(database, new DocumentRow<MailTemplate, MailTemplateEvent>()), IMailTemplates;

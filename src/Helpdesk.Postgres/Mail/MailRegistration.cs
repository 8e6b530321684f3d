using Helpdesk.Domain.Mail;

namespace Helpdesk.Postgres.Mail;

internal static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services) =>
        services
            .AddSingleton<OwedMails>()
            .AddSingleton<IMailKeys, MailKeys>()
            .AddSingleton<IMailOrders, MailOrders>()
            .AddSingleton<IOutbox, Outbox>()
            .AddSingleton<IOwnMailServers, OwnMailServers>()
            .AddSingleton<IDkimKeys, DkimKeyStore>()
            .AddSingleton<IMailTemplates, MailTemplates>()
            .AddSingleton<IMailBlocks, MailBlockStore>()
            .AddSingleton<IPurge, MailBlockStore>()
            .AddSingleton<IPurge, OutboxPurge>();
}

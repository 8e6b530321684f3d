namespace Helpdesk.Grains.Mail;

public static class MailRegistration
{
    /// <summary>For a host that brings mails away. Needs what writes letters.</summary>
    public static IServiceCollection AddMailSending(this IServiceCollection services) =>
        services.AddSingleton<TenantMailServers>().AddSingleton<DkimSigning>().AddFeedConsumer<MailQueue>()
            .AddHostedService<NoticeMailer>().AddHostedService<MailSender>();
}

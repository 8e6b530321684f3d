using Helpdesk.Domain.Notifications;

namespace Helpdesk.Postgres.Notifications;

internal static class NotificationRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) =>
        services
            .AddSingleton<INotifications, NotificationStore>()
            .AddSingleton<INotificationWishes, NotificationWishStore>()
            .AddSingleton<ITicketMutes, TicketMuteStore>()
            .AddSingleton<IRecipients, Recipients>()
            .AddSingleton<IOwedNotifications, OwedNotifications>()
            .AddSingleton<INoticeMails, NoticeMailStore>();
}

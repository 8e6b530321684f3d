using Helpdesk.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Notifications;

internal static class NotificationRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) =>
        services
            .AddSingleton<INotifications, NotificationStore>()
            .AddSingleton<IRecipients, Recipients>()
            .AddSingleton<IOwedNotifications, OwedNotifications>()
            .AddSingleton<INoticeMails, NoticeMailStore>();
}

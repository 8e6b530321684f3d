using Helpdesk.Domain.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Webhooks;

internal static class WebhookRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services
            .AddSingleton<IWebhookLists, WebhookLists>()
            .AddSingleton<IWebhookDeliveries, WebhookDeliveries>()
            .AddSingleton<ITicketActs, TicketActs>()
            .AddSingleton<IPurge, WebhookPurge>();
}

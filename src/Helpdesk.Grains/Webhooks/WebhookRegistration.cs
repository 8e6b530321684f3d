using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Webhooks;

public static class WebhookRegistration
{
    /// <summary>For a host that runs grains. Needs what brings deliveries away.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services.AddSingleton<WebhookSecrets>().AddSingleton<WebhookLane>().AddFeedConsumer<WebhookQueue>()
            .AddHostedService<WebhookSender>();
}

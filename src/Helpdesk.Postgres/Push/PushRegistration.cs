using Helpdesk.Domain.Push;

namespace Helpdesk.Postgres.Push;

internal static class PushRegistration
{
    public static IServiceCollection AddPush(this IServiceCollection services) =>
        services.AddSingleton<IPushKeys, PushKeys>().AddSingleton<IPushSubscriptions, PushSubscriptions>()
            .AddSingleton<IPushDeliveries, PushDeliveries>().AddSingleton<IPurge, PushPurge>();
}

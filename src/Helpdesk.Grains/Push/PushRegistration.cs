using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Push;

public static class PushRegistration
{
    /// <summary>For a host that runs grains. Needs what brings notes away.</summary>
    public static IServiceCollection AddPush(this IServiceCollection services) =>
        services.AddSingleton<PushLane>().AddHostedService<NoticePusher>().AddHostedService<PushSender>();
}

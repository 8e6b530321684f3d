using Helpdesk.Grains.Hosting;

namespace Helpdesk.Api.Hosting;

internal static class EngineRegistration
{
    /// <summary>Runs the grains in this process.</summary>
    public static WebApplicationBuilder AddEngine(this WebApplicationBuilder builder)
    {
        builder.UseOrleans(silo => silo.UseLocalhostClustering().UseInMemoryReminderService().AddHelpdeskGrains());
        return builder;
    }
}

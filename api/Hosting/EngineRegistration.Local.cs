using Helpdesk.Grains.Hosting;
using Helpdesk.Silo.Dns;
using Helpdesk.Silo.Hosting;

namespace Helpdesk.Api.Hosting;

internal static class EngineRegistration
{
    /// <summary>What the engine throws at start, in words for the operator.</summary>
    public static Type Refusal => typeof(OrleansConfigurationException);

    /// <summary>Runs the grains in this process, alone on its database.</summary>
    public static WebApplicationBuilder AddEngine(this WebApplicationBuilder builder)
    {
        builder.UseOrleans(silo => silo.UseHelpdeskDatabase().AskNameServers().AddActivityPropagation().AddHelpdeskGrains());
        return builder;
    }
}

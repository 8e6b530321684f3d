using Helpdesk.Hosting.Cluster;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Hosting;

internal static class EngineRegistration
{
    /// <summary><c>embedded</c> (default): the api is a silo of the cluster. <c>remote</c>: it only calls the silos.</summary>
    private const string Setting = "Helpdesk:Silo";

    /// <exception cref="StartupRefusedException"><c>Helpdesk:Silo</c> is neither <c>embedded</c> nor <c>remote</c>.</exception>
    public static WebApplicationBuilder AddEngine(this WebApplicationBuilder builder) =>
        (builder.Configuration[Setting] ?? "embedded") switch
        {
            "embedded" => builder.AddSilo().AddDrain(),
            "remote" => builder.AddClusterClient().AddDrain(),
            _ => throw new StartupRefusedException($"{Setting} must be embedded or remote."),
        };
}

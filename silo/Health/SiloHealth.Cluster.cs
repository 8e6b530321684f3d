using Helpdesk.Postgres;

namespace Helpdesk.Silo.Health;

/// <summary>For orchestrators, on the addresses of <c>--urls</c>. Silos take no other requests there.</summary>
internal static class SiloHealth
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet("/health/ready", Ready);
    }

    /// <summary>Ready while it is a member of the cluster and the database answers; no longer as soon as it is asked to stop.</summary>
    private static async Task<IResult> Ready(
        ISiloStatusOracle membership, IHostApplicationLifetime lifetime, Database database, CancellationToken cancellation)
    {
        var serving = membership.CurrentStatus is SiloStatus.Active && !lifetime.ApplicationStopping.IsCancellationRequested;
        return serving && await database.AnswersAsync(cancellation) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}

using Helpdesk.Postgres;
using Helpdesk.Postgres.Sql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Hosting.Health;

/// <summary>For orchestrators, on the addresses of <c>--urls</c>. Silos take no other requests there.</summary>
public static class SiloHealth
{
    public static void MapSiloHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet("/health/ready", Ready);
    }

    private static async Task<IResult> Ready(Readiness readiness, Database database, CancellationToken cancellation) =>
        readiness is { Serves: true, KeepsTime: true } && await database.AnswersAsync(cancellation)
            && await readiness.Activates(cancellation)
            ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
}

using Helpdesk.Api.Http;
using Helpdesk.Api.Tenants;
using Helpdesk.Postgres;

namespace Helpdesk.Api.Health;

/// <summary>For load balancers and supervisors; says nothing about what is inside.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithMetadata(new AtAnyHost()).WithTags("Health").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Json(new HealthResponse("live"))).Named("Live");
        health.MapGet("/ready", Ready).Named("Ready");
    }

    private static async Task<IResult> Ready(Database database, HttpContext context)
    {
        try
        {
            await using var command = database.App.CreateCommand("select 1");
            await command.ExecuteScalarAsync(context.RequestAborted);
            return TypedResults.Json(new HealthResponse("ready"));
        }
        catch (Npgsql.NpgsqlException)
        {
            context.Response.Headers.RetryAfter = "1";
            return TypedResults.Json(new HealthResponse("database-unreachable"), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    internal sealed record HealthResponse(string Status);
}

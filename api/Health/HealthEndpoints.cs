using Helpdesk.Api.RateLimits;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Hosting.Health;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Health;

/// <summary>For load balancers and supervisors; says nothing about what is inside.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithMetadata(new AtAnyHost()).WithTags("Health").AllowAnonymous().WithMetadata(new Probe());
        health.MapGet("/live", () => Json.Ok(new HealthResponse("live"))).Named("Live").Answers<HealthResponse>();
        health.MapGet("/ready", Ready).Named("Ready").Answers<HealthResponse>().Refuses(
            HttpErrors.Starting, HttpErrors.WrongTime, HttpErrors.EngineRefuses, FeedErrors.Unreachable);
    }

    private static async Task<IResult> Ready(Database database, Readiness readiness, HttpContext context) =>
        !readiness.Serves ? Problems.Of(HttpErrors.Starting)
        : !await database.AnswersAsync(context.RequestAborted) ? Problems.Of(FeedErrors.Unreachable)
        : !readiness.KeepsTime ? Problems.Of(HttpErrors.WrongTime)
        : await readiness.Activates(context.RequestAborted) ? Json.Ok(new HealthResponse("ready"))
        : Problems.Of(HttpErrors.EngineRefuses);
}

/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
internal sealed record HealthResponse(string Status);

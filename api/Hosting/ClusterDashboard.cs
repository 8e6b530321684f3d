using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Orleans.Dashboard;

namespace Helpdesk.Api.Hosting;

/// <summary>
/// Orleans' own dashboard at the console, for operators: silos, grains by kind, times of their methods, reminders. It has no sign-in of its
/// own; whoever may see it is decided here.
/// </summary>
internal static class ClusterDashboard
{
    public const string Path = "/orleans";

    // The page sets style attributes, and one font stands in its style sheet itself; everything else comes from files beside it.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapClusterDashboard(this IEndpointRouteBuilder app)
    {
        var console = app.MapGroup("").WithMetadata(new OnHosts(HostKind.Console)).RequireOperator().ExcludeFromDescription();
        console.MapOrleansDashboard(Path);
        ((IEndpointConventionBuilder)console).Finally(Restrict);
    }

    private static void Restrict(EndpointBuilder endpoint)
    {
        // What is inside a grain belongs to a municipality; operators see it as guests who were let in, and not here.
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
            && path.EndsWith("/GrainState", StringComparison.OrdinalIgnoreCase))
        {
            endpoint.RequestDelegate = context => Problems.Write(context, AccessErrors.NotFound);
            return;
        }

        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return answer(context);
        };
    }
}

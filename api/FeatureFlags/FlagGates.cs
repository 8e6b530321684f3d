using Microsoft.FeatureManagement;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>
/// Gates of our own endpoints. Operators open and shut them with flags of the platform, at the console, without a release; what a gate does
/// while there is no such flag is its own choice, so a fresh installation needs none.
/// </summary>
internal static class FlagGates
{
    /// <summary>While it is on, nobody can open an account by themselves: for a wave of spam.</summary>
    public const string StopRegistration = "stop.registration";

    /// <summary>While it is on, lists of tickets are refused, single tickets are not: for a database in distress.</summary>
    public const string StopTicketLists = "stop.ticket-lists";

    /// <summary>503 for those for whom the flag is on. Without such a flag it goes on.</summary>
    public static TBuilder StoppedBy<TBuilder>(this TBuilder endpoint, string flag) where TBuilder : IEndpointConventionBuilder => endpoint
        .Refuses(FlagRequestErrors.Stopped)
        .AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            var flags = context.RequestServices.GetRequiredService<IVariantFeatureManager>();
            if (!await flags.IsEnabledAsync(flag, context.RequestAborted))
                return await next(invocation);

            context.Response.Headers.RetryAfter = "60";
            return Problems.Of(FlagRequestErrors.Stopped);
        });
}

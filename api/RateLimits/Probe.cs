namespace Helpdesk.Api.RateLimits;

/// <summary>
/// Marks what supervisors ask for all the time: it has a limit of its own, so that neither their probes nor anybody else's requests use up
/// the other's.
/// </summary>
internal sealed class Probe
{
    public static bool Is(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Probe>() is not null;
}

namespace Helpdesk.Api.Http;

/// <summary>
/// Marks endpoints whose requests may keep the database busy for long: reports, exports, imports, searches for text. They wait for places
/// of their own, few of them, so that quick requests find the others free.
/// </summary>
/// <param name="Parameter">Only with this query parameter; <c>null</c>: always.</param>
internal sealed record HeavyRequest(string? Parameter)
{
    public static bool Is(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<HeavyRequest>() is { } heavy
        && (heavy.Parameter is not { } parameter || context.Request.Query.ContainsKey(parameter));
}

internal static class HeavyRequests
{
    public static TBuilder Heavy<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new HeavyRequest(Parameter: null));

    public static TBuilder HeavyWith<TBuilder>(this TBuilder endpoint, string parameter) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new HeavyRequest(parameter));
}

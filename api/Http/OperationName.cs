namespace Helpdesk.Api.Http;

/// <summary>
/// The name of an operation in the OpenAPI document. Not an endpoint name: the same operation exists at a tenant's own host and, with the
/// tenant in its path, at the reserved hosts.
/// </summary>
internal sealed record OperationName(string Value);

internal static class OperationNames
{
    public static TBuilder Named<TBuilder>(this TBuilder endpoint, string name) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OperationName(name));
}

namespace Helpdesk.Api.Http;

/// <summary>
/// Marks endpoints that store a body while it arrives, however long that takes. Nobody waits until it is here, and it keeps no place that
/// quick requests wait for.
/// </summary>
internal sealed record StreamedBody
{
    public static bool Is(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StreamedBody>() is not null;
}

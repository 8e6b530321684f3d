using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Live;

/// <summary>What an event of a stream holds: the document knows of the stream only that it is text.</summary>
internal sealed class LiveSchemas : IOpenApiDocumentTransformer
{
    private static readonly Type[] Events =
    [
        typeof(LiveReadyEvent), typeof(LiveResetEvent), typeof(LiveTicketEvent), typeof(LiveGoneEvent), typeof(LiveHeartbeatEvent),
        typeof(LiveEndEvent), typeof(LivePresenceEvent), typeof(LiveReadEvent), typeof(LiveNotificationEvent),
    ];

    public async Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var one in Events)
            document.AddComponent(one.Name, await context.GetOrCreateSchemaAsync(one, null, cancellationToken));
    }
}

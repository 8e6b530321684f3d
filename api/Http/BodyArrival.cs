using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Api.Http;

/// <summary>Bodies come as slowly as their senders like: while one is under way, it must not take up what others wait for.</summary>
internal static class BodyArrival
{
    /// <summary>
    /// Until the whole body is here, unread. What is wrong with it is found again, and told, by whoever reads it.
    /// </summary>
    public static async ValueTask Arrived(this HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
            return;
        try
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
                context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                if (read.IsCompleted || read.IsCanceled)
                    return;
            }
        }
        catch (IOException)
        {
            // Too large, too slow, cut off, or framed in two ways.
        }
    }
}

using Helpdesk.Domain;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Http;

/// <summary>
/// The outermost layer: every way in which a request can fail ends in a documented answer. An exception that is not expected here is a defect; it is
/// logged with its trace id and answered with nothing but that.
/// </summary>
internal sealed partial class ErrorHandling(RequestDelegate next, ILogger<ErrorHandling> log)
{
    private static readonly Error Unexpected = new(ErrorKind.Unavailable, "internal-error", "Something went wrong here. The trace id helps us to find it.");
    private static readonly Error Overdue = new(ErrorKind.Unavailable, "timeout", "The answer took too long. Repeat the request with the same Idempotency-Key.");

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await Problems.Write(context, ForStatus(context.Response.StatusCode), context.Response.StatusCode);
        }
        catch (RequestRefusedException refused)
        {
            await Problems.Write(context, refused.Error, refused.Status);
        }
        catch (BadHttpRequestException bad)
        {
            await Problems.Write(context, ForStatus(bad.StatusCode), bad.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer. A command that was under way keeps its effect; its operation makes a retry harmless.
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, unreachable);
            await Problems.Write(context, FeedErrors.Unreachable);
        }
        catch (TimeoutException overdue)
        {
            LogOverdue(log, overdue);
            await Problems.Write(context, Overdue);
        }
        catch (Exception unexpected)
        {
            LogUnexpected(log, context.Request.Method, context.Request.Path, unexpected);
            await Problems.Write(context, Unexpected, StatusCodes.Status500InternalServerError);
        }
    }

    private static Error ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(ErrorKind.Unauthenticated, "not-signed-in", "Sign in first."),
        StatusCodes.Status403Forbidden => new(ErrorKind.Forbidden, "forbidden", "This is not allowed."),
        StatusCodes.Status404NotFound => HttpErrors.NotFound,
        StatusCodes.Status405MethodNotAllowed => new(ErrorKind.Malformed, "method-not-allowed", "This address does not know that method; Allow lists those it does."),
        StatusCodes.Status408RequestTimeout => new(ErrorKind.Malformed, "request-timeout", "The request did not arrive in time."),
        StatusCodes.Status413PayloadTooLarge => new(ErrorKind.Malformed, "too-large", "The request is too large."),
        StatusCodes.Status415UnsupportedMediaType => Bodies.UnsupportedType,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => new(ErrorKind.Malformed, "headers-too-large", "The headers of the request are too large."),
        _ => new(ErrorKind.Malformed, "bad-request", "The request cannot be understood."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The record cannot be reached.")]
    private static partial void LogUnreachable(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A grain did not answer in time.")]
    private static partial void LogOverdue(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed unexpectedly.")]
    private static partial void LogUnexpected(ILogger log, string method, string path, Exception exception);
}

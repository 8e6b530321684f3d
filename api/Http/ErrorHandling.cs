using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Feed;
using Helpdesk.Grains.Hosting.Calls;
using Orleans.Runtime;

namespace Helpdesk.Api.Http;

/// <summary>
/// The outermost layer: every way in which a request can fail ends in a documented answer. An exception that is not expected here is a
/// defect; it is logged with its trace id and answered with nothing but that.
/// </summary>
internal sealed partial class ErrorHandling(RequestDelegate next, ILogger<ErrorHandling> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } bare)
                await Answer(context, bare.StatusCode);
        }
        catch (Exception failed) when (context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // A part of the answer has left. Ended properly, it would look like all of it.
            BreakOff(context, failed);
        }
        catch (RequestRefusedException refused)
        {
            await Problems.Write(context, refused.Error);
        }
        catch (BadHttpRequestException bad)
        {
            // What is left of the request cannot be told from the next one, or is not worth waiting for.
            context.Response.Headers.Connection = "close";
            await Answer(context, bad.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer. A command that was under way keeps its effect; its operation makes a retry harmless.
        }
        catch (StorageException unreachable)
        {
            if (unreachable.IsLocked)
                LogLocked(log, context.Request.Method, context.Request.Path);
            else
                LogUnreachable(log, unreachable);
            await Problems.Write(context, FeedErrors.Of(unreachable));
        }
        catch (BlobStorageException refused)
        {
            LogNoFiles(log, context.Request.Method, context.Request.Path, refused);
            await Problems.Write(context, refused.ToError());
        }
        catch (UnreadableException unreadable)
        {
            LogUnreadable(log, context.Request.Method, context.Request.Path, unreadable.Message);
            await Problems.Write(context, FeedErrors.StateUnreadable);
        }
        catch (TimeoutException overdue)
        {
            LogOverdue(log, overdue);
            await Problems.Write(context, HttpErrors.Timeout);
        }
        catch (Exception refused) when (refused is LimitExceededException or GatewayTooBusyException)
        {
            // The engine protects itself: the call did not run.
            LogOverloaded(log, refused.Message);
            await Problems.Write(context, HttpErrors.Overloaded);
        }
        catch (OrleansMessageRejectionException gone)
        {
            // A silo stops or has been lost; the next one takes over. Whether the call ran is open.
            LogInterrupted(log, gone);
            await Problems.Write(context, HttpErrors.Interrupted);
        }
        catch (Exception refused) when (EngineRefusal.Is(refused))
        {
            LogRefused(log, context.Request.Method, context.Request.Path, refused);
            await Problems.Write(context, HttpErrors.EngineRefuses);
        }
        catch (Exception unexpected)
        {
            LogUnexpected(log, context.Request.Method, context.Request.Path, unexpected);
            await Problems.Write(context, HttpErrors.Internal);
        }
    }

    private void BreakOff(HttpContext context, Exception failed)
    {
        if (failed is RequestRefusedException or StorageException or TimeoutException)
            LogBrokenOff(log, context.Request.Method, context.Request.Path, failed.Message);
        else
            LogUnexpected(log, context.Request.Method, context.Request.Path, failed);
        context.Abort();
    }

    // For a status that server or routing chose.
    private static Task Answer(HttpContext context, int status)
    {
        if (context.Response.Headers.Allow is [{ } methods] && methods.Split(", ").Contains(HttpMethods.Get))
            context.Response.Headers.Allow = $"{methods}, {HttpMethods.Head}";
        return Problems.Write(context, status is StatusCodes.Status415UnsupportedMediaType
            ? TakenTypes.Refusal(context) : HttpErrors.ForStatus(status));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} was broken off after its answer had begun: {Reason}")]
    private static partial void LogBrokenOff(ILogger log, string method, string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached.")]
    private static partial void LogUnreachable(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} needs what something else keeps locked.")]
    private static partial void LogLocked(ILogger log, string method, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path}: the storage for files is full or does not work.")]
    private static partial void LogNoFiles(ILogger log, string method, string path, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} met something that cannot be read: {Why}")]
    private static partial void LogUnreadable(ILogger log, string method, string path, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A grain did not answer in time.")]
    private static partial void LogOverdue(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine refused a call: {Reason}")]
    private static partial void LogOverloaded(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine lost a call.")]
    private static partial void LogInterrupted(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The engine did not carry out {Method} {Path}.")]
    private static partial void LogRefused(ILogger log, string method, string path, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed unexpectedly.")]
    private static partial void LogUnexpected(ILogger log, string method, string path, Exception exception);
}

using Helpdesk.Postgres;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Hosting.Cluster;

/// <summary>
/// Ends the process when the engine cannot go on, above all when the others have declared this silo dead: it stood still too long, and its
/// grains are elsewhere by now. With an exit code, so that whoever supervises it starts it again (systemd <c>Restart=on-failure</c>,
/// <c>restart: unless-stopped</c>).
/// </summary>
internal sealed partial class FatalEnd(ILogger<FatalEnd> log) : IFatalErrorHandler
{
    private static readonly TimeSpan ForTheLog = TimeSpan.FromMilliseconds(500);
    private int ending;

    public bool IsUnexpected(Exception exception) => exception is not ThreadInterruptedException;

    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        if (Interlocked.Exchange(ref ending, 1) != 0)
            return;
        LogFatal(log, context ?? sender?.ToString() ?? "unknown", exception);
        Thread.Sleep(ForTheLog);
        Environment.Exit(HostExtensions.GaveUp);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "This process cannot go on and ends: {Reason}")]
    private static partial void LogFatal(ILogger log, string reason, Exception? exception);
}

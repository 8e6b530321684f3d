using Microsoft.Extensions.Logging;

namespace Helpdesk.Postgres.Sql;

/// <summary>
/// Keeps the driver from asking the server to cancel. After a time-out, and when whoever asked has gone, Npgsql opens another connection,
/// sends the request and waits for the answer with the thread that it runs on, up to the time for connecting; no setting ends that. When a
/// server stands still dozens of threads wait so, and requests that need no database find none. Not sent, the connection is closed at once:
/// the server ends the statement by itself (<c>statement_timeout</c>, <c>client_connection_check_interval</c>).
/// </summary>
/// <remarks>
/// What the driver lets nobody set it does tell its logger: on the one thread that everything happens on, first that it sends a request and
/// next that it connects. An exception there ends the attempt, which the driver takes for one that failed. Should a new version of it log
/// something else, the request would be sent again, and a test says so.
/// </remarks>
internal sealed class NoCancelRequests : ILoggerFactory, ILogger
{
    public static readonly NoCancelRequests Instance = new();

    [ThreadStatic]
    private static Step step;

    private enum Step
    {
        None,
        Announced,
        Refused,
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Nothing is logged here.");

    // The level at which the driver says that it will send one.
    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Debug;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == NpgsqlEventId.CancellingCommand)
        {
            step = Step.Announced;
            return;
        }

        if (step == Step.None)
            return;
        if (step == Step.Announced)
        {
            step = Step.Refused;
            throw new NotSentException();
        }

        // It tries a second time, without encrypting: refused as well. Anything else means that it has given up.
        step = logLevel == LogLevel.Trace && exception is NotSentException ? Step.Announced : Step.None;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }

    private sealed class NotSentException() : Exception("Nothing is sent.");
}

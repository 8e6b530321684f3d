using Microsoft.Extensions.Logging;

namespace Helpdesk.Hosting;

/// <summary>Stands before every logger of the process, the libraries' too, so that logs stay small when it burns.</summary>
internal sealed partial class OutageLoggerFactory : ILoggerFactory
{
    private readonly ILoggerFactory inner;
    private readonly OutageLines lines;
    private readonly ITimer timer;

    public OutageLoggerFactory(ILoggerFactory inner, TimeProvider time)
    {
        (this.inner, lines) = (inner, new(time));
        timer = time.CreateTimer(_ => WriteCounts(), null, OutageLines.Window, OutageLines.Window);
    }

    public ILogger CreateLogger(string categoryName) => new Bounded(inner.CreateLogger(categoryName), categoryName, lines);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        timer.Dispose();
        inner.Dispose();
    }

    private void WriteCounts()
    {
        foreach (var count in lines.Count())
        {
            var log = inner.CreateLogger(count.Category);
            if (count.All is { } all)
                LogOver(log, count.Text, all);
            else
                LogMore(log, count.Text, count.More);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} more in the last minute, at last: {Text}")]
    private static partial void LogMore(ILogger log, string text, long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No more for a minute, {Count} were not written, at last: {Text}")]
    private static partial void LogOver(ILogger log, string text, long count);

    private sealed class Bounded(ILogger inner, string category, OutageLines lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
                return;
            if (!OutageLines.Concerns(category, logLevel, exception))
                inner.Log(logLevel, eventId, state, exception, formatter);
            else if (lines.MayWrite(category, TemplateOf(eventId, state), () => formatter(state, exception)))
                Write(logLevel, eventId, state, exception, formatter);
        }

        private void Write<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is null || !OutageLines.IsOutage(exception))
                inner.Log(logLevel, eventId, state, exception, formatter);
            else
                inner.Log(logLevel, eventId, state, null, (said, _) => $"{formatter(said, exception)} {OutageLines.Reason(exception)}");
        }

        // As it stands in the code, before what varies was put in.
        private static string TemplateOf<TState>(EventId eventId, TState state) =>
            state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } named && named[^1].Key == "{OriginalFormat}"
                ? named[^1].Value?.ToString() ?? ""
                : eventId.Name ?? $"event {eventId.Id}";
    }
}

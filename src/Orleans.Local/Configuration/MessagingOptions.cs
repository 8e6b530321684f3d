using System.Diagnostics;

namespace Orleans.Configuration;

/// <summary>Calls, as the caller sees them.</summary>
public abstract class MessagingOptions
{
    private TimeSpan responseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a caller waits before <see cref="TimeoutException"/>; the call may still run. Default 30 s; more under a debugger.</summary>
    public TimeSpan ResponseTimeout
    {
        get => Debugger.IsAttached ? ResponseTimeoutWithDebugger : responseTimeout;
        set => responseTimeout = value;
    }

    public TimeSpan ResponseTimeoutWithDebugger { get; set; } = TimeSpan.FromMinutes(30);
}

/// <summary>Calls, as the called side sees them.</summary>
public class SiloMessagingOptions : MessagingOptions
{
    public const int DEFAULT_MAX_ENQUEUED_REQUESTS_HARD_LIMIT = 0;

    public const int DEFAULT_MAX_ENQUEUED_REQUESTS_STATELESS_WORKER_HARD_LIMIT = 0;

    /// <summary>Calls that may wait at one activation; one more is refused with <c>LimitExceededException</c>. 0: any number.</summary>
    public int MaxEnqueuedRequestsHardLimit { get; set; } = DEFAULT_MAX_ENQUEUED_REQUESTS_HARD_LIMIT;

    /// <summary>The same for one activation of a stateless worker.</summary>
    public int MaxEnqueuedRequestsHardLimit_StatelessWorker { get; set; } = DEFAULT_MAX_ENQUEUED_REQUESTS_STATELESS_WORKER_HARD_LIMIT;
}

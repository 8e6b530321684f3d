namespace Orleans.Runtime;

/// <summary>A fault of the engine, as opposed to one of the grain.</summary>
public class OrleansException : Exception
{
    public OrleansException() : base("Unexpected error.")
    {
    }

    public OrleansException(string message) : base(message)
    {
    }

    public OrleansException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The engine cannot start as it is configured. For whoever configures it: the message says all.</summary>
public sealed class OrleansConfigurationException : Exception
{
    public OrleansConfigurationException(string message) : base(message)
    {
    }

    public OrleansConfigurationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>The line alone where nothing lies behind it: a stack trace would bury it in the log.</summary>
    public override string ToString() => InnerException is null ? Message : base.ToString();
}

/// <summary>The call was not taken: it did not run.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    internal OrleansMessageRejectionException(string message) : base(message)
    {
    }

    internal OrleansMessageRejectionException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The engine is not running, or stops.</summary>
public sealed class SiloUnavailableException : OrleansMessageRejectionException
{
    public SiloUnavailableException() : base("The silo is unavailable.")
    {
    }

    public SiloUnavailableException(string msg) : base(msg)
    {
    }

    public SiloUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The silo sheds load and takes no more calls from clients. Never thrown in one process, where no gateway lies between; callers name it for clusters.</summary>
public sealed class GatewayTooBusyException : OrleansException
{
    public GatewayTooBusyException() : base("Gateway too busy")
    {
    }

    public GatewayTooBusyException(string message) : base(message)
    {
    }

    public GatewayTooBusyException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>Too many calls wait at one activation; see <c>SiloMessagingOptions.MaxEnqueuedRequestsHardLimit</c>. The call did not run.</summary>
public sealed class LimitExceededException : OrleansException
{
    public LimitExceededException() : base("Limit exceeded")
    {
    }

    public LimitExceededException(string message) : base(message)
    {
    }

    public LimitExceededException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public LimitExceededException(string limitName, int current, int threshold, object extraInfo)
        : base($"Limit exceeded {limitName} Current={current} Threshold={threshold} {extraInfo}")
    {
    }
}

/// <summary>A reminder could not be stored, read or removed.</summary>
public sealed class ReminderException(string message) : OrleansException(message);

using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>What the engine has to say.</summary>
internal sealed partial class EngineLog(ILogger logger)
{
    [LoggerMessage(1, LogLevel.Error, "Activating {GrainId} failed; its callers get the exception.")]
    public partial void ActivationFailed(Exception exception, GrainId grainId);

    [LoggerMessage(2, LogLevel.Error, "OnDeactivateAsync of {GrainId} failed.")]
    public partial void OnDeactivateFailed(Exception exception, GrainId grainId);

    [LoggerMessage(3, LogLevel.Error, "Disposing {GrainId} failed.")]
    public partial void DisposeFailed(Exception exception, GrainId grainId);

    [LoggerMessage(4, LogLevel.Warning, "A timer of {GrainId} failed; it goes on with its next tick.")]
    public partial void TimerFailed(Exception exception, GrainId grainId);

    [LoggerMessage(5, LogLevel.Warning, "Stopped while {Count} grains were still active.")]
    public partial void StoppedWithActivations(int count);

    [LoggerMessage(6, LogLevel.Error, "Reminder {Name} of {GrainId} failed; the tick is lost, the next one comes in its time.")]
    public partial void ReminderFailed(Exception exception, GrainId grainId, string name);

    [LoggerMessage(7, LogLevel.Error, "The reminders could not be read; those known go on.")]
    public partial void RemindersNotRead(Exception exception);

    [LoggerMessage(8, LogLevel.Critical, "The connection that holds the database for this instance is gone; the process stops, because another instance may start now.")]
    public partial void InstanceLockLost();
}

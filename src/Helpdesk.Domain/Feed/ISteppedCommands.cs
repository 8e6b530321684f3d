namespace Helpdesk.Domain.Feed;

/// <summary>
/// Remembers commands that are made of steps, each of which is a command of its own: what was planned before the first of them, and that
/// the last was done. So a repetition goes on with the plan of the first time, is answered as that was, and is told from another request
/// under the same key. Kept as long as every operation.
/// </summary>
public interface ISteppedCommands
{
    /// <summary><c>null</c>: none of its steps was begun.</summary>
    Task<SteppedCommand?> Find(TenantId tenant, CommandId id, CancellationToken cancellation);

    /// <summary>Before the first step. Somebody else may have been first: what stands there is the answer.</summary>
    Task<SteppedCommand> Begin(TenantId tenant, CommandId id, string plan);

    /// <summary>After the last step. Harmless to repeat.</summary>
    Task End(TenantId tenant, CommandId id);
}

/// <param name="Fingerprint">What was asked.</param>
/// <param name="Plan">As JSON: what the steps are to do, and what the answer is made of.</param>
/// <param name="IsDone">All steps were done.</param>
public sealed record SteppedCommand(string Fingerprint, string Plan, bool IsDone);

using Helpdesk.Domain.Tickets;

namespace Helpdesk.Contracts.Tickets;

/// <summary>
/// Acts on two tickets of one tenant. Both halves carry the same operation, so a retry with the same key finishes what a crash left half done.
/// Key: <c>{tenant:D}</c>.
/// </summary>
[Alias("ITicketPairGrain")]
public interface ITicketPairGrain : IGrainWithStringKey
{
    /// <summary>Links both tickets with each other; the other one shows the mirrored kind.</summary>
    [Alias("Link")]
    Task<Answer<TicketOutcome>> Link(Caller caller, CommandId id, Guid ticket, Guid other, LinkKind kind, CancellationToken cancellation);

    [Alias("Unlink")]
    Task<Answer<TicketOutcome>> Unlink(Caller caller, CommandId id, Guid ticket, Guid other, LinkKind kind, CancellationToken cancellation);

    /// <summary>The source goes on as the target.</summary>
    /// <param name="version">Of the source, as read; <c>null</c>: whatever it is.</param>
    [Alias("Merge")]
    Task<Answer<TicketOutcome>> Merge(Caller caller, CommandId id, Guid source, Guid target, int? version, CancellationToken cancellation);

    /// <summary>Undoes a merge: the source stands where it stood before.</summary>
    [Alias("Unmerge")]
    Task<Answer<TicketOutcome>> Unmerge(Caller caller, CommandId id, Guid source, CancellationToken cancellation);
}

using Helpdesk.Domain.Tickets;

namespace Helpdesk.Contracts.Tickets;

/// <summary>
/// Acts on two tickets of one tenant. Each ticket records its half by itself, so a crash can leave one half without the other; such a half
/// is found and taken back by <see cref="SettleLink"/> and <see cref="SettleMerge"/>, without anybody's retry. Key: <c>{tenant:D}</c>.
/// </summary>
[Alias("ITicketPairGrain")]
public interface ITicketPairGrain : IGrainWithStringKey
{
    /// <summary>Links both tickets with each other; the other one shows the mirrored kind.</summary>
    [Alias("Link")]
    Task<Result<TicketOutcome>> Link(
        Caller caller, CommandId id, TicketId ticket, TicketId other, LinkKind kind, CancellationToken cancellation);

    [Alias("Unlink")]
    Task<Result<TicketOutcome>> Unlink(
        Caller caller, CommandId id, TicketId ticket, TicketId other, LinkKind kind, CancellationToken cancellation);

    /// <summary>The source goes on as the target.</summary>
    /// <param name="version">The source's version, as read; <c>null</c>: whatever it is.</param>
    [Alias("Merge")]
    Task<Result<TicketOutcome>> Merge(
        Caller caller, CommandId id, TicketId source, TicketId target, int? version, CancellationToken cancellation);

    /// <summary>Undoes a merge: the source stands where it stood before.</summary>
    [Alias("Unmerge")]
    Task<Result<TicketOutcome>> Unmerge(Caller caller, CommandId id, TicketId source, CancellationToken cancellation);

    /// <summary>Deletes a ticket and takes it out of the tickets that it was linked with or merged into.</summary>
    /// <param name="version">As read; <c>null</c>: whatever it is.</param>
    [Alias("Delete")]
    Task<Result<TicketOutcome>> Delete(Caller caller, CommandId id, TicketId ticket, int? version, CancellationToken cancellation);

    /// <summary>Takes back a half of a link whose other half is missing.</summary>
    /// <returns>Whether there was one.</returns>
    [Alias("SettleLink")]
    Task<Result<bool>> SettleLink(Caller caller, TicketId ticket, TicketId other, LinkKind kind, CancellationToken cancellation);

    /// <summary>Makes the target's half of a merge follow the source's: the source is merged into it, or it is not.</summary>
    /// <returns>Whether there was anything to do.</returns>
    [Alias("SettleMerge")]
    Task<Result<bool>> SettleMerge(Caller caller, TicketId source, TicketId target, CancellationToken cancellation);
}

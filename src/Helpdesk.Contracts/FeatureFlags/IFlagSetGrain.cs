using System.Collections.Immutable;
using Helpdesk.Contracts.Due;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Contracts.FeatureFlags;

/// <summary>
/// The flags of one tenant, or of the platform; the only writer of their history. Key: <c>{tenant:D}</c>. Changes flags; answering them is
/// the work of the snapshots, which never wait for a grain.
/// </summary>
[Alias("IFlagSetGrain")]
public interface IFlagSetGrain : IDueSubject
{
    /// <summary>Defines a flag, or gives it another definition.</summary>
    [Alias("Put")]
    Task<Result<Outcome<FeatureFlag>>> Put(Caller caller, CommandId id, PutFlag command, CancellationToken cancellation);

    /// <summary>What would be saved, or why it would be refused. Saves nothing.</summary>
    /// <returns>The definition in full.</returns>
    [Alias("TryPut")]
    Task<Result<FlagDefinition>> TryPut(Caller caller, string key, FlagDefinition definition, CancellationToken cancellation);

    /// <param name="act">Archive, kill, revive, approve or reject.</param>
    [Alias("Act")]
    Task<Result<Outcome<FeatureFlag>>> Act(Caller caller, CommandId id, FlagAct act, ActOnFlag command, CancellationToken cancellation);

    /// <param name="from">The version whose definition comes back.</param>
    [Alias("Restore")]
    Task<Result<Outcome<FeatureFlag>>> Restore(
        Caller caller, CommandId id, string key, int from, string? reason, int version, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<FeatureFlag>> Read(Caller caller, string key, CancellationToken cancellation);

    /// <param name="after">Key of the last one read; empty: from the beginning.</param>
    /// <param name="limit">1 to 200.</param>
    [Alias("List")]
    Task<Result<FlagPage>> List(Caller caller, bool archived, string after, int limit, CancellationToken cancellation);

    /// <summary>Oldest first.</summary>
    [Alias("History")]
    Task<Result<ImmutableArray<FlagRevision>>> History(Caller caller, string key, CancellationToken cancellation);

    /// <param name="age">How long a flag must have stood unchanged to count as settled; at least a day.</param>
    [Alias("Stale")]
    Task<Result<ImmutableArray<StaleFlag>>> Stale(Caller caller, TimeSpan age, CancellationToken cancellation);
}

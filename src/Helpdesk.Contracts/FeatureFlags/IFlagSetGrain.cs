using Helpdesk.Contracts.Due;
using Helpdesk.Domain;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Contracts.FeatureFlags;

/// <summary>
/// The flags of one tenant, or of the platform; the only writer of their history. Key: <c>{tenant:D}</c>. Changes flags; answering them is the
/// work of the snapshots, which never wait for a grain.
/// </summary>
[Alias("IFlagSetGrain")]
public interface IFlagSetGrain : IDueSubject
{
    /// <summary>Defines a flag, or gives it another definition.</summary>
    /// <param name="document">As the domain's <see cref="FlagDocument"/>, with tenants by id.</param>
    /// <param name="version">As read; <c>null</c>: there must be none yet.</param>
    [Alias("Put")]
    Task<Result<FlagOutcome>> Put(
        Caller caller, CommandId id, string key, string document, string? reason, int? version, CancellationToken cancellation);

    /// <summary>What would be saved, or why it would be refused. Saves nothing.</summary>
    /// <returns>The definition in full, as a document.</returns>
    [Alias("TryPut")]
    Task<Result<string>> TryPut(Caller caller, string key, string document, CancellationToken cancellation);

    /// <param name="act">Archive, kill, revive, approve or reject.</param>
    /// <param name="version">As read; <c>null</c>, for kill only: whichever it is.</param>
    [Alias("Act")]
    Task<Result<FlagOutcome>> Act(Caller caller, CommandId id, FlagAct act, string key, string? reason, int? version, CancellationToken cancellation);

    /// <param name="from">The version whose definition comes back.</param>
    [Alias("Restore")]
    Task<Result<FlagOutcome>> Restore(Caller caller, CommandId id, string key, int from, string? reason, int version, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<FlagView>> Read(Caller caller, string key, CancellationToken cancellation);

    /// <param name="after">Key of the last one read; empty: from the beginning.</param>
    /// <param name="limit">1 to 200.</param>
    [Alias("List")]
    Task<Result<FlagPage>> List(Caller caller, bool archived, string after, int limit, CancellationToken cancellation);

    /// <summary>Oldest first.</summary>
    [Alias("History")]
    Task<Result<IReadOnlyList<FlagRevisionView>>> History(Caller caller, string key, CancellationToken cancellation);

    /// <param name="age">How long a flag must have stood unchanged to count as settled; at least a day.</param>
    [Alias("Stale")]
    Task<Result<IReadOnlyList<StaleFlagView>>> Stale(Caller caller, TimeSpan age, CancellationToken cancellation);
}

/// <param name="Replayed">The command had its effect earlier; this is the answer of that time.</param>
[GenerateSerializer, Immutable, Alias("flag-outcome")]
public sealed record FlagOutcome(FlagView Flag, bool Replayed);

/// <param name="Document">The definition, with tenants by id.</param>
/// <param name="Version">Of this flag; names it in <c>If-Match</c>.</param>
/// <param name="Proposal">Waits for a second person.</param>
[GenerateSerializer, Immutable, Alias("flag-view")]
public sealed record FlagView(
    string Key, string Document, int Version, DateTimeOffset CreatedAt, Guid? CreatedBy, DateTimeOffset UpdatedAt, Guid? UpdatedBy,
    DateTimeOffset? KilledAt, DateTimeOffset? ArchivedAt, FlagProposalView? Proposal);

/// <param name="Document">For a change or a restored state.</param>
[GenerateSerializer, Immutable, Alias("flag-proposal-view")]
public sealed record FlagProposalView(FlagAct Act, string? Document, int? From, string? Reason, Guid? By, DateTimeOffset At);

/// <param name="Total">Of the whole list.</param>
[GenerateSerializer, Immutable, Alias("flag-page")]
public sealed record FlagPage(IReadOnlyList<FlagView> Flags, int Total);

[GenerateSerializer, Immutable, Alias("flag-revision-view")]
public sealed record FlagRevisionView(
    int Version, DateTimeOffset At, Guid? By, FlagAct Act, FlagView? Before, FlagView After, string? Reason);

[GenerateSerializer, Immutable, Alias("stale-flag-view")]
public sealed record StaleFlagView(FlagView Flag, IReadOnlyList<Staleness> Reasons);

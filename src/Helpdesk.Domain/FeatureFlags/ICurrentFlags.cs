namespace Helpdesk.Domain.FeatureFlags;

/// <summary>All flags, in the memory of this process. Always there: when the database is away, as it was read last.</summary>
public interface ICurrentFlags
{
    CompiledFlags Current { get; }

    /// <summary>When <see cref="Current"/> was last in step with the database; <c>null</c>: never yet.</summary>
    Instant? InStepAt { get; }

    /// <summary>
    /// Comes into step now, so that whoever has just changed something meets it with the next request to this process. Does not fail when
    /// the database is away: it catches up when that is back.
    /// </summary>
    Task CatchUp(CancellationToken cancellation);

    /// <summary>The environment of this process, such as <c>production</c>.</summary>
    string Environment { get; }
}

/// <summary>Where snapshots come from, over all tenants.</summary>
public interface IFlagSources
{
    /// <summary>What is no longer as it is known, and which tenants are gone.</summary>
    /// <param name="known">Empty: everything is read.</param>
    Task<FlagSourceChanges> ChangesSince(IReadOnlyDictionary<TenantId, FlagSourceVersion> known, CancellationToken cancellation);

    /// <summary>
    /// Returns as soon as the database says that something changed, after <paramref name="atMost"/> in any case, and at once when it cannot
    /// listen any longer: then nothing is lost but the nudge.
    /// </summary>
    Task Nudged(TimeSpan atMost, CancellationToken cancellation);
}

/// <summary>What a source was read at. Another value in any part means another source.</summary>
/// <param name="Set">Version of the set of flags; 0: it has none.</param>
public readonly record struct FlagSourceVersion(int Tenant, int Set, int Licence);

/// <param name="Unreadable">Stay as they were; nobody else's changes wait for them.</param>
public sealed record FlagSourceChanges(
    IReadOnlyList<(FlagSource Source, FlagSourceVersion Version)> Changed, IReadOnlyList<TenantId> Gone,
    IReadOnlyList<(TenantId Tenant, FlagSourceVersion Version, Exception Why)> Unreadable);

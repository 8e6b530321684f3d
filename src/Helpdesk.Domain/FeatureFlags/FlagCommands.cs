namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Defines a flag, or gives it another definition.</summary>
/// <param name="Version">That the author read; <c>null</c>: there must be none yet.</param>
public sealed record PutFlag(string Key, FlagDefinition Definition, string? Reason, int? Version);

/// <param name="From">The version whose definition comes back.</param>
/// <param name="Definition">That it had; <c>null</c>: the history knows no such state.</param>
public sealed record RestoreFlag(string Key, int From, FlagDefinition? Definition, string? Reason, int Version);

/// <summary>Anything else that is done to a flag as a whole.</summary>
/// <param name="Version">That the author read; <c>null</c>: whichever it is, for the kill switch.</param>
public sealed record ActOnFlag(string Key, string? Reason, int? Version);

/// <summary>What the rules of one set must know of the others.</summary>
/// <param name="Platform">The platform's set, for a tenant's; <c>null</c> for the platform's own, or when it has none.</param>
/// <param name="Dependents">Flags of other sets that require the one at hand, such as <c>musterstadt: new-form</c>.</param>
public sealed record FlagSurroundings(FlagSet? Platform, ImmutableArray<string> Dependents)
{
    public static readonly FlagSurroundings None = new(null, []);

    /// <summary>
    /// Whom the command names as owner, if that is nobody who works here; <c>null</c>: it names nobody, or somebody who does.
    /// </summary>
    public AccountId? Stranger { get; init; }
}

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>What was done to one flag: who, when, old, new, why.</summary>
/// <param name="Version">The flag's version after the act.</param>
/// <param name="By"><c>null</c>: the platform itself.</param>
/// <param name="Before">The state before; <c>null</c> for the first.</param>
public sealed record FlagRevision(
    int Version, Instant At, AccountId? By, FlagAct Act, FeatureFlag? Before, FeatureFlag After, string? Reason);

/// <summary>Folds the events of a set into the history of one of its flags.</summary>
public static class FlagHistory
{
    /// <summary>Oldest first.</summary>
    public static ImmutableArray<FlagRevision> Of(IEnumerable<Recorded<FlagSetEvent>> events, string key) => Of(
        events.Select(known => new HistoryEntry<FlagSetEvent>(known.Version, known.At, known.Actor, "", known.Event)), key);

    /// <summary>
    /// The same where some cannot be read: such a one is shown as <see cref="FlagAct.Unknown"/>, and the flag as it was before.
    /// </summary>
    public static ImmutableArray<FlagRevision> Of(IEnumerable<HistoryEntry<FlagSetEvent>> entries, string key)
    {
        var revisions = ImmutableArray.CreateBuilder<FlagRevision>();
        FlagSet? set = null;
        foreach (var entry in entries.Where(entry => entry.Event is null || entry.Event.Key == key))
        {
            var before = set?.Find(key);
            if (entry.Recorded is not { } recorded || (before is null && recorded.Event is not FlagSetEvent.Defined))
            {
                if (before is not null)
                    revisions.Add(new(before.Version, entry.At, entry.Actor, FlagAct.Unknown, before, before, null));
                continue;
            }

            set = FlagSet.Apply(set, recorded);
            var after = set.Find(key)!;
            revisions.Add(new(after.Version, recorded.At, recorded.Actor, ActOf(recorded.Event), before, after, ReasonOf(recorded.Event)));
        }

        return revisions.ToImmutable();
    }

    /// <summary>The definition that the flag had at that version; <c>null</c>: it never had such a version.</summary>
    public static FlagDefinition? DefinitionAt(IEnumerable<Recorded<FlagSetEvent>> events, string key, int version) =>
        DefinitionAt(Of(events, key), version);

    /// <param name="history">Of one flag.</param>
    public static FlagDefinition? DefinitionAt(IEnumerable<FlagRevision> history, int version) =>
        history.FirstOrDefault(revision => revision.Version == version)?.After.Definition;

    private static FlagAct ActOf(FlagSetEvent what) => what switch
    {
        FlagSetEvent.Defined => FlagAct.Define,
        FlagSetEvent.Changed => FlagAct.Change,
        FlagSetEvent.Archived => FlagAct.Archive,
        FlagSetEvent.Restored => FlagAct.Restore,
        FlagSetEvent.Killed => FlagAct.Kill,
        FlagSetEvent.Revived => FlagAct.Revive,
        FlagSetEvent.Proposed => FlagAct.Propose,
        FlagSetEvent.Approved => FlagAct.Approve,
        FlagSetEvent.Rejected => FlagAct.Reject,
        FlagSetEvent.ExpiryWarned => FlagAct.WarnOfExpiry,
        FlagSetEvent.Expired => FlagAct.Expire,
        _ => throw new InvalidOperationException($"The history has no word for {what.GetType().Name}."),
    };

    private static string? ReasonOf(FlagSetEvent what) => what switch
    {
        FlagSetEvent.Defined defined => defined.Reason,
        FlagSetEvent.Changed changed => changed.Reason,
        FlagSetEvent.Archived archived => archived.Reason,
        FlagSetEvent.Restored restored => restored.Reason,
        FlagSetEvent.Killed killed => killed.Reason,
        FlagSetEvent.Revived revived => revived.Reason,
        FlagSetEvent.Proposed proposed => proposed.Reason,
        FlagSetEvent.Approved approved => approved.Reason,
        FlagSetEvent.Rejected rejected => rejected.Reason,
        _ => null,
    };
}

namespace Helpdesk.Domain.Tests.FeatureFlags;

/// <summary>A set of flags and what is done to it: each act is decided on what the acts before it left.</summary>
internal sealed class FlagStory
{
    public static readonly Member Operator = new(TenantId.Platform, Some.Account(), Role.Operator);
    public static readonly Member Colleague = new(TenantId.Platform, Some.Account(), Role.Operator);

    private readonly List<Recorded<FlagSetEvent>> history = [];

    public FlagSet? Set { get; private set; }

    public IReadOnlyList<Recorded<FlagSetEvent>> History => history;

    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 21, 9, 0);

    public FlagSurroundings Around { get; set; } = FlagSurroundings.None;

    public FeatureFlag this[string key] => Set!.Flags[key];

    public static Member AdminOf(TenantId tenant) => new(tenant, Some.Account(), Role.Admin);

    public Error? Define(string key, FlagDefinition definition, Member? by = null) => Put(key, definition, null, by);

    public Error? Change(string key, FlagDefinition definition, Member? by = null, int? version = null) =>
        Put(key, definition, version ?? this[key].Version, by);

    public Error? Put(string key, FlagDefinition definition, int? version, Member? by = null, string? reason = null) =>
        Record(FlagChanges.Put(Set, new(key, definition, reason, version), by ?? Operator, Around), by);

    public Error? Archive(string key, Member? by = null) => Record(FlagChanges.Archive(Set, Act(key), by ?? Operator, Around), by);

    public Error? Kill(string key, Member? by = null) => Record(FlagChanges.Kill(Set, new(key, "It burns.", null), by ?? Operator), by);

    public Error? Revive(string key, Member? by = null) => Record(FlagChanges.Revive(Set, Act(key), by ?? Operator), by);

    public Error? Restore(string key, int from, Member? by = null) => Record(
        FlagChanges.Restore(Set, new(key, from, FlagHistory.DefinitionAt(history, key, from), null, this[key].Version), by
            ?? Operator, Around), by);

    public Error? Approve(string key, Member? by = null) => Record(FlagApproval.Approve(Set, Act(key), by ?? Operator, Around), by);

    public Error? Reject(string key, Member? by = null) => Record(FlagApproval.Reject(Set, Act(key), by ?? Operator), by);

    public IReadOnlyList<FlagSetEvent> Look()
    {
        var decision = FlagExpiry.Look(Set!, Now);
        Record(decision, null);
        return decision.Events;
    }

    private ActOnFlag Act(string key) => new(key, null, Set?.Find(key)?.Version);

    private Error? Record(Decision<FlagSetEvent> decision, Member? by)
    {
        if (decision.Refusal is { } refusal)
            return refusal;

        foreach (var what in decision.Events)
        {
            var recorded = new Recorded<FlagSetEvent>((Set?.Version ?? 0) + 1, Now, (by ?? Operator).Account, what);
            history.Add(recorded);
            Set = FlagSet.Apply(Set, recorded);
        }

        return null;
    }
}

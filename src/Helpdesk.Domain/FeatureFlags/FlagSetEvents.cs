namespace Helpdesk.Domain.FeatureFlags;

/// <summary>What can happen to the flags of a set. Stored for good: members are added, never renamed or given another meaning.</summary>
/// <param name="Key">The key of the flag that it happened to.</param>
public abstract record FlagSetEvent(string Key)
{
    /// <param name="Reason">Why, in the words of who did it; so everywhere here. <c>null</c>: not told.</param>
    public sealed record Defined(string Key, FlagDefinition Definition, string? Reason) : FlagSetEvent(Key);

    public sealed record Changed(string Key, FlagDefinition Definition, string? Reason) : FlagSetEvent(Key);

    /// <summary>Gone for clients and lists; kept with its history, and its key stays taken.</summary>
    public sealed record Archived(string Key, string? Reason) : FlagSetEvent(Key);

    /// <summary>Back to an earlier state, also out of the archive.</summary>
    /// <param name="From">The version of the flag that had this definition.</param>
    public sealed record Restored(string Key, int From, FlagDefinition Definition, string? Reason) : FlagSetEvent(Key);

    public sealed record Killed(string Key, string? Reason) : FlagSetEvent(Key);

    public sealed record Revived(string Key, string? Reason) : FlagSetEvent(Key);

    /// <summary>Asked for by one person; acts when a second one approves.</summary>
    /// <param name="Act">Change, archive, restore or revive.</param>
    /// <param name="Definition">For change and restore.</param>
    /// <param name="From">For restore.</param>
    public sealed record Proposed(string Key, FlagAct Act, FlagDefinition? Definition, int? From, string? Reason) : FlagSetEvent(Key);

    /// <summary>What was proposed follows as an event of its own.</summary>
    public sealed record Approved(string Key, AccountId? ProposedBy, string? Reason) : FlagSetEvent(Key);

    /// <summary>Declined by a second person, or withdrawn by the first.</summary>
    public sealed record Rejected(string Key, string? Reason) : FlagSetEvent(Key);

    /// <summary>The owner is told that the flag will expire. Whoever carries messages further sends it.</summary>
    /// <param name="Days">14 or 3.</param>
    public sealed record ExpiryWarned(string Key, AccountId? Owner, int Days) : FlagSetEvent(Key);

    /// <summary>The moment has passed. For the history and the owner: evaluation goes by the clock and does not wait for this.</summary>
    public sealed record Expired(string Key, AccountId? Owner) : FlagSetEvent(Key);
}

/// <summary>What was done to a flag; the words of the history.</summary>
public enum FlagAct
{
    Define,
    Change,
    Archive,
    Restore,
    Kill,
    Revive,
    Propose,
    Approve,
    Reject,
    WarnOfExpiry,
    Expire,
    /// <summary>It cannot be read: a later version of the program did it, or it was spoilt.</summary>
    Unknown,
}

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Why a flag looks as if it could go.</summary>
public enum Staleness
{
    /// <summary>Everybody has had the same variant for long: the code can have it without the flag.</summary>
    FullyOn,
    /// <summary>Nobody has had it for long.</summary>
    FullyOff,
    /// <summary>Its end has passed.</summary>
    Expired,
    /// <summary>Killed long ago, and nobody brought it back.</summary>
    Killed,
    /// <summary>Nobody answers for it: the owner is gone.</summary>
    OwnerGone,
}

public sealed record StaleFlag(FeatureFlag Flag, ImmutableArray<Staleness> Reasons);

/// <summary>
/// The flags that somebody should look at. Long-lived kinds count too: they are listed when nothing but their default is left of them.
/// </summary>
public static class StaleFlags
{
    /// <summary>Used where nobody says how long is long.</summary>
    public static readonly Duration UsualAge = Duration.FromDays(90);

    /// <param name="age">How long a flag must have stood unchanged to count as settled.</param>
    /// <param name="isGone">Whether this account no longer works here.</param>
    /// <returns>In ordinal order of keys.</returns>
    public static ImmutableArray<StaleFlag> Of(FlagSet set, Instant now, Duration age, Func<AccountId, bool> isGone) =>
    [
        .. set.Active.OrderBy(flag => flag.Key, StringComparer.Ordinal)
            .Select(flag => new StaleFlag(flag, [.. Reasons(flag, now, age, isGone)]))
            .Where(stale => !stale.Reasons.IsEmpty),
    ];

    private static IEnumerable<Staleness> Reasons(FeatureFlag flag, Instant now, Duration age, Func<AccountId, bool> isGone)
    {
        if (flag.Definition.ExpiresAt <= now)
            yield return Staleness.Expired;
        if (flag.KilledAt + age <= now)
            yield return Staleness.Killed;
        if (flag.ConfiguredAt + age <= now && Settled(flag.Definition) is { } settled)
            yield return settled;
        if (flag.Definition.Owner is { } owner && isGone(owner))
            yield return Staleness.OwnerGone;
    }

    // null: it still tells some from others.
    private static Staleness? Settled(FlagDefinition flag)
    {
        if (flag.Enabled is { Elsewhere: false } && flag.Enabled.Named.All(named => !named.Enabled))
            return Staleness.FullyOff;
        if (flag.Strategies.IsEmpty || flag.Strategies.All(strategy => strategy.ReachesNobody))
            return flag.DefaultVariant == flag.SafeVariant ? Staleness.FullyOff : Staleness.FullyOn;

        var first = flag.Strategies.First(strategy => !strategy.ReachesNobody);
        return first.Where.IsEmpty && first.ReachesEverybody && flag.Enabled.Named.All(named => named.Enabled) && flag.Enabled.Elsewhere
            ? Staleness.FullyOn
            : null;
    }
}

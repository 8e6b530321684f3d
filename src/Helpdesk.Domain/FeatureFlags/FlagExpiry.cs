namespace Helpdesk.Domain.FeatureFlags;

/// <summary>How far a flag's owner has been told of its end. Ordered.</summary>
public enum ExpiryStage
{
    None,
    FirstWarning,
    LastWarning,
    Expired,
}

/// <summary>
/// Tells owners that a flag will end: 14 and 3 days before, and when it has. The safe variant itself is served by the clock, at the very
/// moment, in every process, whether or not anybody looks here.
/// </summary>
public static class FlagExpiry
{
    /// <summary>The one due moment of a set: the next at which any of its flags owes something.</summary>
    public const string DueKind = "flag-expiry";

    /// <summary>Days of <see cref="Zone"/>, as the next.</summary>
    public const int FirstWarningDays = 14;
    public const int LastWarningDays = 3;

    /// <summary>Whose days they are: owners are people of the platform, which is at home here.</summary>
    public const string Zone = "Europe/Berlin";

    /// <returns>Everything owed at <paramref name="now"/>; after a long pause only the latest stage of each flag.</returns>
    public static Decision<FlagSetEvent> Look(FlagSet set, Instant now)
    {
        var owed = new List<FlagSetEvent>();
        foreach (var flag in set.Flags.Values.OrderBy(flag => flag.Key, StringComparer.Ordinal))
        {
            if (Stages(flag).Where(stage => stage.At <= now).Select(stage => stage.Stage)
                .LastOrDefault() is not ExpiryStage.None and var stage)
                owed.Add(Tell(flag, stage));
        }

        return owed;
    }

    internal static Instant? NextLook(FlagSet set)
    {
        Instant? next = null;
        foreach (var flag in set.Flags.Values)
        {
            foreach (var (_, at) in Stages(flag))
                next = next is { } earliest && earliest <= at ? next : at;
        }

        return next;
    }

    private static FlagSetEvent Tell(FeatureFlag flag, ExpiryStage stage) => stage switch
    {
        ExpiryStage.Expired => new FlagSetEvent.Expired(flag.Key, flag.Definition.Owner),
        ExpiryStage.LastWarning => new FlagSetEvent.ExpiryWarned(flag.Key, flag.Definition.Owner, LastWarningDays),
        _ => new FlagSetEvent.ExpiryWarned(flag.Key, flag.Definition.Owner, FirstWarningDays),
    };

    // Still to come, in order. A warning whose moment had passed when the expiry was set is not owed: who set it knows.
    private static IEnumerable<(ExpiryStage Stage, Instant At)> Stages(FeatureFlag flag)
    {
        if (flag is not { IsActive: true, Definition.ExpiresAt: { } expiry })
            yield break;

        var warnings = new[] { (ExpiryStage.FirstWarning, LocalDays.After(expiry, -FirstWarningDays, Zone)),
            (ExpiryStage.LastWarning, LocalDays.After(expiry, -LastWarningDays, Zone)) };
        foreach (var (stage, at) in warnings)
        {
            if (flag.Told < stage && at > flag.ExpirySetAt)
                yield return (stage, at);
        }

        if (flag.Told < ExpiryStage.Expired)
            yield return (ExpiryStage.Expired, expiry);
    }
}

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// Defining, changing, archiving, restoring and killing flags. Where a flag asks for four eyes, all but killing becomes a proposal.
/// </summary>
public static class FlagChanges
{
    public static Decision<FlagSetEvent> Put(FlagSet? set, PutFlag command, Member member, FlagSurroundings around)
    {
        if (FlagAccess.ChangeRefusal(member) is { } forbidden)
            return forbidden;
        if (FlagRules.KeyFault(command.Key, "key") is { } keyFault)
            return Error.Invalid(keyFault);
        var decision = command.Version is null ? Define(set, command, member, around) : Change(set, command, member, around);
        return FlagRules.Faults(command.Definition) is { Count: > 0 } faults
            ? Error.Together(Error.Invalid(faults), decision.Refusal)! : decision;
    }

    /// <summary>What <see cref="Put"/> would save on the present version, or why it would refuse.</summary>
    public static Result<FlagDefinition> TryPut(FlagSet? set, string key, FlagDefinition definition, Member member, FlagSurroundings around)
    {
        var present = set?.Find(key);
        var decision = Put(set, new(key, definition, null, present?.Version), member, around);
        if (decision.Refusal is { } refusal)
            return refusal;

        return decision.Events.SingleOrDefault() switch
        {
            FlagSetEvent.Defined defined => defined.Definition,
            FlagSetEvent.Changed changed => changed.Definition,
            FlagSetEvent.Proposed proposed => proposed.Definition!,
            _ => present!.Definition,
        };
    }

    /// <summary>Out of sight, not out of the history. Refused while other flags require it.</summary>
    public static Decision<FlagSetEvent> Archive(FlagSet? set, ActOnFlag command, Member member, FlagSurroundings around)
    {
        if (Find(set, command.Key, command.Reason, command.Version, member).Refused(out var why, out var flag))
            return why;
        if (DependentsOf(set!, command.Key, around) is { Count: > 0 } dependents)
            return FlagErrors.RequiredBy(dependents);

        return Propose(flag, FlagAct.Archive, null, null, command.Reason) ?? new FlagSetEvent.Archived(command.Key, command.Reason);
    }

    /// <summary>An earlier definition again, also of an archived flag. A killed flag stays killed.</summary>
    public static Decision<FlagSetEvent> Restore(FlagSet? set, RestoreFlag command, Member member, FlagSurroundings around)
    {
        if (Find(set, command.Key, command.Reason, command.Version, member, archivedToo: true).Refused(out var why, out var flag))
            return why;
        if (command.Definition is not { } definition)
            return FlagErrors.NoSuchState;
        if (flag.IsActive && definition == flag.Definition)
            return Decision<FlagSetEvent>.Nothing;
        if (FlagSetRules.Refusal(set, command.Key, definition, member, around) is { } invalid)
            return invalid;

        return Propose(flag, FlagAct.Restore, definition, command.From, command.Reason)
            ?? new FlagSetEvent.Restored(command.Key, command.From, definition, command.Reason);
    }

    /// <summary>Serves the safe variant everywhere at once. Needs neither a version nor a second person: it is for emergencies.</summary>
    public static Decision<FlagSetEvent> Kill(FlagSet? set, ActOnFlag command, Member member)
    {
        if (Find(set, command.Key, command.Reason, command.Version, member).Refused(out var why, out var flag))
            return why;

        return flag.IsKilled ? FlagErrors.AlreadyKilled : new FlagSetEvent.Killed(command.Key, command.Reason);
    }

    public static Decision<FlagSetEvent> Revive(FlagSet? set, ActOnFlag command, Member member)
    {
        if (Find(set, command.Key, command.Reason, command.Version, member).Refused(out var why, out var flag))
            return why;
        if (!flag.IsKilled)
            return FlagErrors.NotKilled;

        return Propose(flag, FlagAct.Revive, null, null, command.Reason) ?? new FlagSetEvent.Revived(command.Key, command.Reason);
    }

    private static Decision<FlagSetEvent> Define(FlagSet? set, PutFlag command, Member member, FlagSurroundings around)
    {
        if (set?.Find(command.Key) is not null)
            return FlagErrors.Exists;
        if (set?.Flags.Count >= FlagLimits.Flags)
            return FlagErrors.TooMany;
        if (ReasonFault(command.Reason) is { } fault)
            return fault;
        if (FlagSetRules.Refusal(set, command.Key, command.Definition, member, around) is { } invalid)
            return invalid;

        var definition = command.Definition with
        {
            Owner = command.Definition.Owner ?? member.Account,
            Salt = command.Definition.Salt.Length > 0 ? command.Definition.Salt : SaltOf(member.Tenant, command.Key),
        };
        return new FlagSetEvent.Defined(command.Key, definition, command.Reason);
    }

    private static Decision<FlagSetEvent> Change(FlagSet? set, PutFlag command, Member member, FlagSurroundings around)
    {
        if (Find(set, command.Key, command.Reason, command.Version, member, archivedToo: true).Refused(out var why, out var flag))
            return why;

        var definition = command.Definition with
        {
            Owner = command.Definition.Owner ?? flag.Definition.Owner,
            Salt = command.Definition.Salt.Length > 0 ? command.Definition.Salt : flag.Definition.Salt,
        };
        // Sent back as it was read, an archived one stays as it is.
        if (!flag.IsActive)
            return definition == flag.Definition ? Decision<FlagSetEvent>.Nothing : FlagErrors.Archived;
        if (FlagSetRules.Refusal(set, command.Key, definition, member, around) is { } invalid)
            return invalid;
        if (definition == flag.Definition)
            return Decision<FlagSetEvent>.Nothing;

        return Propose(flag, FlagAct.Change, definition, null, command.Reason)
            ?? new FlagSetEvent.Changed(command.Key, definition, command.Reason);
    }

    // null: the flag does not ask for a second person.
    private static Decision<FlagSetEvent>? Propose(FeatureFlag flag, FlagAct act, FlagDefinition? definition, int? from, string? reason)
    {
        if (!flag.Definition.FourEyes)
            return null;

        return flag.Proposal is null ? new FlagSetEvent.Proposed(flag.Key, act, definition, from, reason) : FlagErrors.ChangePending;
    }

    internal static Result<FeatureFlag> Find(
        FlagSet? set, string key, string? reason, int? version, Member member, bool archivedToo = false)
    {
        if (FlagAccess.ChangeRefusal(member) is { } forbidden)
            return forbidden;
        if (set?.Find(key) is not { } flag)
            return AccessErrors.NotFound;
        if (version.IsStale(flag.Version))
            return FeedErrors.Stale;
        if (!flag.IsActive && !archivedToo)
            return FlagErrors.Archived;

        return ReasonFault(reason) is { } fault ? fault : flag;
    }

    internal static IReadOnlyList<string> DependentsOf(FlagSet set, string key, FlagSurroundings around) =>
    [
        .. set.Active.Where(flag => flag.Definition.Requires.Contains(key)).Select(flag => flag.Key).Order(StringComparer.Ordinal),
        .. around.Dependents,
    ];

    private static Error? ReasonFault(string? reason) => FlagRules.ReasonFault(reason) is { } fault ? Error.Invalid(fault) : null;

    private static string SaltOf(TenantId tenant, string key) => tenant == TenantId.Platform ? key : $"{tenant}/{key}";
}

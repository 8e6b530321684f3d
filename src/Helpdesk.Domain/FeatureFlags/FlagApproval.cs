namespace Helpdesk.Domain.FeatureFlags;

/// <summary>The second pair of eyes: a proposal takes effect, or does not.</summary>
public static class FlagApproval
{
    /// <summary>Approves what waits. The rules are asked again: other flags may have changed since it was proposed.</summary>
    public static Decision<FlagSetEvent> Approve(FlagSet? set, ActOnFlag command, Member member, FlagSurroundings around)
    {
        if (FlagChanges.Find(set, command.Key, command.Reason, command.Version, member, archivedToo: true).Refused(
            out var why, out var flag))
            return why;
        if (flag.Proposal is not { } proposal)
            return FlagErrors.NothingPending;
        if (proposal.By == member.Account)
            return FlagErrors.SamePerson;
        if (Refusal(set!, flag, proposal, member, around) is { } refused)
            return refused;

        FlagSetEvent effect = proposal.Act switch
        {
            FlagAct.Change => new FlagSetEvent.Changed(flag.Key, proposal.Definition!, proposal.Reason),
            FlagAct.Restore => new FlagSetEvent.Restored(flag.Key, proposal.From!.Value, proposal.Definition!, proposal.Reason),
            FlagAct.Archive => new FlagSetEvent.Archived(flag.Key, proposal.Reason),
            FlagAct.Revive => new FlagSetEvent.Revived(flag.Key, proposal.Reason),
            var other => throw new InvalidOperationException($"{other} is never proposed."),
        };
        return new List<FlagSetEvent> { new FlagSetEvent.Approved(flag.Key, proposal.By, command.Reason), effect };
    }

    /// <summary>By a second person, or by the first who withdraws it.</summary>
    public static Decision<FlagSetEvent> Reject(FlagSet? set, ActOnFlag command, Member member)
    {
        if (FlagChanges.Find(set, command.Key, command.Reason, command.Version, member, archivedToo: true).Refused(
            out var why, out var flag))
            return why;

        return flag.Proposal is null ? FlagErrors.NothingPending : new FlagSetEvent.Rejected(flag.Key, command.Reason);
    }

    private static Error? Refusal(FlagSet set, FeatureFlag flag, FlagProposal proposal, Member member, FlagSurroundings around) =>
        proposal.Act switch
        {
            FlagAct.Change or FlagAct.Restore => FlagSetRules.Refusal(set, flag.Key, proposal.Definition!, member, around),
            FlagAct.Archive when FlagChanges.DependentsOf(set, flag.Key, around) is { Count: > 0 } dependents =>
                FlagErrors.RequiredBy(dependents),
            FlagAct.Revive when !flag.IsKilled => FlagErrors.NotKilled,
            _ => null,
        };
}

using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Grains.Feed;

namespace Helpdesk.Grains.FeatureFlags;

/// <summary>Flags as they travel.</summary>
internal static class FlagViews
{
    public static FlagView Of(FeatureFlag flag) => new(
        flag.Key, FlagDocument.Text(flag.Definition), flag.Version, flag.CreatedAt.ToMessage(), flag.CreatedBy?.Value, flag.UpdatedAt.ToMessage(),
        flag.UpdatedBy?.Value, flag.KilledAt.ToMessage(), flag.ArchivedAt.ToMessage(), flag.Proposal is { } proposal ? Of(proposal) : null);

    public static FlagRevisionView Of(FlagRevision revision) => new(
        revision.Version, revision.At.ToMessage(), revision.By?.Value, revision.Act, revision.Before is { } before ? Of(before) : null,
        Of(revision.After), revision.Reason);

    public static StaleFlagView Of(StaleFlag stale) => new(Of(stale.Flag), [.. stale.Reasons]);

    private static FlagProposalView Of(FlagProposal proposal) => new(
        proposal.Act, proposal.Definition is { } definition ? FlagDocument.Text(definition) : null, proposal.From, proposal.Reason,
        proposal.By?.Value, proposal.At.ToMessage());
}

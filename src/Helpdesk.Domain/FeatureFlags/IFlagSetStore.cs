namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Stores flag sets.</summary>
public interface IFlagSetStore : IAggregateStore<FlagSet, FlagSetEvent>
{
    /// <summary>The events of one flag, oldest first.</summary>
    Task<IReadOnlyList<HistoryEntry<FlagSetEvent>>> HistoryOf(TenantId tenant, string key, CancellationToken cancellation);
}

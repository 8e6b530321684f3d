using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Helpdesk.Grains.FeatureFlags.Management;

/// <summary>The package's manager, for which a targeting that is passed in counts as much as the one that is in the air.</summary>
public sealed class SnapshotFeatureManager(FeatureManager inner) : IVariantFeatureManager
{
    public IAsyncEnumerable<string> GetFeatureNamesAsync(CancellationToken cancellationToken = default) =>
        inner.GetFeatureNamesAsync(cancellationToken);

    public ValueTask<bool> IsEnabledAsync(string feature, CancellationToken cancellationToken = default) =>
        inner.IsEnabledAsync(feature, cancellationToken);

    /// <param name="context">
    /// An <see cref="ITargetingContext"/>; another sort of context tells nothing about whom it is for and is not looked at.
    /// </param>
    public async ValueTask<bool> IsEnabledAsync<TContext>(string feature, TContext context, CancellationToken cancellationToken = default)
    {
        if (context is not ITargetingContext targeting)
            return await inner.IsEnabledAsync(feature, cancellationToken);

        using (FlagScope.Enter(FlagTarget.Of(targeting)))
            return await inner.IsEnabledAsync(feature, cancellationToken);
    }

    public ValueTask<Variant> GetVariantAsync(string feature, CancellationToken cancellationToken = default) =>
        inner.GetVariantAsync(feature, cancellationToken);

    public async ValueTask<Variant> GetVariantAsync(
        string feature, ITargetingContext context, CancellationToken cancellationToken = default)
    {
        using (FlagScope.Enter(FlagTarget.Of(context)))
            return await inner.GetVariantAsync(feature, context, cancellationToken);
    }
}

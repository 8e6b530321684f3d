using Orleans.Runtime.Placement;

namespace Helpdesk.Grains.Due;

/// <summary>Where a grain goes that must not stay in this process.</summary>
internal static class NextSilo
{
    /// <summary>
    /// In the ring of active silos, so that it comes to each of them if one after the other sends it on; alone, it stays.
    /// </summary>
    public static void MoveToNextSilo(this IGrainBase grain, ISiloStatusOracle membership)
    {
        var here = membership.SiloAddress;
        var others = membership.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(here)).Order().ToList();
        if ((others.Find(silo => silo.CompareTo(here) > 0) ?? others.FirstOrDefault()) is not { } next)
            return;
        RequestContext.Set(IPlacementDirector.PlacementHintKey, next);
        grain.MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
    }
}

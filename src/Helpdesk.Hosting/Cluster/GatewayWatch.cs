using Helpdesk.Grains.Hosting.Calls;
using Orleans.Messaging;

namespace Helpdesk.Hosting.Cluster;

/// <summary>
/// In a client: one gateway fewer than the time before means that a silo is lost, also one whose connection is still open. The client reads
/// the list anyway, so this costs nothing.
/// </summary>
internal sealed class GatewayWatch(IGatewayListProvider gateways, SiloLosses losses) : IGatewayListProvider
{
    private HashSet<Uri> known = [];

    public TimeSpan MaxStaleness => gateways.MaxStaleness;

    [Obsolete("Of the interface; the engine does not ask any more.")]
    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => gateways.InitializeGatewayListProvider();

    public async Task<IList<Uri>> GetGateways()
    {
        var list = await gateways.GetGateways();
        var now = list.ToHashSet();
        if (Interlocked.Exchange(ref known, now).Any(gateway => !now.Contains(gateway)))
            losses.Report();
        return list;
    }
}

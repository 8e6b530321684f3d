using Helpdesk.Domain.Audit;

namespace Helpdesk.Grains.Audit;

/// <summary>Links every event of the feed to the chain of its tenant, many at once.</summary>
internal sealed class AuditChaining(IAuditChain chain) : FeedConsumer
{
    private readonly List<FeedEvent> gathered = [];

    public override string Name => "audit-chain";

    public override Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        gathered.Add(happened);
        return Task.CompletedTask;
    }

    public override async Task Flush(CancellationToken cancellation)
    {
        // Should it fail, the same events come again: nothing of this time may be left then.
        List<FeedEvent> events = [.. gathered];
        gathered.Clear();
        if (events.Count > 0)
            await chain.Link(events, cancellation);
    }
}

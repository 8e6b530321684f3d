using Helpdesk.Domain.Audit;

namespace Helpdesk.Grains.Audit;

/// <summary>
/// Links every event of the feed to the chain of its tenant, many at once. An event that is set aside and comes later is linked where the
/// chain ends then; until then the verification names it as not linked. What is linked already is left alone.
/// </summary>
internal sealed class AuditChaining(IAuditChain chain) : FeedConsumer
{
    // What comes again later, beside the feed, must not take the numbers that are just being given out.
    private readonly SemaphoreSlim oneAtATime = new(1);

    public override string Name => "audit-chain";

    public override int AtOnce => 100;

    public override Task Handle(FeedEvent happened, CancellationToken cancellation) => Handle([happened], cancellation);

    public override async Task Handle(IReadOnlyList<FeedEvent> happened, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await chain.Link(happened, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}

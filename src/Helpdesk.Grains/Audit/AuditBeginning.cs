using Helpdesk.Contracts.Audit;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Audit;

/// <summary>
/// Has the retention of each tenant's log looked after, from its creation on; the platform's, from its first operator on.
/// </summary>
internal sealed class AuditBeginning(IGrainFactory grains, TenantPasses passes) : FeedConsumer
{
    public override string Name => "audit-beginning";

    public override IReadOnlyCollection<string> Kinds { get; } =
        [EventKind.Of(Tenant.Kind, typeof(TenantEvent.Created)), "membership.granted"];

    public override Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        passes.Enter(happened.Tenant);
        return grains.GetGrain<IAuditGrain>(GrainKeys.Of(happened.Tenant)).Begin(cancellation);
    }
}

using Helpdesk.Contracts.Audit;
using Helpdesk.Domain.Audit;
using Helpdesk.Grains.Due;

namespace Helpdesk.Grains.Audit;

public static class AuditRegistration
{
    /// <summary>The chain of the audit log and its retention, for a host that runs grains.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddFeedConsumer<AuditChaining>()
        .AddFeedConsumer<AuditBeginning>()
        .AddSingleton(
            new DueSubjectKind(AuditLog.Kind, (grains, key) => grains.GetGrain<IAuditGrain>(key), due => GrainKeys.Of(due.Tenant)));
}

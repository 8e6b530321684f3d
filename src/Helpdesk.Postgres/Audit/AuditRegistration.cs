using Helpdesk.Domain.Audit;

namespace Helpdesk.Postgres.Audit;

internal static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services
            .AddSingleton<IAuditTrail, AuditTrail>()
            .AddSingleton<IAuditChain, AuditChainStore>()
            .AddSingleton<IAuditLogStore, AuditLogStore>();
}

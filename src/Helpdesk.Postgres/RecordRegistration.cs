using Helpdesk.Domain.Access;
using Helpdesk.Domain.Due;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Due;
using Helpdesk.Postgres.FeatureFlags;
using Helpdesk.Postgres.Tenants;
using Helpdesk.Postgres.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres;

/// <summary>The domain's ports on PostgreSQL. Needs <see cref="Database"/>.</summary>
public static class RecordRegistration
{
    public static IServiceCollection AddRecord(this IServiceCollection services) => services
        .AddSingleton<InstallationSecret>()
        .AddSingleton<IInstallationSecret>(services => services.GetRequiredService<InstallationSecret>())
        .AddHostedService(services => services.GetRequiredService<InstallationSecret>())
        .AddSingleton<IDueStore, DueStore>()
        .AddSingleton<ITicketStore, TicketStore>()
        .AddSingleton<ITicketList, TicketList>()
        .AddSingleton<ITenantStore, TenantStore>()
        .AddSingleton<ITenantDirectory, TenantDirectory>()
        .AddSingleton<IFlagSetStore, FlagSetStore>()
        .AddSingleton<IFlagSources, FlagSources>();
}

using Helpdesk.Domain.Access;
using Helpdesk.Domain.Audit;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Due;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Audit;
using Helpdesk.Postgres.Categories;
using Helpdesk.Postgres.Due;
using Helpdesk.Postgres.FeatureFlags;
using Helpdesk.Postgres.Feed;
using Helpdesk.Postgres.Notifications;
using Helpdesk.Postgres.Reports;
using Helpdesk.Postgres.Sla;
using Helpdesk.Postgres.Staff;
using Helpdesk.Postgres.Tenants;
using Helpdesk.Postgres.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpdesk.Postgres;

/// <summary>The domain's ports on PostgreSQL. Needs <see cref="Database"/>.</summary>
public static class RecordRegistration
{
    public static IServiceCollection AddRecord(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<Feed.Feed>()
            .AddSingleton<IFeed>(services => services.GetRequiredService<Feed.Feed>())
            .AddHostedService(services => services.GetRequiredService<Feed.Feed>())
            .AddSingleton<IEventReader, EventReader>()
            .AddSingleton<IOperationPurge, OperationPurge>()
            .AddSingleton<IDueStore, DueStore>()
            .AddSingleton<IAuditTrail, AuditTrail>()
            .AddSingleton<IAuditChain, AuditChainStore>()
            .AddSingleton<IAuditLogStore, AuditLogStore>()
            .AddSingleton<ITicketStore, TicketStore>()
            .AddSingleton<ITicketList, TicketList>()
            .AddSingleton<ITenantStore, TenantStore>()
            .AddSingleton<IExpertiseStore, ExpertiseStore>()
            .AddSingleton<IHourlyRatesStore, HourlyRatesStore>()
            .AddSingleton<ITimeSheetStore, TimeSheetStore>()
            .AddSingleton<ITenantDirectory, TenantDirectory>()
            .AddSingleton<ILicenceStore, LicenceStore>()
            .AddSingleton<IProviderGrants, ProviderGrants>()
            .AddSingleton<IOwnDomains, OwnDomains>()
            .AddSingleton<ITenantTemplates, TenantTemplates>()
            .AddSingleton<INotifications, NotificationStore>()
            .AddSingleton<INotices, Notices>()
            .AddSingleton<ISlaPolicyStore, SlaPolicyStore>()
            .AddSingleton<ICalendarStore, CalendarStore>()
            .AddSingleton<SlaSituations>()
            .AddSingleton<ISlaSituations>(services => services.GetRequiredService<SlaSituations>())
            .AddSingleton<IListsInForce>(services => services.GetRequiredService<SlaSituations>())
            .AddSingleton<ITicketListsStore, TicketListsStore>()
            .AddSingleton<ITicketHistories, TicketHistories>()
            .AddSingleton<IFlagSetStore, FlagSetStore>()
            .AddSingleton<IFlagSources, FlagSources>();
    }
}

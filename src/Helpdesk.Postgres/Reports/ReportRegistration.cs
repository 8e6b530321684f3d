using Helpdesk.Domain.Reports;

namespace Helpdesk.Postgres.Reports;

internal static class ReportRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddSingleton<ITicketHistories, TicketHistories>();
}

using Helpdesk.Domain.Staff;

namespace Helpdesk.Postgres.Staff;

internal static class StaffRegistration
{
    public static IServiceCollection AddStaff(this IServiceCollection services) =>
        services
            .AddSingleton<IExpertiseStore, ExpertiseStore>()
            .AddSingleton<IHourlyRatesStore, HourlyRatesStore>()
            .AddSingleton<ITimeSheetStore, TimeSheetStore>();
}

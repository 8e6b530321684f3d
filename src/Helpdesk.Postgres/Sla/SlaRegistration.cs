using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Sla;

internal static class SlaRegistration
{
    public static IServiceCollection AddSla(this IServiceCollection services) =>
        services
            .AddSingleton<ISlaPolicyStore, SlaPolicyStore>()
            .AddSingleton<ICalendarStore, CalendarStore>()
            .AddSingleton<SlaSituations>()
            .AddSingleton<ISlaSituations>(services => services.GetRequiredService<SlaSituations>())
            .AddSingleton<IListsInForce>(services => services.GetRequiredService<SlaSituations>())
            .AddSingleton<ICustomerReplies>(services => services.GetRequiredService<SlaSituations>());
}

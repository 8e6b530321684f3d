using Helpdesk.Domain.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Tickets;

internal static class TicketRegistration
{
    public static IServiceCollection AddTickets(this IServiceCollection services) =>
        services
            .AddSingleton<ITicketStore, TicketStore>()
            .AddSingleton<ITicketList, TicketList>()
            .AddSingleton<ISavedViews, SavedViewStore>()
            .AddSingleton<ITicketReads, TicketReads>()
            .AddSingleton<ITicketFiles, TicketFileRows>()
            .AddSingleton<IDrafts, DraftStore>().AddSingleton<IPurge, DraftStore>();
}

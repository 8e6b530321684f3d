using Helpdesk.Domain.Categories;

namespace Helpdesk.Postgres.Categories;

internal static class CategoryRegistration
{
    public static IServiceCollection AddCategories(this IServiceCollection services) =>
        services
            .AddSingleton<ITicketListsStore, TicketListsStore>();
}

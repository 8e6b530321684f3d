using Helpdesk.Domain.Categories;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Categories;

internal static class CategoryRegistration
{
    public static IServiceCollection AddCategories(this IServiceCollection services) =>
        services
            .AddSingleton<ITicketListsStore, TicketListsStore>();
}

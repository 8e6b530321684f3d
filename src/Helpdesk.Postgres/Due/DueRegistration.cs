using Helpdesk.Domain.Due;

namespace Helpdesk.Postgres.Due;

internal static class DueRegistration
{
    public static IServiceCollection AddDue(this IServiceCollection services) =>
        services
            .AddSingleton<IDueStore, DueStore>();
}

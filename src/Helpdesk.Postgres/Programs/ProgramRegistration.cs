using Helpdesk.Domain.Programs;

namespace Helpdesk.Postgres.Programs;

internal static class ProgramRegistration
{
    public static IServiceCollection AddPrograms(this IServiceCollection services) =>
        services
            .AddSingleton<IApiKeys, ApiKeys>()
            .AddSingleton<IApiClients, ApiClients>();
}

using Helpdesk.Domain.People;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.People;

internal static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddSingleton<IPeopleStore, PeopleStore>()
            .AddSingleton<IActivityLog, ActivityLog>()
            .AddSingleton<IMemberDirectory, MemberDirectory>()
            .AddSingleton<Appointment>();
}

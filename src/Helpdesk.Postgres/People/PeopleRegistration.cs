using Helpdesk.Domain.People;

namespace Helpdesk.Postgres.People;

internal static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddOptions<MemberOptions>().BindConfiguration(MemberOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<MemberOptions>, MemberOptionsValidator>()
            .AddSingleton<IPeopleStore, PeopleStore>()
            .AddSingleton<IViewPreferences, ViewPreferenceStore>()
            .AddSingleton<IActivityLog, ActivityLog>()
            .AddSingleton<IMemberDirectory, MemberDirectory>()
            .AddSingleton<Appointment>();
    }
}

namespace Helpdesk.Api.People;

internal static class PeopleRegistration
{
    public static WebApplicationBuilder AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Following>().AddSingleton<PeopleAtHome>().AddSingleton<HostAbilities>().AddSingleton<IAbilities, PeopleAbilities>();
        return builder;
    }
}

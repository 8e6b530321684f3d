namespace Helpdesk.Grains.Due;

public static class DueRegistration
{
    /// <summary>The sweepers, for a host that runs grains.</summary>
    public static IServiceCollection AddDue(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SweeperOptions>, SweeperOptionsValidator>();
        services.AddOptions<SweeperOptions>().BindConfiguration(SweeperOptions.Section).ValidateOnStart();
        return services.AddSingleton<DueSubjects>().AddSingleton<SweepPace>().AddHostedService<SweeperStart>();
    }
}

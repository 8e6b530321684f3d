namespace Helpdesk.Grains.Feed;

public static class FeedRegistration
{
    /// <summary>For a host that runs consumers of the feed.</summary>
    public static IServiceCollection AddFeed(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<FeedOptions>, FeedOptionsValidator>();
        services.AddOptions<FeedOptions>().BindConfiguration(FeedOptions.Section).ValidateOnStart();
        return services.AddHostedService<FeedRunner>().AddHostedService<HourlyPurge>();
    }

    public static IServiceCollection AddFeedConsumer<TConsumer>(this IServiceCollection services) where TConsumer : FeedConsumer =>
        services.AddSingleton<FeedConsumer, TConsumer>();
}

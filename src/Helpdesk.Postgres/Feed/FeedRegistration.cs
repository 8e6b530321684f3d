namespace Helpdesk.Postgres.Feed;

internal static class FeedRegistration
{
    public static IServiceCollection AddFeed(this IServiceCollection services) =>
        services
            .AddSingleton<Feed>()
            .AddSingleton<IFeed>(services => services.GetRequiredService<Feed>())
            .AddHostedService(services => services.GetRequiredService<Feed>())
            .AddSingleton<IEventReader, EventReader>()
            .AddSingleton<ISteppedCommands, SteppedCommands>()
            .AddSingleton<IParkedItems, ParkedItems>()
            .AddSingleton<IPurge, ParkedItemPurge>().AddSingleton<IPurge, MendedStatePurge>()
            .AddSingleton<IPurge, OperationPurge>();
}

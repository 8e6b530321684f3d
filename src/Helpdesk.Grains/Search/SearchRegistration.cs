using Helpdesk.Domain.People;
using Helpdesk.Domain.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Search;

public static class SearchRegistration
{
    /// <summary>What writes documents, also for a command.</summary>
    public static IServiceCollection AddSearchWriter(this IServiceCollection services) => services.AddSingleton<SearchWriter>();

    /// <summary>For a host that runs consumers of the feed: the index of the database, which is registered first.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services.AddSearchWriter().AddConsumer(static indexes => indexes.First());

    /// <summary>The same for the index of a search engine, which is registered last.</summary>
    public static IServiceCollection AddSearchEngineConsumer(this IServiceCollection services) =>
        services.AddConsumer(static indexes => indexes.Last());

    private static IServiceCollection AddConsumer(this IServiceCollection services, Func<IEnumerable<ISearchIndex>, ISearchIndex> which) =>
        services.AddSingleton<FeedConsumer>(provider => new SearchConsumer(
            which(provider.GetServices<ISearchIndex>()), provider.GetRequiredService<SearchWriter>(),
            provider.GetRequiredService<IPeopleStore>()));
}

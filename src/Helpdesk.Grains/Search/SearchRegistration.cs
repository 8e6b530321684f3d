using Helpdesk.Domain.People;
using Helpdesk.Domain.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Search;

public static class SearchRegistration
{
    /// <summary>What writes documents, also for a command.</summary>
    public static IServiceCollection AddSearchWriter(this IServiceCollection services) => services.AddSingleton<SearchWriter>();

    /// <summary>For a host that runs consumers of the feed.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSearchWriter().AddSingleton<FeedConsumer>(
        provider => new SearchConsumer(
            provider.GetRequiredService<ISearchIndex>(), provider.GetRequiredService<SearchWriter>(),
            provider.GetRequiredService<IPeopleStore>()));
}

using Helpdesk.Domain.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Search;

internal static class SearchRegistration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<SearchTexts>()
            .AddSingleton<SearchSuggestions>()
            .AddSingleton<ISearch, DatabaseSearch>()
            .AddSingleton<ISearchIndex, SearchIndex>()
            .AddSingleton<ISearchSources, SearchSources>();
}

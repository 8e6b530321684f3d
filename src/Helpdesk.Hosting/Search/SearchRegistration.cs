using Helpdesk.Adapters.Search;
using Helpdesk.Domain.Search;
using Helpdesk.Grains.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Hosting.Search;

public static class SearchRegistration
{
    /// <summary><c>postgres</c> (default): the database searches. <c>elasticsearch</c>: an engine beside it.</summary>
    private const string Setting = "Helpdesk:Search";

    /// <summary>
    /// For processes that search or write an index. Any number of times. Another word than these two stops the start.
    /// </summary>
    public static IHostApplicationBuilder AddSearchEngine(this IHostApplicationBuilder builder)
    {
        if (!IsKnown(builder))
            builder.Services.AddOptions<ElasticOptions>()
                .Validate(static _ => false, $"{Setting} must be postgres or elasticsearch.").ValidateOnStart();
        else if (IsChosen(builder) && !builder.Services.Any(service => service.ServiceType == typeof(ISearchEngine)))
            builder.Services.AddElasticsearch();
        return builder;
    }

    /// <summary>For the processes that follow the feed.</summary>
    public static IHostApplicationBuilder AddSearchEngineIndex(this IHostApplicationBuilder builder)
    {
        builder.AddSearchEngine();
        if (IsChosen(builder))
            builder.Services.AddSearchEngineConsumer();
        return builder;
    }

    private static bool IsKnown(IHostApplicationBuilder builder) =>
        builder.Configuration[Setting] is null or "" or "postgres" or "elasticsearch";

    private static bool IsChosen(IHostApplicationBuilder builder) => builder.Configuration[Setting] is "elasticsearch";
}

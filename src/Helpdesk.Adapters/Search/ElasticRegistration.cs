using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Helpdesk.Domain.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Search;

public static class ElasticRegistration
{
    /// <summary>Connects to nothing: whether Elasticsearch is there is seen when it is asked.</summary>
    public static IServiceCollection AddElasticsearch(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ElasticOptions>, ElasticOptionsValidator>();
        services.AddOptions<ElasticOptions>().BindConfiguration(ElasticOptions.Section).PostConfigure(EmptyIsNone).ValidateOnStart();
        return services
            .AddSingleton(provider => new ElasticNames(Chosen(provider)))
            .AddSingleton(provider => new ElasticDoor(
                Client(Chosen(provider)), Chosen(provider), provider.GetRequiredService<ElasticNames>()))
            .AddSingleton<ISearchEngine>(provider => new ElasticEngine(
                provider.GetRequiredService<ElasticDoor>(), provider.GetService<TimeProvider>() ?? TimeProvider.System,
                provider.GetRequiredService<ILogger<ElasticEngine>>()))
            .AddSingleton<ISearchIndex, ElasticIndex>();
    }

    private static ElasticOptions Chosen(IServiceProvider provider) => provider.GetRequiredService<IOptions<ElasticOptions>>().Value;

    private static ElasticsearchClient Client(ElasticOptions options)
    {
        var settings = new ElasticsearchClientSettings(new Uri(options.Url!));
        if (options.ApiKey is { } key)
            settings.Authentication(new ApiKey(key));
        else if (options.Username is { } name)
            settings.Authentication(new BasicAuthentication(name, options.Password!));
        if (options.Fingerprint is { } print)
            settings.CertificateFingerprint(print);
        return new(settings);
    }

    // A compose file passes on what nobody filled in as an empty text.
    private static void EmptyIsNone(ElasticOptions options)
    {
        (options.Url, options.ApiKey) = (NullIfEmpty(options.Url), NullIfEmpty(options.ApiKey));
        (options.Username, options.Password) = (NullIfEmpty(options.Username), NullIfEmpty(options.Password));
        options.Fingerprint = NullIfEmpty(options.Fingerprint);
    }

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;
}

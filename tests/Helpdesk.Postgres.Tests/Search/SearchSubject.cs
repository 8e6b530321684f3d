using System.Text.Json.Nodes;
using Helpdesk.Adapters.Search;
using Helpdesk.Domain.Search;
using Helpdesk.Testing.Search;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>The search with one of its indices, on a database of its own.</summary>
public abstract class SearchSubject : IAsyncLifetime
{
    public PeopleFixture Record { get; } = new();

    public PostgresFixture Postgres => Record.Postgres;

    public abstract ISearch Search { get; }

    /// <summary>As whoever follows the feed writes it; found at once.</summary>
    public abstract Task Put(IReadOnlyCollection<SearchDocument> documents);

    public virtual Task InitializeAsync() => Record.InitializeAsync();

    public virtual Task DisposeAsync() => Record.DisposeAsync();
}

/// <summary>On the database's own index.</summary>
public sealed class DatabaseSubject : SearchSubject
{
    public override ISearch Search => Postgres.Port<ISearch>();

    public override Task Put(IReadOnlyCollection<SearchDocument> documents) => Postgres.Port<ISearchIndex>().Put(documents, default);
}

/// <summary>
/// On Elasticsearch: the one that <c>ELASTICSEARCH_URL</c> names, else one that stands in for it. What the database answers instead of it
/// counts as wrong.
/// </summary>
public sealed class ElasticSubject : SearchSubject
{
    public const string Variable = "ELASTICSEARCH_URL";

    private readonly string prefix = $"test{Guid.NewGuid():N}";
    private readonly HttpClient http = new();
    private ServiceProvider services = null!;

    public static string? RealUrl => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? url : null;

    /// <summary><c>null</c>: it is a real one.</summary>
    public ElasticStandIn? StandIn { get; private set; }

    public override ISearch Search => new Whole(services.GetRequiredService<ISearch>());

    /// <summary>The index of Elasticsearch alone.</summary>
    public ISearchIndex Index => services.GetServices<ISearchIndex>().Last();

    public string Prefix => prefix;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        StandIn = RealUrl is null ? await ElasticStandIn.Start() : null;
        http.BaseAddress = new(RealUrl ?? StandIn!.Url);
        services = With(Postgres, http.BaseAddress.ToString(), prefix);
        await Index.Begin(() => Task.CompletedTask, default);
        await Index.CatchUp(default);
    }

    /// <summary>The product's own parts, with Elasticsearch chosen.</summary>
    public static ServiceProvider With(PostgresFixture postgres, string url, string prefix, TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Helpdesk:Elasticsearch:Url", url), new("Helpdesk:Elasticsearch:Prefix", prefix),
            new("Helpdesk:Elasticsearch:Groups", "2"), new("Helpdesk:Elasticsearch:Replicas", "0"),
            new("Helpdesk:Elasticsearch:Timeout", "00:00:20"),
        ]).Build();
        return new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System).AddSingleton<IConfiguration>(configuration)
            .AddSingleton(postgres.Database).AddStores().AddElasticsearch().BuildServiceProvider();
    }

    public override async Task Put(IReadOnlyCollection<SearchDocument> documents)
    {
        foreach (var index in services.GetServices<ISearchIndex>())
            await index.Put(documents, default);
        await Refresh();
    }

    /// <summary>What was written is found, and what was erased is not.</summary>
    public Task Refresh() => Refresh(prefix);

    /// <param name="prefix">Of other indices than its own.</param>
    public async Task Refresh(string prefix) => (await http.PostAsync($"/{prefix}-*/_refresh", null)).EnsureSuccessStatusCode();

    public override async Task DisposeAsync()
    {
        if (StandIn is not null)
            await StandIn.DisposeAsync();
        else
            await Drop();
        await services.DisposeAsync();
        http.Dispose();
        await base.DisposeAsync();
    }

    private async Task Drop()
    {
        foreach (var (index, _) in JsonNode.Parse(await http.GetStringAsync($"/{prefix}-*/_alias"))!.AsObject())
            await http.DeleteAsync($"/{index}");
    }

    private sealed class Whole(ISearch search) : ISearch
    {
        public async Task<SearchPage> Find(SearchAsk ask, CancellationToken cancellation)
        {
            var found = await search.Find(ask, cancellation);
            found.IsDegraded.ShouldBeFalse("Elasticsearch must have answered");
            return found;
        }
    }
}

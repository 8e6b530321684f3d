using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Bulk;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Helpdesk.Domain.Search;

namespace Helpdesk.Adapters.Search;

/// <summary>
/// The one place that builds requests, and the only one that has the client. Nothing is searched or deleted here without the tenants that
/// it is for, and a question names only the fields of those who ask.
/// </summary>
internal sealed partial class ElasticDoor(ElasticsearchClient client, ElasticOptions options, ElasticNames names)
{
    /// <summary>Most documents that one question may match; beyond it the database searches.</summary>
    public const int MostDocuments = 5_000;

    // Elasticsearch gives no more of one document. Enough to say where a term stands: what is told first comes first.
    private const int MostTexts = 100;

    // An event must be told that nobody answers before the feed loses its patience with it (10 s).
    private static readonly TimeSpan LookingTime = TimeSpan.FromSeconds(2), WritingTime = TimeSpan.FromSeconds(5);

    // Making, moving and emptying indices.
    private static readonly TimeSpan KeepingTime = TimeSpan.FromSeconds(30);

    // While others write in between.
    private const int MostSweeps = 5;

    /// <summary>
    /// For each term a part of each path: its texts by <see cref="NameOf"/>, those with whole words by <see cref="WholeOf"/>.
    /// </summary>
    public async Task<SearchResponse<ElasticDocument>> Search(SearchAsk ask, CancellationToken cancellation)
    {
        var tenants = ask.Filter.Tenants;
        if (tenants.Count == 0)
            throw new ArgumentException("No tenant is asked for.", nameof(ask));
        return Told(await client.SearchAsync<ElasticDocument>(new SearchRequest(Joined(tenants.Select(names.GroupOf).Distinct()))
        {
            // A tenant's documents lie together; of many tenants all must be asked.
            Routing = tenants.Count == 1 ? RoutingOf(tenants[0]) : null,
            Query = new BoolQuery
            {
                Filter = [.. Whose(ask)],
                Should = [.. ask.Text.Terms.SelectMany((term, at) => PathsFor(ask).Select(path => TextsWith(term, at + 1, path)))],
                MinimumShouldMatch = 1,
            },
            Size = MostDocuments,
            TrackTotalHits = new TrackHits(MostDocuments + 1),
            Source = new SourceConfig(false),
            // A question that takes too long is given up there, and is no sign that nobody is there.
            Timeout = $"{(int)(options.Timeout.TotalMilliseconds * 0.8)}ms",
            RequestConfiguration = Within(options.Timeout),
        }, cancellation));
    }

    /// <summary>Where the words stand that somebody may find: the same for all of their questions.</summary>
    public static IEnumerable<string> PathsFor(SearchAsk ask) => Enum.GetValues<Audience>().Where(audience => audience switch
    {
        Audience.Shared => true,
        Audience.Internal => ask.ForStaff,
        Audience.Address => ask.Filter.ByAddress,
        _ => throw new ArgumentOutOfRangeException(nameof(ask), audience, null),
    }).Select(ElasticPaths.Of);

    public static string NameOf(string path, int term) => $"{path}-{term}";

    public static string WholeOf(string path, int term) => $"{path}-{term}-whole";

    /// <summary>Indices of a group, and whether they are the one that is searched.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> Indices(string group, CancellationToken cancellation) =>
        (await Named(ElasticNames.AnyIndexOf(group), cancellation)).ToDictionary(
            index => index.Key.ToString(), index => index.Value.Aliases.ContainsKey(group));

    /// <summary>All of this platform's.</summary>
    public async Task<IReadOnlyList<string>> Indices(CancellationToken cancellation) =>
        [.. (await Named(names.Everything, cancellation)).Keys.Select(index => index.ToString())];

    /// <summary>Makes an index, unless it is there.</summary>
    public async Task Create(string index, CancellationToken cancellation)
    {
        var made = await client.Indices.CreateAsync(new CreateIndexRequest(index)
        {
            Settings = ElasticSchema.Settings(options.Replicas),
            Mappings = ElasticSchema.Mapping(),
            Aliases = new Dictionary<Name, Alias> { [ElasticNames.WritingTo(index)] = new() },
            RequestConfiguration = Within(KeepingTime),
        }, cancellation);
        if (made.ElasticsearchServerError?.Error?.Type != "resource_already_exists_exception")
            Told(made);
    }

    /// <summary>Searched from now on; whichever was before is dropped in the same step.</summary>
    public async Task Publish(string group, string index, IEnumerable<string> instead, CancellationToken cancellation) =>
        Told(await client.Indices.UpdateAliasesAsync(new UpdateAliasesRequest
        {
            Actions =
            [
                .. instead.Select(old => (IndexUpdateAliasesAction)new RemoveIndexAction { Index = old }),
                new AddAction { Index = index, Alias = group },
            ],
            RequestConfiguration = Within(KeepingTime),
        }, cancellation));

    public async Task Drop(string index, CancellationToken cancellation) => Told(await client.Indices.DeleteAsync(
        new DeleteIndexRequest(index) { IgnoreUnavailable = true, RequestConfiguration = Within(KeepingTime) }, cancellation));

    /// <summary>The version is the document's own: what is newer there stays, and is no failure.</summary>
    /// <param name="places">The indices that each document goes to.</param>
    /// <returns>Whether all of these indices were there.</returns>
    public async Task<bool> Write(IEnumerable<(SearchDocument Document, string Index)> places, CancellationToken cancellation) =>
        AllThere(Reached(await client.BulkAsync(new BulkRequest
        {
            Operations = [.. places.Select(place => Operation(place.Document, place.Index))],
            RequestConfiguration = Within(WritingTime),
        }, cancellation)));

    /// <summary>Also what was written a moment ago, and what is written meanwhile.</summary>
    /// <exception cref="TimeoutException">Something is written there again and again.</exception>
    public async Task Forget(TenantId tenant, CancellationToken cancellation)
    {
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            Told(await client.Indices.RefreshAsync(
                new RefreshRequest(names.Everything) { RequestConfiguration = Within(WritingTime) }, cancellation));
            var swept = Told(await client.DeleteByQueryAsync(new DeleteByQueryRequest(names.Everything)
            {
                Routing = RoutingOf(tenant),
                Query = Of([tenant]),
                Conflicts = Conflicts.Proceed,
                Refresh = true,
                RequestConfiguration = Within(KeepingTime),
            }, cancellation));
            if (swept.VersionConflicts is null or 0)
                return;
        }

        throw new TimeoutException("Elasticsearch is written to while a tenant is erased there.");
    }

    private async Task<IReadOnlyDictionary<string, IndexAliases>> Named(string pattern, CancellationToken cancellation) =>
        Told(await client.Indices.GetAliasAsync(new GetAliasRequest((Elastic.Clients.Elasticsearch.Indices)pattern)
        {
            RequestConfiguration = Within(LookingTime),
        }, cancellation)).Aliases ?? throw new TimeoutException("Elasticsearch did not say which indices there are.");

    private static IEnumerable<Query> Whose(SearchAsk ask)
    {
        yield return Of(ask.Filter.Tenants);
        if (ask.Filter.OnlyOf is { } reader)
            yield return new TermQuery("owner", ElasticDocument.Id(reader.Value));
    }

    private static Query Of(IEnumerable<TenantId> tenants) => new TermsQuery("tenant", new TermsQueryField(
        [.. tenants.Select(tenant => FieldValue.String(ElasticDocument.Id(tenant.Value)))]));

    private static Query TextsWith(SearchTerm term, int number, string path) =>
        new NestedQuery(path, ElasticTerms.In(path, term, WholeOf(path, number)))
        {
            ScoreMode = ChildScoreMode.None,
            InnerHits = new InnerHits
            {
                Name = NameOf(path, number),
                Size = MostTexts,
                Source = new SourceConfig(false),
                DocvalueFields = [new($"{path}.part"), new($"{path}.source"), new($"{path}.digest")],
                // The newest of many comments first: their ids are in the order of time.
                Sort = [Descending($"{path}.rank"), Descending($"{path}.source")],
            },
        };

    private static SortOptions Descending(string field) => new() { Field = new FieldSort(field) { Order = SortOrder.Desc } };

    private static IBulkOperation Operation(SearchDocument document, string index) =>
        new BulkIndexOperation<ElasticDocument>(ElasticDocument.Of(document))
        {
            Index = ElasticNames.WritingTo(index),
            Id = ElasticNames.IdOf(document.Tenant, document.Id),
            Routing = RoutingOf(document.Tenant),
            // Written again by other rules it has the version that it had.
            Version = document.Version,
            VersionType = VersionType.ExternalGte,
            RequireAlias = true,
        };

    private static Routing RoutingOf(TenantId tenant) => new(ElasticDocument.Id(tenant.Value));

    private static Indices Joined(IEnumerable<string> indices) => Elastic.Clients.Elasticsearch.Indices.Parse(string.Join(',', indices))!;
}

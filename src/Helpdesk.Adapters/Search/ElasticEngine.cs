using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Transport;
using Helpdesk.Domain.Search;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Adapters.Search;

/// <summary>
/// Asks Elasticsearch in which texts words stand. Once it has not answered it is left alone for a moment, so that nobody waits for it.
/// </summary>
internal sealed partial class ElasticEngine(ElasticDoor door, TimeProvider time, ILogger<ElasticEngine> log) : ISearchEngine
{
    /// <summary>How long it is not asked after a failure.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private long askAgain = long.MinValue;
    private int failures;

    public async Task<IReadOnlyList<TextHit>?> Texts(SearchAsk ask, CancellationToken cancellation)
    {
        if (time.GetTimestamp() < Interlocked.Read(ref askAgain))
            return null;
        try
        {
            var found = await door.Search(ask, cancellation);
            Interlocked.Exchange(ref failures, 0);
            return found.Total > ElasticDoor.MostDocuments || found.TimedOut || found.Shards.Failed > 0 ? null : [.. HitsIn(found, ask)];
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && IsTheirs(failure))
        {
            Interlocked.Exchange(ref askAgain, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            if (Interlocked.Increment(ref failures) == 1)
                LogAway(log, failure);
            return null;
        }
    }

    private static bool IsTheirs(Exception failure) => failure is TimeoutException or InvalidOperationException or InvalidDataException
        or TransportException or UnsupportedProductException or FormatException or OperationCanceledException;

    private static IEnumerable<TextHit> HitsIn(SearchResponse<ElasticDocument> found, SearchAsk ask) =>
        from hit in found.Hits
        let whose = ElasticNames.ReadId(hit.Id!)
        from path in ElasticDoor.PathsFor(ask)
        from term in Enumerable.Range(1, ask.Text.Terms.Length)
        from text in hit.InnerHits!.TryGetValue(ElasticDoor.NameOf(path, term), out var texts) ? texts.Hits.Hits : []
        select new TextHit
        {
            Tenant = whose.Tenant,
            Document = whose.Document,
            Part = Words<SearchPart>.Parse(Field(text, $"{path}.part")) ?? throw new InvalidDataException("There is no such part."),
            Source = Field(text, $"{path}.source"),
            Digest = Field(text, $"{path}.digest"),
            Term = term,
            IsExact = text.MatchedQueries?.Match(
                names => names?.Contains(ElasticDoor.WholeOf(path, term)),
                names => names?.ContainsKey(ElasticDoor.WholeOf(path, term))) is true,
        };

    private static string Field(Hit<object> text, string name) => text.Fields is { } fields && fields.TryGetValue(name, out var value)
        ? ((System.Text.Json.JsonElement)value)[0].GetString()! : throw new InvalidDataException($"{name} is missing.");

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Elasticsearch does not answer: until it does, searches are answered by the database.")]
    private static partial void LogAway(ILogger log, Exception failure);
}

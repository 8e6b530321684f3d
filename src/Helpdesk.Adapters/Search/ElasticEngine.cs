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

    // Each condition is looked up by itself; more of them are the database's to answer.
    private const int MostConditions = 30;

    private long askAgain = long.MinValue;
    private int failures;

    public async Task<IReadOnlyList<TextHit>?> Texts(SearchAsk ask, CancellationToken cancellation)
    {
        if (ask.Text.Terms.Length * ElasticDoor.PathsFor(ask).Count() > MostConditions || !MayAsk())
            return null;
        try
        {
            var found = await door.Search(ask, cancellation);
            Interlocked.Exchange(ref failures, 0);
            Interlocked.Exchange(ref askAgain, long.MinValue);
            return found.Total > ElasticDoor.MostDocuments || found.TimedOut || found.Shards.Failed > 0 ? null : [.. HitsIn(found, ask)];
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && IsAway(failure))
        {
            Interlocked.Exchange(ref askAgain, AfterRest());
            if (Interlocked.Increment(ref failures) == 1)
                LogAway(log, failure);
            return null;
        }
        catch (Exception failure) when (failure is InvalidOperationException or InvalidDataException or FormatException)
        {
            LogRefused(log, failure);
            return null;
        }
    }

    // After a rest one question finds out for all; the others do not wait beside it.
    private bool MayAsk()
    {
        var next = Interlocked.Read(ref askAgain);
        return time.GetTimestamp() >= next
            && (next == long.MinValue || Interlocked.CompareExchange(ref askAgain, AfterRest(), next) == next);
    }

    private long AfterRest() => time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency);

    // A question that is refused, or an answer that cannot be read, is that question's own: others are asked all the same.
    private static bool IsAway(Exception failure) =>
        failure is TimeoutException or TransportException or UnsupportedProductException or OperationCanceledException;

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Elasticsearch did not answer a search; the database did.")]
    private static partial void LogRefused(ILogger log, Exception failure);
}

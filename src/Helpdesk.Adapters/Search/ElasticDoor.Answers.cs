using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Elastic.Transport.Products.Elasticsearch;

namespace Helpdesk.Adapters.Search;

/// <summary>What becomes of an answer that is none.</summary>
internal sealed partial class ElasticDoor
{
    private const int NotThere = 404;
    private const int NewerIsThere = 409;
    private const int Busy = 429;

    // Too busy, starting, not allowed just now: waiting helps.
    private static readonly int[] Passing = [401, 403, 408, 429, 502, 503, 504];

    // The language of version 8, which 8 and 9 understand; the client's own is understood by 9 only.
    private const string Language = "application/vnd.elasticsearch+json;compatible-with=8";

    private static RequestConfiguration Within(TimeSpan time) =>
        new() { RequestTimeout = time, MaxRetries = 0, Accept = Language, ContentType = Language };

    /// <remarks>To the client 404 is an answer; here an index that is missing must not look like one in which nothing is found.</remarks>
    /// <exception cref="TimeoutException">It could not be reached, or has no time.</exception>
    /// <exception cref="InvalidOperationException">It refuses what was asked.</exception>
    private static T Told<T>(T answer) where T : ElasticsearchResponse =>
        Reached(answer) is { IsValidResponse: true, ApiCallDetails.HttpStatusCode: >= 200 and < 300 }
            ? answer : throw new InvalidOperationException($"Elasticsearch refused a request: {Reason(answer)}");

    private static T Reached<T>(T answer) where T : ElasticsearchResponse
    {
        if (answer.ApiCallDetails?.HttpStatusCode is { } status && !Passing.Contains(status))
            return answer;
        throw new TimeoutException($"Elasticsearch cannot be asked: {Reason(answer)}", answer.ApiCallDetails?.OriginalException);
    }

    private static bool AllThere(BulkResponse written)
    {
        if (written.Items is null)
            throw new TimeoutException("Elasticsearch did not say what became of a write.");
        var failed = written.Items.Where(item => item.Status >= 300 && item.Status != NewerIsThere).ToList();
        if (failed.Any(item => item.Status == Busy || item.Status >= 500))
            throw new TimeoutException("Elasticsearch has no room for more just now.");
        if (failed.FirstOrDefault(item => item.Status != NotThere) is { } refused)
            throw new InvalidOperationException($"Elasticsearch refused a document: {refused.Error?.Type}: {refused.Error?.Reason}");
        return failed.Count == 0;
    }

    private static string Reason(ElasticsearchResponse answer) =>
        answer.ElasticsearchServerError?.Error is { } error ? $"{error.Type}: {error.Reason}"
        : answer.ApiCallDetails?.OriginalException?.Message ?? $"status {answer.ApiCallDetails?.HttpStatusCode}";
}

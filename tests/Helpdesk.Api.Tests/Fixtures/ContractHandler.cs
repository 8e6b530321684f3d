namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>
/// Holds every answer that a test receives against the OpenAPI document: status, problem code and each member of the body. So the whole of
/// the tests proves that the document tells the truth.
/// </summary>
internal sealed class ContractHandler(OpenApiContract contract) : DelegatingHandler
{
    /// <summary>
    /// In bytes. Whoever sends more asks first: a refusal would cross with the body on its way, and who is refused may not get to read it.
    /// </summary>
    private const int Much = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content?.Headers.ContentLength > Much)
            request.Headers.ExpectContinue = true;
        var response = await base.SendAsync(request, cancellationToken);
        var faults = (await Faults(request, response, cancellationToken)).ToList();
        return faults.Count == 0 ? response : throw new ContractException(string.Join('\n', faults));
    }

    private async Task<IEnumerable<string>> Faults(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellation)
    {
        var (status, type) = ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType);
        var isCompressed = response.Content.Headers.ContentEncoding.Count > 0; // asked for by a test, which undoes it itself
        if (request.Method == HttpMethod.Head || EventStream.IsListening(request) || SpeaksAnotherProtocol(request, status) || isCompressed)
            return [];
        if (type == EventStream.ContentType)
            await EventStream.KeepBeginning(response, cancellation);
        await response.Content.LoadIntoBufferAsync(cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        var body = text.Length == 0 || type is null
            ? null : type.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : JsonValue.Create(text);
        if (status >= 400 && ProblemFault(response, status, type, body) is { } malformed)
            return [$"{request.Method} {request.RequestUri}: {malformed}"];

        return contract.Find(request.Method.Method, PathOf(request)) is { } operation && status is not (404 or 405 or 421)
            ? contract.Faults(operation, status, type, body)
            : [];
    }

    // OFREP prescribes what its own refusals look like; its tests hold them against that.
    private static bool SpeaksAnotherProtocol(HttpRequestMessage request, int status) =>
        status >= 400 && request.RequestUri!.AbsolutePath.StartsWith("/ofrep/", StringComparison.Ordinal);

    private static string PathOf(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        return path.StartsWith("/api/", StringComparison.Ordinal)
            && !path.StartsWith("/api/v1/", StringComparison.Ordinal) ? "/api/v1" + path[4..] : path;
    }

    /// <summary>Every answer from 400 on is a well-formed problem, documented or not.</summary>
    private static string? ProblemFault(HttpResponseMessage response, int status, string? type, JsonNode? body)
    {
        if (type != "application/problem+json")
            return $"{status} is answered as {type ?? "nothing"} instead of a problem";
        if (body is not JsonObject problem || problem["status"]?.GetValue<int>() != status)
            return $"{status} is answered with another status in the problem: {body?["status"]}";
        if (new[] { "type", "title", "detail", "code", "trace_id" }.FirstOrDefault(member =>
            string.IsNullOrEmpty(problem[member]?.ToString())) is { } missing)
            return $"the problem lacks {missing}";
        if (!problem["type"]!.ToString().EndsWith("/problems/" + problem["code"], StringComparison.Ordinal))
            return $"the type {problem["type"]} does not end in the code {problem["code"]}";
        if (WordsFault(response, problem) is { } words)
            return words;
        return status is 429 or 503 && response.Headers.RetryAfter is null ? $"{status} has no Retry-After" : null;
    }

    /// <summary>Every refusal says its language, is kept for nobody who asks for another, and holds no word of the other.</summary>
    private static string? WordsFault(HttpResponseMessage response, JsonObject problem)
    {
        if (response.Content.Headers.ContentLanguage.ToList() is not [("de" or "en") and var language])
            return "the problem does not say its language";
        if (!response.Headers.Vary.Contains("Accept-Language"))
            return "the problem does not vary by Accept-Language";

        var details = (problem["errors"] as JsonArray ?? []).Select(fault => fault!["detail"]!).Concat(
            [problem["title"]!, problem["detail"]!]);
        return details.SelectMany(text => ForeignWords.In(text.ToString(), language == "de")).FirstOrDefault();
    }
}

/// <summary>An answer is not as documented.</summary>
public sealed class ContractException(string message) : Exception(message);

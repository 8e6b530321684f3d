namespace Helpdesk.Api.Tests.Isolation;

/// <summary>An answer without what may differ.</summary>
internal sealed record Seen(int Status, string Body)
{
    /// <param name="id">What was asked for; an answer may repeat it.</param>
    public static async Task<Seen> Of(HttpResponseMessage answer, string id)
    {
        var text = await answer.Content.ReadAsStringAsync();
        // A bulk answer has an answer for each thing: then the first one's is what is seen.
        if (answer.StatusCode is HttpStatusCode.OK && text.Contains("\"problem\":{", StringComparison.Ordinal)
            && JsonNode.Parse(text)?["items"]?[0] is { } item && item["problem"] is { } problem)
            return new((int)item["status"]!, problem.ToJsonString().Replace(id, "<id>"));
        // What was made or changed differs in id, number and time; that it was is what counts.
        if ((int)answer.StatusCode is 201 or 204
            || text.Length == 0 || answer.RequestMessage!.Method != HttpMethod.Get && answer.IsSuccessStatusCode)
            return new((int)answer.StatusCode, "");
        if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
            return new((int)answer.StatusCode, text);
        var said = JsonNode.Parse(text)!;
        (said as JsonObject)?.Remove("trace_id");
        return new((int)answer.StatusCode, id.Length > 0 ? said.ToJsonString().Replace(id, "<id>") : said.ToJsonString());
    }
}

using System.Net.Http.Json;

namespace Helpdesk.Api.Tests;

/// <summary>Short ways to ask and to look at answers.</summary>
public static class Answers
{
    public static Task<HttpResponseMessage> Post(
        this HttpClient client, string path, object? body = null, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Post, path, body, headers);

    public static Task<HttpResponseMessage> Patch(
        this HttpClient client, string path, object body, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Patch, path, body, headers);

    public static Task<HttpResponseMessage> Get(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Get, path, null, headers);

    public static Task<HttpResponseMessage> Delete(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Delete, path, null, headers);

    public static async Task<HttpResponseMessage> Send(
        this HttpClient client, HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is string json)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        else if (body is not null)
            request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        return await client.SendAsync(request);
    }

    public static async Task<JsonNode> Json(this Task<HttpResponseMessage> asking, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await asking;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }

    public static async Task ShouldAnswer(this Task<HttpResponseMessage> asking, HttpStatusCode status)
    {
        var answer = await asking;
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A refusal as the house writes them, with this code.</summary>
    public static async Task<JsonNode> ShouldRefuse(this Task<HttpResponseMessage> asking, HttpStatusCode status, string code)
    {
        var answer = await asking;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        ((string?)problem["code"]).ShouldBe(code, text);
        ((int?)problem["status"]).ShouldBe((int)status);
        if (status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            answer.Headers.RetryAfter.ShouldNotBeNull();
        return problem;
    }

    /// <summary>Value of a cookie that the answer sets.</summary>
    public static string? SetCookie(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.FirstOrDefault(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal)) : null;
}

using System.Net.Http.Headers;
using System.Text;

namespace Helpdesk.Api.Tests.People;

/// <summary>Brings a file of people.</summary>
internal static class ImportCalls
{
    public const string Import = "/api/v1/users/import";

    public static Task<HttpResponseMessage> Send(
        HttpClient client, string file, string query = "", params (string Name, string Value)[] headers) =>
        Send(client, Encoding.UTF8.GetBytes(file), query, headers);

    public static async Task<HttpResponseMessage> Send(
        HttpClient client, byte[] file, string query = "", params (string Name, string Value)[] headers) =>
        await SendAs("text/csv", client, file, query, headers);

    public static async Task<HttpResponseMessage> SendAs(
        string type, HttpClient client, byte[] file, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Import + query) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }
}

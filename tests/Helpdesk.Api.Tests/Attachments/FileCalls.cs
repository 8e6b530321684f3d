using System.Net.Http.Headers;
using System.Text;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>The addresses of files, as short as their meaning.</summary>
internal static class FileCalls
{
    public const string Uploads = "/api/v1/uploads";
    public const string Boundary = "form-of-a-test";

    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");

    public static Task<HttpResponseMessage> Upload(
        this HttpClient client, byte[] content, string name = "a.pdf", string? key = null) =>
        client.SendForm(Uploads, Form([File(content, name)]), key);

    public static async Task<string> Token(this HttpClient client, byte[] content, string name = "a.pdf") =>
        (string)(await client.Upload(content, name).Json(HttpStatusCode.Created))["token"]!;

    public static Task<HttpResponseMessage> Attach(
        this HttpClient client, string ticket, byte[] content, string name = "a.pdf", string? visibility = null, string? key = null) =>
        client.SendForm($"/api/v1/tickets/{ticket}/attachments", Form(
            [File(content, name), .. visibility is null ? [] : new[] { Field("visibility", visibility) }]), key);

    public static async Task<HttpResponseMessage> SendForm(
        this HttpClient client, string path, byte[] form, string? key = null, bool chunked = false,
        string type = $"multipart/form-data; boundary={Boundary}", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path)
        { Content = chunked ? new StreamContent(new Unmeasured(form)) : new ByteArrayContent(form) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.ExpectContinue = form.Length > 100_000;
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    /// <summary>As browsers write it: the name in UTF-8, quotes and ends of lines as percent signs.</summary>
    public static byte[] File(byte[] content, string? name, string field = "file", string? more = null)
    {
        var told = name?.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
        return Part($"form-data; name=\"{field}\"{(told is null ? "" : $"; filename=\"{told}\"")}", content, more);
    }

    public static byte[] Field(string name, string value) => Part($"form-data; name=\"{name}\"", Encoding.UTF8.GetBytes(value));

    public static byte[] Part(string disposition, byte[] content, string? more = null) =>
    [
        .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: {disposition}\r\n{more}"
            + "Content-Type: application/octet-stream\r\n\r\n"),
        .. content, .. "\r\n"u8,
    ];

    public static byte[] Form(params IEnumerable<byte[]> parts) =>
        [.. parts.SelectMany(part => part), .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")];

    // Has no length that the client could tell beforehand.
    private sealed class Unmeasured(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}

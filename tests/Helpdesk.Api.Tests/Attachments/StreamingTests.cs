using System.Net.Http.Headers;
using System.Text;

namespace Helpdesk.Api.Tests.Attachments;

[Collection(SharedHosts.TwoTowns)]
public sealed class StreamingTests(ApiFixture api)
{
    private const int AtOnce = 16;
    private const int Megabytes = 24;

    [Fact]
    public async Task Many_large_files_at_once_go_through_and_not_into_memory()
    {
        var client = await api.As("musterstadt", Role.Customer);
        await Upload(client, 1);
        var before = Environment.WorkingSet;
        var most = before;

        var uploads = Enumerable.Range(0, AtOnce).Select(_ => Upload(client, Megabytes)).ToList();
        while (uploads.Any(upload => !upload.IsCompleted))
        {
            await Task.WhenAny(Task.WhenAll(uploads), Task.Delay(50));
            most = Math.Max(most, Environment.WorkingSet);
        }

        foreach (var upload in uploads)
            ((long)(await upload)["size"]!).ShouldBe(Megabytes * 1024L * 1024);
        ((most - before) / (1024 * 1024)).ShouldBeLessThan(AtOnce * Megabytes / 2, "in MiB, of both sides and all that runs beside them");
    }

    private static async Task<JsonNode> Upload(HttpClient client, int megabytes)
    {
        var head = Encoding.ASCII.GetBytes(
            $"--{FileCalls.Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"groß.bin\"\r\n\r\n");
        var tail = Encoding.ASCII.GetBytes($"\r\n--{FileCalls.Boundary}--\r\n");
        var content = new Generated(head, megabytes * 1024L * 1024, tail);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={FileCalls.Boundary}");
        using var request = new HttpRequestMessage(HttpMethod.Post, FileCalls.Uploads) { Content = content };
        return await client.SendAsync(request).Json(HttpStatusCode.Created);
    }

    // Made while it is sent: nobody holds it as a whole.
    private sealed class Generated(byte[] head, long length, byte[] tail) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(head);
            var piece = new byte[64 * 1024];
            for (var left = length; left > 0; left -= piece.Length)
                await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
            await stream.WriteAsync(tail);
        }

        protected override bool TryComputeLength(out long size)
        {
            size = head.Length + length + tail.Length;
            return true;
        }
    }
}

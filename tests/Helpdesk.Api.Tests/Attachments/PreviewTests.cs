using System.Buffers.Binary;
using System.Text;
using Helpdesk.Api.Tests.Tickets;
using SkiaSharp;

namespace Helpdesk.Api.Tests.Attachments;

[Collection(SharedHosts.TwoTowns)]
public sealed class PreviewTests(ApiFixture api)
{
    [Fact]
    public async Task A_picture_is_drawn_anew_small_and_without_what_stood_beside_it()
    {
        var (client, ticket) = await Ticket();
        using var big = new SKBitmap(2000, 500);
        big.Erase(SKColors.Teal);
        var jpeg = big.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray();
        byte[] exif = [0xFF, 0xE1, 0, 18, .. "Exif\0\0GPS-48.1351"u8.ToArray()[..16]];
        var file = await client.Attach(ticket, [.. jpeg[..2], .. exif, .. jpeg[2..]], "foto.jpg").Json(HttpStatusCode.Created);

        var answer = await client.Get((string)file["preview_url"]!);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox;");
        var drawn = await answer.Content.ReadAsByteArrayAsync();
        Encoding.Latin1.GetString(drawn).ShouldNotContain("GPS-48");
        using var seen = SKBitmap.Decode(drawn);
        // Such a file is read at half its size, without drawing all of it first.
        (seen.Width, seen.Height).ShouldBe((1000, 250));
        var middle = seen.GetPixel(500, 100);
        (middle.Red < 10, Math.Abs(middle.Green - 128) < 10).ShouldBe((true, true));
    }

    [Fact]
    public async Task What_is_no_picture_or_not_safely_one_has_no_preview_and_stays()
    {
        var (client, ticket) = await Ticket();
        using var small = new SKBitmap(50, 50);
        var png = small.Encode(SKEncodedImageFormat.Png, 100).ToArray();
        foreach (var content in new[] { HugePng(65_535), png[..^30], FileCalls.Pdf, Encoding.ASCII.GetBytes("<svg onload='alert(1)'/>") })
        {
            var file = await client.Attach(ticket, content, "bild.png").Json(HttpStatusCode.Created);

            await client.Get($"/api/v1/attachments/{file["id"]}/preview").ShouldRefuse(HttpStatusCode.Conflict, "attachment-no-preview");
            (await (await client.Get((string)file["url"]!)).Content.ReadAsByteArrayAsync()).ShouldBe(content);
        }
    }

    private async Task<(HttpClient Client, string Ticket)> Ticket()
    {
        var client = await api.As("musterstadt", Role.Customer);
        return (client, (await client.Open()).Id());
    }

    // A head that promises four thousand million pixels, and none of them.
    private static byte[] HugePng(int edge)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, edge);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), edge);
        (head[8], head[9]) = (8, 6);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. Chunk("IEND",
            [])];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(body));
        return [.. length, .. body, .. check];
    }

    private static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}

using System.Net.Http.Headers;
using System.Security.Cryptography;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>A large file over a bad line.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class UploadSessionTests(ApiFixture api)
{
    private const string Sessions = "/api/v1/upload-sessions";
    private const int Part = 256 * 1024;

    private static readonly byte[] File = Content(2 * Part + 1_000);

    [Fact]
    public async Task A_file_that_broke_off_goes_on_where_it_was_and_is_the_file_that_was_sent()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var session = await Open(customer, File.Length, Convert.ToHexStringLower(SHA256.HashData(File)));
        ((long)(await Send(customer, session, 0, Part).Json())["received"]!).ShouldBe(Part);

        var read = await customer.Get(session).Json();
        ((long)read["received"]!, (long)read["size"]!, read["upload"]).ShouldBe((Part, File.Length, null));
        await Send(customer, session, Part, Part).ShouldAnswer(HttpStatusCode.OK);
        ((long)(await Send(customer, session, Part, Part).Json())["received"]!).ShouldBe(2 * Part, "what comes again changes nothing");
        var whole = (await Send(customer, session, 2 * Part, 1_000).Json())["upload"]!;

        ((long)whole["size"]!, (string)whole["content_type"]!, (string)whole["file_name"]!).ShouldBe(
            (File.Length, "application/pdf", "Übersicht.pdf"));
        ((string)(await Send(customer, session, 2 * Part, 1_000).Json())["upload"]!["checksum"]!).ShouldBe(
            Convert.ToHexStringLower(SHA256.HashData(File)), "the answer to the last part was lost");
        ((string)(await customer.Get(session).Json())["upload"]!["file_name"]!).ShouldBe("Übersicht.pdf");
        var opened = await customer.Post(TicketCalls.Tickets, new
        {
            subject = "Drucker",
            description = "Siehe Anhang.",
            attachments = new[] { (string)whole["token"]! },
        }).Json(HttpStatusCode.Created);
        var content = await customer.Get((string)opened["attachments"]![0]!["url"]!);
        (await content.Content.ReadAsByteArrayAsync()).ShouldBe(File);
        (await Parts()).ShouldBe("0");
    }

    [Theory]
    [InlineData(Part, Part, 2 * Part + 1_000, HttpStatusCode.Conflict, "upload-part-out-of-order")] // a gap
    [InlineData(0, Part, 2 * Part, HttpStatusCode.Conflict, "upload-part-out-of-order")] // of another file
    [InlineData(0, Part - 1, 2 * Part + 1_000, HttpStatusCode.BadRequest, "upload-part-size")]
    [InlineData(0, 2 * Part + 1_001, 2 * Part + 1_001, HttpStatusCode.Conflict, "upload-part-out-of-order")] // beyond the end
    public async Task A_part_that_is_not_the_next_is_refused_and_nothing_is_lost(
        int start, int length, int of, HttpStatusCode status, string code)
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var session = await Open(customer, File.Length);

        await Send(customer, session, start, length, of).ShouldRefuse(status, code);

        ((long)(await customer.Get(session).Json())["received"]!).ShouldBe(0);
        await Send(customer, session, 0, Part).ShouldAnswer(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, "application/octet-stream", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("bytes */600", "application/octet-stream", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("bytes 0-9/525288", "application/octet-stream", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("items 0-262143/525288", "application/octet-stream", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("bytes 0-262143/525288", "application/json", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    public async Task A_part_says_which_it_is_and_comes_as_bytes(string? range, string type, HttpStatusCode status, string code)
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var session = await Open(customer, File.Length);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{session}/content") { Content = new ByteArrayContent(File, 0, Part) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (range is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Range", range);

        await customer.SendAsync(request).ShouldRefuse(status, code);

        ((long)(await customer.Get(session).Json())["received"]!).ShouldBe(0);
    }

    [Fact]
    public async Task What_arrives_must_have_the_checksum_that_was_told_and_is_gone_if_it_has_not()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var session = await Open(customer, Part, new string('a', 64));

        var refused = await Send(customer, session, 0, Part, Part).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)refused["errors"]![0]!["pointer"]!).ShouldBe("/checksum");
        await customer.Get(session).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await Parts()).ShouldBe("0");
    }

    [Fact]
    public async Task Nobody_else_learns_of_it_and_it_can_be_cancelled()
    {
        var (customer, other) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Admin));
        var session = await Open(customer, File.Length);
        await Send(customer, session, 0, Part).ShouldAnswer(HttpStatusCode.OK);

        await other.Get(session).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await Send(other, session, Part, Part).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await other.Delete(session).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await customer.Delete(session).ShouldAnswer(HttpStatusCode.NoContent);

        await Send(customer, session, Part, Part).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await Parts()).ShouldBe("0");
    }

    [Fact]
    public async Task Cancelled_it_is_gone_also_when_the_last_part_comes_at_that_moment_or_came_before()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        for (var round = 0; round < 6; round++)
        {
            var session = await Open(customer, Part);
            await Task.WhenAll(Send(customer, session, 0, Part, Part), customer.Delete(session));

            await customer.Delete(session);
            await customer.Get(session).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }

        var whole = await Open(customer, Part);
        var token = (string)(await Send(customer, whole, 0, Part, Part).Json())["upload"]!["token"]!;
        await customer.Delete(whole).ShouldAnswer(HttpStatusCode.NoContent);
        await customer.Post(TicketCalls.Tickets, new { subject = "x", description = "x", attachments = new[] { token } })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        (await Parts()).ShouldBe("0");
    }

    [Fact]
    public async Task With_a_key_it_is_opened_once()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var body = new { file_name = "a.pdf", size = Part };
        var first = await customer.Post(Sessions, body, ("Idempotency-Key", "abc")).Json(HttpStatusCode.Created);

        var again = await customer.Post(Sessions, body, ("Idempotency-Key", "abc"));

        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await Task.FromResult(again).Json(HttpStatusCode.Created)).Id().ShouldBe(first.Id());
        await customer.Post(Sessions, new { file_name = "b.pdf", size = Part }, ("Idempotency-Key", "abc"))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Twenty_are_on_their_way_at_most_and_one_that_stands_a_day_is_over()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        for (var i = 0; i < 20; i++)
            await Open(customer, File.Length);
        await customer.Post(Sessions, new { file_name = "a.pdf", size = 1 })
            .ShouldRefuse(HttpStatusCode.Conflict, "too-many-upload-sessions");

        await customer.Post(Sessions, new { file_name = "a.pdf", size = 4L * 1024 * 1024 * 1024 })
            .ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "attachment-too-large");
    }

    private static async Task<string> Open(HttpClient client, long size, string? checksum = null)
    {
        var opened = await client.Post(Sessions, new { file_name = "Übersicht.pdf", size, checksum });
        await Task.FromResult(opened).ShouldAnswer(HttpStatusCode.Created);
        return opened.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string session, int start, int length, int? of = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{session}/content")
        { Content = new ByteArrayContent([.. File.Concat(File).Skip(start).Take(length)]) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/octet-stream");
        request.Content.Headers.ContentRange = new(start, start + length - 1, of ?? File.Length);
        return await client.SendAsync(request);
    }

    private async Task<string> Parts() => (await api.Column(
        "select count(*) from upload_part where session_id not in (select id from upload_session)"))[0];

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        for (var i = 0; i < size; i++)
            content[i] = (byte)(i * 7 % 251);
        FileCalls.Pdf.CopyTo(content, 0);
        return content;
    }
}

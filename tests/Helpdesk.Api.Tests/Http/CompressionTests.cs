using System.IO.Compression;
using System.Text;

namespace Helpdesk.Api.Tests.Http;

[Collection(SharedHosts.ManyTowns)]
public sealed class CompressionTests(ApiFixture api)
{
    [Theory]
    [InlineData("br", null, "br")]
    [InlineData("gzip", "same-origin", "gzip")]
    [InlineData("gzip, deflate, br", "none", "br")]
    [InlineData("br", "same-site", null)]
    [InlineData("br", "cross-site", null)]
    [InlineData("identity", null, null)]
    [InlineData("br;q=0", null, null)]
    [InlineData(null, null, null)]
    public async Task Long_JSON_is_compressed_for_whoever_takes_it_unless_another_origin_has_made_a_browser_ask(
        string? taken, string? site, string? encoding)
    {
        var admin = await api.As("musterstadt", Role.Admin);
        for (var number = 0; number < 3; number++)
            await admin.Open();
        (string, string)[] headers =
            [.. taken is null ? [] : ((string, string)[])[("Accept-Encoding", taken)],
                .. site is null ? [] : ((string, string)[])[("Sec-Fetch-Site", site)]];

        var answer = await admin.Get($"{TicketCalls.Tickets}?limit=5", headers);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.ShouldBe(encoding is null ? [] : [encoding]);
        var body = await answer.Content.ReadAsStreamAsync();
        Stream plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        JsonNode.Parse(await new StreamReader(plain, Encoding.UTF8).ReadToEndAsync())!["items"]!.AsArray().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData($"{TicketCalls.Tickets}?tag=no-ticket-has-this", HttpStatusCode.OK)]
    [InlineData($"{TicketCalls.Tickets}/0198c0de-7a11-7000-8000-00000000002a", HttpStatusCode.NotFound)]
    public async Task What_is_short_is_sent_as_it_is(string path, HttpStatusCode status)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var answer = await admin.Get(path, ("Accept-Encoding", "br"));

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }
}

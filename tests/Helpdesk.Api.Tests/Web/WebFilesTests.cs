using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Helpdesk.Api.Web;

namespace Helpdesk.Api.Tests.Web;

/// <summary>How the build of the pages is served.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed partial class WebFilesTests(ApiFixture api)
{
    [WebFact]
    public async Task The_page_is_there_wherever_a_browser_asks_for_one()
    {
        foreach (var path in (string[])["/", "/tickets/MUST-000001", "/work?status=open", "/t/musterstadt/tickets/MUST-000001/"])
        {
            using var answer = await Page(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8", path);
            answer.Headers.CacheControl!.NoCache.ShouldBeTrue(path);
        }
    }

    [WebFact]
    public async Task An_address_without_a_page_is_answered_404_by_the_page_that_says_so()
    {
        foreach (var path in (string[])["/no/such/page", "/work/tickets", "/t/musterstadt", "/ticket"])
        {
            using var answer = await Page(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8", path);
        }
    }

    [WebFact]
    public void The_server_knows_the_routes_of_the_pages()
    {
        var router = File.ReadAllText(Path.Combine(WebFactAttribute.Sources!, "src", "app", "router.tsx"));
        var named = RoutePath().Matches(router).Select(match => match.Groups["path"].Value).ToList();
        named.Count.ShouldBeGreaterThan(20, "the routes must have been read");

        WebRoutes.All.ShouldBe(named, ignoreOrder: true);
    }

    [WebFact]
    public async Task The_api_answers_a_browser_as_it_answers_everybody()
    {
        foreach (var path in (string[])["/api/v1/no-such-thing", "/api/v1/tickets", "/health/none", "/assets/no-such.js"])
        {
            using var answer = await Page(path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", path);
        }
    }

    [WebFact]
    public async Task Who_does_not_ask_for_a_page_is_told_that_there_is_nothing()
    {
        using var read = await api.Plain("musterstadt").GetAsync("/work");
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var write = new HttpRequestMessage(HttpMethod.Post, "/work") { Headers = { { "Accept", "text/html" } } };
        (await api.Plain("musterstadt").SendAsync(write)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [WebFact]
    public async Task Nothing_inline_and_nothing_from_elsewhere_may_run()
    {
        using var answer = await Page("/");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldNotContain("unsafe");
        var page = await answer.Content.ReadAsStringAsync();
        Inline().Matches(page).ShouldBeEmpty();
        Elsewhere().Matches(page).ShouldBeEmpty();
    }

    [WebFact]
    public async Task A_file_comes_as_the_browser_takes_it_and_is_kept_for_good()
    {
        var script = await Script();
        var plain = await (await Sent(script, null)).Content.ReadAsByteArrayAsync();

        foreach (var (takes, coding) in new[] { ("br, gzip", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("zstd", null) })
        {
            using var answer = await Sent(script, takes);
            answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(coding, takes);
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/javascript; charset=utf-8", takes);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable", takes);
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            (await Unpacked(answer, coding)).ShouldBe(plain, takes);
        }
    }

    [WebFact]
    public async Task What_this_device_has_chosen_stands_in_the_page_before_it_is_painted()
    {
        (await Root("__Host-helpdesk-look=dark.compact.en"))
            .ShouldBe("""<html lang="en" data-theme="dark" data-density="compact">""");
        (await Root("__Host-helpdesk-look=%22%3E%3Cscript%3E.\"><b.de")).ShouldBe(
            """<html lang="de" data-theme="system" data-density="comfortable">""", "a cookie holds what anybody wrote into it");
    }

    [WebFact]
    public async Task No_pages_are_served_where_there_is_no_build()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-web-");
        await using var without = api.NewHost(null, ("Helpdesk:Web:Folder", folder.FullName));
        var client = api.Client("musterstadt", of: without);
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var plain = new HttpClient(without.Sockets, disposeHandler: false);
        plain.DefaultRequestHeaders.Add("Accept", "text/html");
        (await plain.GetAsync("http://musterstadt.localhost/work")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        folder.Delete(recursive: true);
    }

    [WebFact]
    public async Task The_types_of_the_pages_are_those_of_the_document()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = WebFactAttribute.Sources, RedirectStandardError = true };
        foreach (var argument in (string[])["scripts/schema.mjs", "--check", $"http://127.0.0.1:{api.Port}"])
            start.ArgumentList.Add(argument);
        using var check = Process.Start(start)!;
        var said = await check.StandardError.ReadToEndAsync();
        await check.WaitForExitAsync();

        check.ExitCode.ShouldBe(0, said);
    }

    private async Task<string> Root(string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await api.Plain("musterstadt").SendAsync(request);
        return Html().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    private async Task<HttpResponseMessage> Page(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html,*/*;q=0.8" } } };
        return await api.Plain("musterstadt").SendAsync(request);
    }

    private async Task<string> Script()
    {
        using var page = await Page("/");
        return ScriptName().Match(await page.Content.ReadAsStringAsync()).Value;
    }

    private async Task<HttpResponseMessage> Sent(string path, string? takes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (takes is not null)
            request.Headers.Add("Accept-Encoding", takes);
        return await api.Plain("musterstadt").SendAsync(request);
    }

    private static async Task<byte[]> Unpacked(HttpResponseMessage answer, string? coding)
    {
        var sent = await answer.Content.ReadAsStreamAsync();
        await using Stream read = coding switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var bytes = new MemoryStream();
        await read.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("<script(?![^>]*src=)|<style|\\son[a-z]+=|\\sstyle=")]
    private static partial Regex Inline();

    [GeneratedRegex("(?:src|href)=\"(?:[a-z]+:)?//")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("(?:path: |\\[)'(?<path>/[^']*)'")]
    private static partial Regex RoutePath();

    [GeneratedRegex("<html[^>]*>")]
    private static partial Regex Html();

    [GeneratedRegex("/assets/index-[^\"]+\\.js")]
    private static partial Regex ScriptName();
}

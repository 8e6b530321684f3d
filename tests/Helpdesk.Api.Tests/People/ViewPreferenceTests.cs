namespace Helpdesk.Api.Tests.People;

/// <summary>How the pages look and work for one person.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class ViewPreferenceTests(ApiFixture api)
{
    private const string Preferences = "/api/v1/me/preferences";

    [Fact]
    public async Task What_somebody_chose_is_there_again_and_the_browser_knows_it_before_the_page_is_drawn()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var before = await agent.Get(Preferences);
        before.SetCookie("__Host-helpdesk-look")!.ShouldStartWith("__Host-helpdesk-look=system.comfortable.de; max-age=31536000; path=/; "
            + "secure; samesite=lax");
        (await Task.FromResult(before).Json()).ToJsonString().ShouldBe("""
            {"theme":"system","density":"comfortable","after_sending":"stay","letter_shortcuts":true,"keys":{},"tips_seen":[]}
            """);
        var chosen = new
        {
            theme = "dark",
            density = "compact",
            after_sending = "next",
            letter_shortcuts = false,
            keys = new Dictionary<string, string> { ["ticket.take"] = "t" },
            tips_seen = new[] { "palette" },
        };

        var saved = await Put(agent, chosen, before.Headers.ETag!.ToString());

        saved.SetCookie("__Host-helpdesk-look")!.ShouldStartWith("__Host-helpdesk-look=dark.compact.de;");
        var read = await agent.Get(Preferences).Json();
        read.ToJsonString().ShouldBe((await Task.FromResult(saved).Json()).ToJsonString());
        ((string?)read["keys"]!["ticket.take"], (string?)read["after_sending"]).ShouldBe(("t", "next"));
        await Put(agent, chosen with { theme = "light" }, "\"0\"", HttpStatusCode.PreconditionFailed);
    }

    [Theory]
    [InlineData("system.comfortable.en", "en")]
    [InlineData("dark.compact.de", "de")]
    [InlineData("dark.compact.xx", "de")]
    [InlineData("made-up", "de")]
    public async Task A_browser_keeps_the_language_that_it_reads_and_has_the_accounts_where_it_has_none(string cookie, string language)
    {
        var agent = await api.As("musterstadt", Role.Agent);

        var read = await agent.Get(Preferences, ("Cookie", $"__Host-helpdesk-look={cookie}"));

        read.SetCookie("__Host-helpdesk-look")!.ShouldStartWith($"__Host-helpdesk-look=system.comfortable.{language};");
    }

    [Fact]
    public async Task One_key_stands_for_one_act_and_odd_words_are_named()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var etag = (await agent.Get(Preferences)).Headers.ETag!.ToString();

        var refused = await agent.Send(HttpMethod.Put, Preferences, new
        {
            keys = new Dictionary<string, string> { ["ticket.assign"] = "a", ["ticket.take"] = "a" },
            tips_seen = new[] { "palette", "Größe" },
        }, ("If-Match", etag)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        refused["errors"]!.AsArray().Select(fault => $"{fault!["pointer"]} {fault["code"]}").ShouldBe(
            ["/keys/ticket.take duplicate", "/tips_seen/1 format"]);
    }

    private static async Task<HttpResponseMessage> Put(
        HttpClient by, object chosen, string etag, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await by.Send(HttpMethod.Put, Preferences, chosen, ("If-Match", etag));
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return answer;
    }
}

namespace Helpdesk.Api.Tests.Tenants;

/// <summary>The texts in the footer of every page.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class TextTests(ApiFixture api)
{
    [Fact]
    public async Task The_statement_is_there_before_anybody_wrote_it_and_says_that_nobody_reviewed_it()
    {
        var town = await TestTown.New(api);
        var stranger = api.Client(town.Slug);

        var english = await stranger.Get("/api/v1/texts/accessibility?language=en").Json();
        var german = await stranger.Get("/api/v1/texts/accessibility", ("Accept-Language", "de")).Json();

        ((bool)english["is_default"]!, (string?)english["reviewed_on"], (string?)english["review_due_on"], (string?)english["language"])
            .ShouldBe((true, null, null, "en"));
        ((string)english["text"]!).ShouldStartWith("# Accessibility statement");
        ((string)german["text"]!).ShouldStartWith("# Erklärung zur Barrierefreiheit");
        await stranger.Get("/api/v1/texts/imprint").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await stranger.Get("/api/v1/texts/recipes").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await api.Client("desk").Get("/api/v1/texts/accessibility").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_an_admin_writes_everybody_reads_also_who_asks_for_a_language_it_is_not_there_in()
    {
        var town = await TestTown.New(api);
        var (stranger, path) = (api.Client(town.Slug), "/api/v1/texts/imprint/de");
        ((int)(await town.Admin.Get(path).Json())["version"]!).ShouldBe(0);

        var written = await Put(town.Admin, path, "# Impressum", "\"0\"").Json();

        ((int)written["version"]!, (bool)written["is_default"]!).ShouldBe((1, false));
        await Put(town.Admin, path, "# Anders", "\"0\"").ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        var read = await stranger.Get("/api/v1/texts/imprint?language=en").Json();
        ((string?)read["text"], (string?)read["language"]).ShouldBe(("# Impressum", "de"));
        (await stranger.Get("/api/v1/appearance").Json())["texts"]!.ToJsonString().ShouldBe(
            """[{"key":"accessibility","languages":["de","en"]},{"key":"imprint","languages":["de"]}]""");
        (await town.Admin.Get("/api/v1/texts").Json())["items"]!.AsArray().Count(one => (bool)one!["is_written"]!).ShouldBe(1);

        await town.Admin.Delete(path, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.NoContent);
        await stranger.Get("/api/v1/texts/imprint").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        var audit = (await town.Admin.Get("/api/v1/audit?limit=200").Json())["items"]!.ToJsonString();
        audit.ShouldContain("tenant_text.written");
        audit.ShouldContain("tenant_text.removed");
    }

    [Fact]
    public async Task A_review_is_due_again_a_year_after_the_day_of_the_last()
    {
        var town = await TestTown.New(api);
        var body = new { text = "# Erklärung", reviewed_on = "2026-01-31" };

        var written = await town.Admin.Send(HttpMethod.Put, "/api/v1/texts/accessibility/de", body, ("If-Match", "\"0\"")).Json();

        ((string?)written["reviewed_on"], (string?)written["review_due_on"]).ShouldBe(("2026-01-31", "2027-01-31"));
        var future = await town.Admin.Send(HttpMethod.Put, "/api/v1/texts/accessibility/de",
            new { text = "# Erklärung", reviewed_on = "2999-01-01" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        ((string?)future["errors"]![0]!["pointer"]).ShouldBe("/reviewed_on");
    }

    private static Task<HttpResponseMessage> Put(HttpClient by, string path, string text, string etag) =>
        by.Send(HttpMethod.Put, path, new { text }, ("If-Match", etag));
}

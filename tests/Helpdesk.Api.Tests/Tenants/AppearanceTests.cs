using System.Text;
using Helpdesk.Api.Tests.Attachments;
using SkiaSharp;

namespace Helpdesk.Api.Tests.Tenants;

/// <summary>How a host shows itself before anybody has signed in.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class AppearanceTests(ApiFixture api)
{
    private const string Appearance = "/api/v1/appearance";
    private const string Settings = "/api/v1/appearance/settings";
    private const string Logo = "/api/v1/appearance/logo";

    [Fact]
    public async Task A_stranger_reads_what_sort_of_host_it_is_and_nothing_that_is_not_for_strangers()
    {
        var town = await TestTown.New(api);

        var seen = (await api.Client(town.Slug).Get(Appearance).Json()).AsObject();

        seen.Select(member => member.Key).ShouldBe(["host", "slug", "name", "languages", "default_language", "zone", "ticket_word", "logo",
            "theme", "registration_open", "sign_in", "contact", "texts"]);
        ((string?)seen["host"], (string?)seen["slug"], (string?)seen["name"]).ShouldBe(("portal", town.Slug, "Stadt"));
        ((string?)seen["default_language"], (string?)seen["zone"], (bool)seen["registration_open"]!).ShouldBe(("de", "Europe/Berlin", false));
        ((string?)seen["ticket_word"]!["de"]!["gender"], (string?)seen["ticket_word"]!["de"]!["genitive"]).ShouldBe(("neuter", "Tickets"));
        seen["logo"].ShouldBeNull();
        seen["sign_in"]!.ToJsonString().ShouldBe("""{"password":true,"passkey":false,"providers":[]}""");
        seen["texts"]!.ToJsonString().ShouldBe("""[{"key":"accessibility","languages":["de","en"]}]""");
        foreach (var host in (string[])["desk", "console"])
        {
            var reserved = await api.Client(host).Get(Appearance).Json();
            ((string?)reserved["host"], (string?)reserved["slug"], (string?)reserved["name"]).ShouldBe((host, host, "Helpdesk"));
        }
    }

    [Fact]
    public async Task Without_demo_data_no_accounts_are_offered() =>
        await api.Client("musterstadt").Get("/api/v1/demo/accounts").ShouldRefuse(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task What_an_admin_chooses_is_shown_and_who_has_it_already_gets_no_second_copy()
    {
        var town = await TestTown.New(api);
        var (stranger, before) = (api.Client(town.Slug), await api.Client(town.Slug).Get(Appearance));
        before.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
        (await stranger.Get(Appearance, ("If-None-Match", before.Headers.ETag!.ToString()))).StatusCode.ShouldBe(
            HttpStatusCode.NotModified);
        var (etag, settings) = await Read(town.Admin);
        settings["colour"] = "#FFED00";
        settings["ticket_word"]!["de"] = Word("feminine", "Anfrage", "Anfragen");
        settings["contact"] = new JsonObject { ["phone"] = "+49 89 1", ["hours"] = new JsonObject { ["de"] = "Mo–Fr 8–12 Uhr" } };

        var changed = await Put(town.Admin, settings, etag).Json();

        ((string?)changed["colour"], (string?)changed["contact"]!["hours"]!["de"]).ShouldBe(("#ffed00", "Mo–Fr 8–12 Uhr"));
        await Put(town.Admin, settings, etag).ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        var after = await stranger.Get(Appearance, ("If-None-Match", before.Headers.ETag!.ToString()));
        var seen = await Task.FromResult(after).Json();
        ((string?)seen["ticket_word"]!["de"]!["plural"], (string?)seen["contact"]!["phone"], (string?)seen["theme"]!["colour"]).ShouldBe(
            ("Anfragen", "+49 89 1", "#ffed00"));
        (await town.Admin.Get("/api/v1/audit?limit=200").Json())["items"]!.ToJsonString().ShouldContain("tenant.appearance_changed");
    }

    [Fact]
    public async Task The_theme_is_kept_for_ever_under_its_version_and_a_minute_without_it()
    {
        var town = await TestTown.New(api);
        var (etag, settings) = await Read(town.Admin);
        settings["colour"] = "#e2001a";
        await Put(town.Admin, settings, etag).ShouldAnswer(HttpStatusCode.OK);
        var stranger = api.Client(town.Slug);
        var address = (string)(await stranger.Get(Appearance).Json())["theme"]!["address"]!;

        var sheet = await stranger.Get(address);

        (sheet.StatusCode, sheet.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/css"));
        var css = await sheet.Content.ReadAsStringAsync();
        css.ShouldBe("""
            :root { --brand: #e2001a; --accent: #d50018; --on-accent: #ffffff; }
            @media (prefers-color-scheme: dark) { :root { --brand: #e2001a; --accent: #ff5c53; --on-accent: #14171a; } }
            :root[data-theme="light"] { --brand: #e2001a; --accent: #d50018; --on-accent: #ffffff; }
            :root[data-theme="dark"] { --brand: #e2001a; --accent: #ff5c53; --on-accent: #14171a; }

            """);
        sheet.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        foreach (var other in (string[])["/theme.css", "/theme.css?v=0123456789abcdef"])
            (await stranger.Get(other)).Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
    }

    [Fact]
    public async Task A_preview_measures_what_a_colour_becomes_and_changes_nothing()
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var preview = await admin.Get($"{Appearance}/preview?colour=%23ffed00").Json();

        ((string?)preview["brand"], (string?)preview["light"]!["accent"], (string?)preview["dark"]!["accent"]).ShouldBe(
            ("#ffed00", "#746b00", "#ffed00"));
        preview["light"]!["accent_on_surfaces"]!.AsArray().Select(one => (double)one!["contrast"]!).ShouldAllBe(ratio => ratio >= 4.5);
        var refused = await admin.Get($"{Appearance}/preview?colour=blue").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string?)refused["errors"]![0]!["code"]).ShouldBe("format");
    }

    [Fact]
    public async Task A_logo_is_drawn_anew_and_found_by_its_version_as_long_as_it_is_among_the_last()
    {
        var town = await TestTown.New(api);
        var stranger = api.Client(town.Slug);
        await stranger.Get(Logo).ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        var kept = await Send(town.Admin, Picture(64, 32, SKColors.Red)).Json();

        ((int)kept["width"]!, (int)kept["height"]!, (string?)kept["alt"]).ShouldBe((64, 32, "Stadt"));
        var address = (string)kept["address"]!;
        ((string?)(await stranger.Get(Appearance).Json())["logo"]!["address"]).ShouldBe(address);
        var png = await stranger.Get(address);
        png.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        png.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await stranger.Get(address, ("If-None-Match", png.Headers.ETag!.ToString()))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        SKBitmap.Decode(await png.Content.ReadAsByteArrayAsync()).GetPixel(5, 5).ShouldBe(SKColors.Red);

        foreach (var size in (int[])[2, 3, 4])
            await Send(town.Admin, Picture(size, size, SKColors.Blue)).ShouldAnswer(HttpStatusCode.OK);
        await stranger.Get(address).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await town.Admin.Delete(Logo).ShouldAnswer(HttpStatusCode.NoContent);
        await stranger.Get(Logo).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await stranger.Get(Appearance).Json())["logo"].ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_drawn_anew_or_is_too_large_is_no_logo()
    {
        var town = await TestTown.New(api);

        var refused = await Send(town.Admin, Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        ((string?)refused["errors"]![0]!["code"]).ShouldBe("not-a-picture");
        await Send(town.Admin, new byte[(2 * 1024 * 1024) + 1]).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "attachment-too-large");
    }

    [Fact]
    public async Task Replacing_the_settings_leaves_the_appearance_alone()
    {
        var town = await TestTown.New(api);
        var (etag, look) = await Read(town.Admin);
        look["colour"] = "#009ee0";
        await Put(town.Admin, look, etag).ShouldAnswer(HttpStatusCode.OK);
        var settings = await town.Admin.Get("/api/v1/settings");

        await town.Admin.Send(HttpMethod.Put, "/api/v1/settings", (await Task.FromResult(settings).Json()).ToJsonString(),
            ("If-Match", settings.Headers.ETag!.ToString())).ShouldAnswer(HttpStatusCode.OK);

        ((string?)(await Read(town.Admin)).Settings["colour"]).ShouldBe("#009ee0");
    }

    private static JsonObject Word(string gender, string singular, string plural) => new()
    {
        ["gender"] = gender,
        ["nominative"] = singular,
        ["genitive"] = singular,
        ["dative"] = singular,
        ["accusative"] = singular,
        ["plural"] = plural,
        ["dative_plural"] = plural,
    };

    private static Task<HttpResponseMessage> Send(HttpClient by, byte[] picture) =>
        by.SendForm(Logo, FileCalls.Form(FileCalls.File(picture, "logo.png")), method: HttpMethod.Put);

    private static Task<HttpResponseMessage> Put(HttpClient by, JsonObject settings, string etag) =>
        by.Send(HttpMethod.Put, Settings, settings.ToJsonString(), ("If-Match", etag));

    private static async Task<(string ETag, JsonObject Settings)> Read(HttpClient by)
    {
        var answer = await by.Get(Settings);
        return (answer.Headers.ETag!.ToString(), (await Task.FromResult(answer).Json()).AsObject());
    }

    private static byte[] Picture(int width, int height, SKColor colour)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(colour);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}

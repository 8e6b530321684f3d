using Helpdesk.Api.Tests.FeatureFlags;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Api.Tests.Http;

/// <summary>Which language a refusal is in, and that all of it is.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class LanguageTests(ApiFixture api)
{
    private const string Tickets = "/api/v1/tickets";

    [Theory]
    [InlineData(null, "de")]
    [InlineData("de", "de")]
    [InlineData("en", "en")]
    [InlineData("de-AT", "de")]
    [InlineData("DE-de", "de")]
    [InlineData("fr", "de")]
    [InlineData("fr, de;q=0.1", "de")]
    [InlineData("*", "de")]
    [InlineData("en;q=0.5, de", "de")]
    [InlineData("de;q=0.3,en;q=0.9", "en")]
    [InlineData("de, en", "de")]
    [InlineData("de;q=0", "en")]
    [InlineData("deutsch", "de")]
    [InlineData("en;q=0", "de")]
    [InlineData("de;q=0, en;q=0", "de")]
    [InlineData("", "de")]
    [InlineData(";;q=x,,,", "de")]
    [InlineData("de;q=abc", "de")]
    [InlineData("de;q=2, en;q=-1", "de")]
    [InlineData("\u00e4\u00f6, de", "de")]
    [InlineData("-, de-", "de")]
    public async Task The_header_decides_and_is_never_a_reason_to_refuse(string? header, string language)
    {
        var line = header is null ? "" : $"Accept-Language: {header}\r\n";
        var answer = await RawHttp.Send(api.Port, $"GET {Tickets} HTTP/1.1\r\nHost: {RawHttp.Host}\r\n{line}\r\n");

        answer.Status.ShouldBe(401, answer.Body);
        answer.Headers["Content-Language"].ShouldBe(language);
        answer.Headers["Vary"].ShouldContain("Accept-Language");
        var error = AccessErrors.NotSignedIn;
        ((string)answer.Problem()["title"]!, (string)answer.Problem()["detail"]!).ShouldBe(
            (error.TitleIn(language == "de"), error.In(language == "de")));
    }

    [Fact]
    public async Task Who_asks_for_nothing_is_answered_in_the_language_of_the_account()
    {
        var agent = await api.As("musterstadt", Role.Agent);

        (await Refused(agent, null)).ShouldBe(("de", FieldCode.UnknownTimeZone.De));
        (await Refused(agent, "fr")).ShouldBe(("de", FieldCode.UnknownTimeZone.De));
        (await Refused(agent, "en-GB")).ShouldBe(("en", FieldCode.UnknownTimeZone.En));

        await agent.Patch("/api/v1/me", new { language = "en" }).ShouldAnswer(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await Refused(agent, null)).Language == "en");
        (await Refused(agent, "de")).ShouldBe(("de", FieldCode.UnknownTimeZone.De));
    }

    [Theory]
    [InlineData("/api/v1/tenants")]
    [InlineData("/api/v1/tenants/musterstadt/tickets")]
    [InlineData("/api/v1/nothing/here")]
    public async Task A_route_of_another_host_is_absent_in_the_language_of_the_account(string elsewhere)
    {
        var (agent, operators) = (await api.As("musterstadt", Role.Agent), await api.SignedIn("console", api.OperatorEmail));

        (await Absent(agent, elsewhere)).ShouldBe(("de", AccessErrors.NotFound.De));
        (await Absent(operators, "/api/v1/tickets")).ShouldBe(("de", AccessErrors.NotFound.De));
        (await Absent(agent, elsewhere, "en")).ShouldBe(("en", AccessErrors.NotFound.En));
        (await Absent(api.Client("musterstadt"), elsewhere)).ShouldBe(("de", AccessErrors.NotFound.De));
        (await Absent(api.Client("musterstadt"), elsewhere, "en")).ShouldBe(("en", AccessErrors.NotFound.En));
    }

    [Fact]
    public async Task A_tenant_that_one_does_not_serve_and_one_that_nobody_has_are_absent_in_the_same_words()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent));
        var desk = await api.SignedIn("desk", email);

        (await Absent(desk, "/api/v1/tenants/beispielburg/tickets")).ShouldBe(("de", AccessErrors.NotFound.De));
        (await Absent(desk, "/api/v1/tenants/gibt-es-nicht/tickets")).ShouldBe(("de", AccessErrors.NotFound.De));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_in_the_language_of_whoever_asks()
    {
        var long414 = $"/api/v1/tickets?text={new string('a', HttpLimits.Address)}";
        var (agent, nobody) = (await api.As("musterstadt", Role.Agent), api.Client("musterstadt"));
        await agent.Patch("/api/v1/me", new { language = "en" }).ShouldAnswer(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await Refused(agent, null)).Language == "en");
        var large431 = ("X-Long", new string('a', HttpLimits.Headers));

        (await Told(nobody, long414)).ShouldBe((414, "de"));
        (await Told(nobody, long414, ("Accept-Language", "en"))).ShouldBe((414, "en"));
        (await Told(agent, long414)).ShouldBe((414, "en"));
        (await Told(agent, long414, ("Accept-Language", "de"))).ShouldBe((414, "de"));
        (await Told(nobody, "/api/v1/tickets", large431)).ShouldBe((431, "de"));
        (await Told(nobody, "/api/v1/tickets", large431, ("Accept-Language", "en"))).ShouldBe((431, "en"));
        (await Told(agent, "/api/v1/tickets", large431)).ShouldBe((431, "en"));
        (await Told(agent, "/api/v1/tickets", large431, ("Accept-Language", "de"))).ShouldBe((431, "de"));
        (await Told(agent, "/health/live", large431)).Status.ShouldBe(431);
        (await Told(agent, "/api/docs/index.html", large431)).Status.ShouldBe(431);
    }

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("Bearer hd_0000000000000000000000000000000000")]
    [InlineData("Basic abc")]
    [InlineData(null)]
    public async Task Whoever_is_not_known_is_refused_in_the_first_language_of_the_municipality(string? credential)
    {
        var (admin, caller) = (await api.As("beispielburg", Role.Admin), api.Client("beispielburg"));
        var headers = credential is null ? Array.Empty<(string, string)>() : [("Authorization", credential)];
        (await Told(caller, Tickets, headers)).ShouldBe((401, "de"));

        await Speak(admin, "en", "de");
        try
        {
            (await Told(caller, Tickets, headers)).ShouldBe((401, "en"));
            (await Told(caller, "/api/v1/nothing/here", headers)).ShouldBe((404, "en"));
            (await Told(caller, "/api/v1/tickets?text=" + new string('a', HttpLimits.Address), headers)).ShouldBe((414, "en"));
            (await Told(caller, Tickets, [.. headers, ("Accept-Language", "de")])).ShouldBe((401, "de"));
        }
        finally
        {
            await Speak(admin, "de", "en");
        }
    }

    [Fact]
    public async Task A_token_of_another_municipality_is_refused_in_German()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var elsewhere = api.Client("beispielburg");
        elsewhere.DefaultRequestHeaders.Authorization = agent.DefaultRequestHeaders.Authorization;

        (await Told(elsewhere, Tickets)).ShouldBe((401, "de"));
    }

    private static async Task Speak(HttpClient admin, params string[] languages)
    {
        var read = await admin.Get("/api/v1/settings");
        var settings = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        settings["languages"] = new JsonArray([.. languages]);
        await admin.Send(HttpMethod.Put, "/api/v1/settings", settings, ("If-Match", read.Headers.ETag!.Tag))
            .ShouldAnswer(HttpStatusCode.OK);
    }

    // As it is, since what is too long is documented for no operation.
    private async Task<(int Status, string Language)> Told(HttpClient caller, string path, params (string Name, string Value)[] headers)
    {
        var lines = headers.Select(header => $"{header.Name}: {header.Value}\r\n");
        if (caller.DefaultRequestHeaders.Authorization is { } credential)
            lines = lines.Append($"Authorization: {credential}\r\n");
        var answer = await RawHttp.Send(
            api.Port, $"GET {path} HTTP/1.1\r\nHost: {caller.BaseAddress!.Host}\r\n{string.Concat(lines)}\r\n");
        return (answer.Status, answer.Headers["Content-Language"]);
    }

    private static async Task<(string, string)> Absent(HttpClient caller, string path, string? language = null)
    {
        var answer = await caller.Get(path, language is null ? [] : [("Accept-Language", language)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (answer.Content.Headers.ContentLanguage.Single(), (string)problem["detail"]!);
    }

    [Fact]
    public async Task Programs_are_answered_in_English_unless_they_ask()
    {
        var program = api.Client("musterstadt", await api.Key("musterstadt"));

        (await Language(program, null)).ShouldBe("en");
        (await Language(program, "de")).ShouldBe("de");
    }

    [Fact]
    public void Pages_are_German_unless_somebody_asks_for_English()
    {
        var context = new DefaultHttpContext();

        AskedLanguage.IsGerman(context).ShouldBeTrue();
        AskedLanguage.IsGerman(context, "fr", "en").ShouldBeFalse();
        context.SetAccountsLanguage("en");
        AskedLanguage.IsGerman(context).ShouldBeFalse();
        context.Request.Headers.AcceptLanguage = "de";
        AskedLanguage.IsGerman(context).ShouldBeTrue();
    }

    private static async Task<(string Language, string Detail)> Refused(HttpClient client, string? language)
    {
        var answer = await Send(client, HttpMethod.Patch, "/api/v1/me", language, """{"time_zone":"Europe/Nowhere"}""");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (answer.Content.Headers.ContentLanguage.Single(), (string)problem["errors"]![0]!["detail"]!);
    }

    private static async Task<string> Language(HttpClient client, string? language) =>
        (await Send(client, HttpMethod.Get, "/api/v1/nowhere", language)).Content.Headers.ContentLanguage.Single();

    private static Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string path, string? language, string? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return client.SendAsync(request);
    }
}

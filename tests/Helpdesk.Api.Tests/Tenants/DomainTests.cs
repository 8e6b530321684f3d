namespace Helpdesk.Api.Tests.Tenants;

[Collection(SharedHosts.MovedForTowns)]
public sealed class DomainTests(ApiFixture api)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_proven_host_answers_as_the_municipality_with_credentials_of_its_own()
    {
        var town = await TestTown.New(api);
        var (id, host) = await Proven(town);

        var there = At(host);
        var tokens = await there.Post("/api/v1/auth/login", new { email = town.AdminEmail, password = ApiFixture.Password }).Json();
        var admin = At(host, (string)tokens["access_token"]!);
        ((string?)(await admin.Get("/api/v1/me").Json())["email"]).ShouldBe(town.AdminEmail);
        await api.Client(town.Slug, (string)tokens["access_token"]!).Get("/api/v1/me").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        await At(host, town.Admin.DefaultRequestHeaders.Authorization!.Parameter!).Get("/api/v1/me").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        await admin.Get("/api/v1/tenants").ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        await town.Admin.Delete($"/api/v1/domains/{id}").ShouldAnswer(HttpStatusCode.NoContent);
        api.Time.Advance(Freshness);
        await admin.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.MisdirectedRequest, "unknown-host");
    }

    [Fact]
    public async Task Without_proof_a_host_is_nobodys()
    {
        var (town, host) = (await TestTown.New(api), Host());
        var made = await town.Admin.Post("/api/v1/domains", new { host }).Json(HttpStatusCode.Created);
        ((string?)made["record"]!["name"]).ShouldBe($"_helpdesk-challenge.{host}");

        await town.Admin.Post($"/api/v1/domains/{made["id"]}/verify").ShouldRefuse(HttpStatusCode.Conflict, "domain-unproven");
        api.Dns.Texts[$"_helpdesk-challenge.{host}"] = ["helpdesk-domain=somebody-elses"];
        await town.Admin.Post($"/api/v1/domains/{made["id"]}/verify").ShouldRefuse(HttpStatusCode.Conflict, "domain-unproven");
        await At(host).Get("/api/v1/auth/status").ShouldRefuse(HttpStatusCode.MisdirectedRequest, "unknown-host");
        await town.Admin.Post("/api/v1/domains", new { host = host.ToUpperInvariant() }).ShouldRefuse(
            HttpStatusCode.Conflict, "domain-registered");
    }

    [Fact]
    public async Task A_host_is_one_municipalitys_and_whoever_proves_it_first_has_it_until_it_goes()
    {
        var (one, two) = (await TestTown.New(api), await TestTown.New(api));
        var (id, host) = await Proven(one);
        var second = await two.Admin.Post("/api/v1/domains", new { host }).Json(HttpStatusCode.Created);
        api.Dns.Texts[$"_helpdesk-challenge.{host}"] =
            [.. api.Dns.Texts[$"_helpdesk-challenge.{host}"], (string)second["record"]!["text"]!];

        await two.Admin.Post($"/api/v1/domains/{second["id"]}/verify").ShouldRefuse(HttpStatusCode.Conflict, "domain-taken");
        await one.Admin.Delete($"/api/v1/domains/{id}").ShouldAnswer(HttpStatusCode.NoContent);
        ((string?)(await two.Admin.Post($"/api/v1/domains/{second["id"]}/verify").Json())["status"]).ShouldBe("verified");
    }

    [Fact]
    public async Task A_proof_that_is_gone_is_told_and_after_three_looks_the_host_with_it()
    {
        var town = await TestTown.New(api);
        var (id, host) = await Proven(town);
        api.Dns.Texts[$"_helpdesk-challenge.{host}"] = ["v=spf1 -all"];

        foreach (var (days, failures) in new[] { (7, 1), (1, 2) })
        {
            api.Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(1));
            var admin = await town.AdminAgain(api);
            await Eventually.Holds(async () => (int?)(await admin.Get($"/api/v1/domains/{id}").Json())["failures"] == failures);
        }

        api.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        var later = await town.AdminAgain(api);
        await Eventually.Holds(async () => (await later.Get($"/api/v1/domains/{id}")).StatusCode == HttpStatusCode.NotFound);
        await Eventually.Holds(async () => (await later.Get("/api/v1/notifications/items").Json())["items"]!.AsArray()
            .Where(told => (string?)told!["kind"] == "domain_at_risk").Sum(told => (int)told!["count"]!) == 3);
        api.Time.Advance(Freshness);
        await At(host).Get("/api/v1/auth/status").ShouldRefuse(HttpStatusCode.MisdirectedRequest, "unknown-host");
    }

    [Fact]
    public async Task While_no_name_server_answers_nothing_is_decided()
    {
        var (town, host) = (await TestTown.New(api), Host());
        var made = await town.Admin.Post("/api/v1/domains", new { host }).Json(HttpStatusCode.Created);
        api.Dns.Mood = DnsMood.Broken;
        try
        {
            await town.Admin.Post($"/api/v1/domains/{made["id"]}/verify").ShouldRefuse(
                HttpStatusCode.ServiceUnavailable, "dns-unreachable");
        }
        finally
        {
            api.Dns.Mood = DnsMood.Well;
        }
    }

    [Theory]
    [InlineData("console.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("http://stadt.de/")]
    [InlineData("stadt")]
    public async Task What_can_be_nobodys_is_refused(string host)
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var asked = api.Dns.Asked;

        await admin.Post("/api/v1/domains", new { host }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        api.Dns.Asked.ShouldBe(asked);
        await (await api.As("musterstadt", Role.Manager)).Get("/api/v1/domains").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
    }

    private static string Host() => $"support.stadt{Some.Number()}.example";

    private async Task<(string Id, string Host)> Proven(TestTown town)
    {
        var host = Host();
        var made = await town.Admin.Post("/api/v1/domains", new { host }).Json(HttpStatusCode.Created);
        api.Dns.Texts[$"_helpdesk-challenge.{host}"] = ["v=spf1 -all", (string)made["record"]!["text"]!];
        ((string?)(await town.Admin.Post($"/api/v1/domains/{made["id"]}/verify").Json())["status"]).ShouldBe("verified");
        api.Time.Advance(Freshness);
        return ((string)made["id"]!, host);
    }

    private HttpClient At(string host, string? token = null)
    {
        var client = api.Client("musterstadt", token);
        client.BaseAddress = new($"http://{host}");
        return client;
    }
}

namespace Helpdesk.Api.Tests.Http;

/// <summary>Whose word counts on where a request comes from. Tests come from 192.0.2.1.</summary>
public sealed class TrustedProxiesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly (string, string)[] Forwarded = [("X-Forwarded-For", "203.0.113.77"), ("X-Forwarded-Proto", "https")];

    [Theory]
    [InlineData(null, "192.0.2.1", false)]
    [InlineData("10.0.0.0/8", "192.0.2.1", false)]
    [InlineData("192.0.2.0/24", "203.0.113.77", true)]
    public async Task Only_configured_proxies_are_believed(string? trusted, string address, bool secure)
    {
        var host = Host(trusted);
        var (email, password) = (Some.Email(), ApiFixture.Password);
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);

        var answer = await api.Client("musterstadt", of: host).Post("/api/v1/auth/login", new { email, password }, Forwarded);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(secure);
        (await api.Column($"select address from session where account_id = '{account}'")).ShouldBe([address]);
    }

    [Fact]
    public async Task Of_several_addresses_the_one_that_the_last_stranger_came_from_counts()
    {
        var host = Host("192.0.2.0/24");
        var (email, password) = (Some.Email(), ApiFixture.Password);
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);

        // The first one is what the client wrote itself; the proxies appended the others.
        await api.Client("musterstadt", of: host).Post("/api/v1/auth/login", new { email, password },
            ("X-Forwarded-For", "1.1.1.1, 203.0.113.9, 192.0.2.7")).ShouldAnswer(HttpStatusCode.OK);

        (await api.Column($"select address from session where account_id = '{account}'")).ShouldBe(["203.0.113.9"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("192.0.2.0/24")]
    public async Task A_forwarded_host_never_selects_a_tenant(string? trusted)
    {
        var host = Host(trusted);
        var admin = api.Client(
            "musterstadt", (await api.As("musterstadt", Role.Admin)).DefaultRequestHeaders.Authorization!.Parameter, host);
        (string, string)[] forged =
        [
            ("X-Forwarded-Host", "beispielburg.localhost"), ("X-Original-Host", "beispielburg.localhost"),
                ("Forwarded", "host=beispielburg.localhost"),
            ("X-Host", "beispielburg.localhost"), ("X-Rewrite-URL", "/api/v1/tenants"), ("X-Original-URL", "/api/v1/tenants"),
            .. Forwarded[..1],
        ];

        ((string?)(await admin.Get("/api/v1/me", forged).Json())["role"]).ShouldBe("admin");
        ((string?)(await admin.Get("/api/v1/nowhere", forged).ShouldRefuse(HttpStatusCode.NotFound, "not-found"))["type"]).ShouldStartWith(
            "http://musterstadt.localhost");
    }

    [Fact]
    public async Task Made_up_addresses_do_not_get_a_stranger_a_new_limit()
    {
        await using var host = api.NewHost(
            null, ("Helpdesk:RateLimits:Address:Burst", "3"), ("Helpdesk:RateLimits:Address:PerSecond", "1"));
        var client = api.Client("musterstadt", of: host);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
            answers.Add(
                (await client.Get("/api/v1/auth/status", ("X-Forwarded-For", $"203.0.113.{i}"),
                ("Forwarded", $"for=203.0.113.{i}"))).StatusCode);

        answers.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBeGreaterThanOrEqualTo(
            6, "three at once, and one more if a second passed meanwhile");
    }

    [Fact]
    public async Task Only_a_trusted_proxy_is_believed_about_addresses()
    {
        var host = Host("10.0.0.0/8")!;

        await ShouldRecord(host, peer: "10.1.2.3", forwarded: "203.0.113.7", "203.0.113.7");
        await ShouldRecord(host, peer: "10.1.2.3", forwarded: "198.51.100.1, 203.0.113.7", "203.0.113.7");
        await ShouldRecord(host, peer: "192.0.2.9", forwarded: "203.0.113.7", "192.0.2.9");
    }

    private async Task ShouldRecord(ApiHost host, string peer, string forwarded, string recorded)
    {
        var email = Some.Email();
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);

        await api.Client("musterstadt", of: host).Post(
            "/api/v1/auth/login", new { email, password = ApiFixture.Password }, ("Test-Address", peer), ("X-Forwarded-For", forwarded),
            ("X-Forwarded-Host", "evil.example"))
            .ShouldAnswer(HttpStatusCode.OK);

        (await api.Column($"select origin from event where stream_id = '{account}' and kind = 'account.signed_in'")).ShouldBe(
            [$"{recorded} login"]);
    }

    // The fixture's own trusts nobody.
    private ApiHost? Host(string? trusted) => trusted is null ? null : api.Other(("Helpdesk:Access:TrustedProxies:0", trusted));
}

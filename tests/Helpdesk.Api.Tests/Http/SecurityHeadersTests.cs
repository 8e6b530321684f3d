namespace Helpdesk.Api.Tests.Http;

/// <summary>What every answer says to a browser, whatever it answers.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class SecurityHeadersTests(ApiFixture api)
{
    [Theory]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/api/v1/auth/status", 200)]
    [InlineData("GET", "/api/v1/tickets", 401)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("DELETE", "/api/v1/tickets", 405)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("POST", "/api/v1/auth/login", 415)]
    [InlineData("GET", "/api/docs/index.html", 200)]
    [InlineData("GET", "/api/docs/nowhere.js", 404)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/problems/not-found", 200)]
    [InlineData("GET", "/problems/no-such", 404)]
    [InlineData("GET", "/.well-known/jwks.json", 200)]
    public async Task Every_answer_is_closed_to_other_sites(string method, string path, int status)
    {
        var answer = await RawHttp.Send(
            api.Port, $"{method} {path} HTTP/1.1\r\nHost: {RawHttp.Host}\r\nAccept: text/html\r\nContent-Length: 0\r\n\r\n");

        answer.Status.ShouldBe(status, answer.Body);
        ShouldBeClosed(answer);
    }

    [Fact]
    public async Task An_unexpected_failure_answers_like_the_rest_and_tells_nothing()
    {
        await using var host = api.NewHost(services => services.AddSingleton<ITenantDirectory, Failing>());

        var answer = await RawHttp.Send(host.Port, $"GET /api/v1/auth/status HTTP/1.1\r\nHost: {RawHttp.Host}\r\n\r\n");

        (answer.Status, (string?)answer.Problem()["code"]).ShouldBe((500, "internal-error"));
        ShouldBeClosed(answer);
        answer.Body.ShouldNotContain(Failing.Secret);
    }

    [Theory]
    [InlineData("http://beispielburg.localhost")]
    [InlineData("http://musterstadt.localhost.evil.example")]
    [InlineData("http://musterstadt.localhost")]
    [InlineData("null")]
    public async Task No_other_site_is_allowed_to_read_answers(string origin)
    {
        var agent = await api.As("musterstadt", Role.Agent);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            var answer = await agent.Send(method, "/api/v1/tickets", null, ("Origin", origin), ("Access-Control-Request-Method", "POST"));

            answer.StatusCode.ShouldBe(method == HttpMethod.Get ? HttpStatusCode.OK : HttpStatusCode.MethodNotAllowed);
            answer.Headers.Select(header => header.Key).ShouldNotContain(
                name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        }
    }

    private static void ShouldBeClosed(RawAnswer answer)
    {
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["X-Frame-Options"].ShouldBe("DENY");
        answer.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        answer.Headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin");
        answer.Headers["Cross-Origin-Resource-Policy"].ShouldBe("same-origin");
        answer.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'");
        answer.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        answer.Headers.Keys.ShouldContain("Cache-Control");
        answer.Headers.Keys.ShouldNotContain(name => name.Equals("Server", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Powered", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-AspNet", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A defect inside the product.</summary>
    private sealed class Failing : ITenantDirectory
    {
        public const string Secret = "Host=10.0.0.5;Password=geheim";

        public Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation) => throw new InvalidOperationException(Secret);

        public Task<TenantRecord?> Find(TenantId tenant, CancellationToken cancellation) => throw new InvalidOperationException(Secret);

        public Task<(IReadOnlyList<TenantOverview> Tenants, int Total)> List(
            string? text, string after, int limit, Instant now, CancellationToken cancellation) =>
            throw new InvalidOperationException(Secret);
    }
}

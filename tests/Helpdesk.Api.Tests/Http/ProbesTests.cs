namespace Helpdesk.Api.Tests.Http;

/// <summary>What strangers' scanners ask for first (threat T58): nothing of it is here, and no answer tells what is.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class ProbesTests(ApiFixture api)
{
    private static readonly string[] Probes =
    [
        "/metrics", "/dashboard", "/orleans", "/OrleansDashboard", "/swagger", "/swagger/index.html", "/swagger/v1/swagger.json",
            "/openapi", "/openapi/v2.json",
        "/graphql", "/actuator", "/actuator/env", "/health", "/healthz", "/debug", "/debug/pprof", "/trace", "/elmah.axd", "/trace.axd",
        "/appsettings.json",
        "/appsettings.Development.json", "/web.config", "/.git/config", "/.git/HEAD", "/.env", "/.svn/entries", "/.DS_Store",
        "/.well-known/openid-federation",
        "/admin", "/phpmyadmin", "/wp-login.php", "/server-status", "/api", "/api/v2/tickets", "/api/v1/",
        "/api/docs/..%2f..%2fappsettings.json",
        "/api/docs/%2e%2e/%2e%2e/Helpdesk.Api.dll", "/Helpdesk.Api.dll", "/Helpdesk.Api.pdb", "/assets/index.js.map",
        "/_framework/blazor.boot.json", "/backup.sql",
    ];

    [Theory]
    [InlineData("musterstadt.localhost")]
    [InlineData("desk.localhost")]
    [InlineData("console.localhost")]
    public async Task Nothing_inside_is_reachable_from_outside(string host)
    {
        Probes.Length.ShouldBeGreaterThanOrEqualTo(40);
        foreach (var path in Probes)
        {
            var answer = await RawHttp.Send(api.Port, $"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");

            // At the console operators have a dashboard, and a stranger learns no more than that one must sign in.
            var isDashboard = path == "/orleans" && host == "console.localhost";
            answer.Status.ShouldBe(isDashboard ? 401 : 404, path);
            ((string?)answer.Problem()["code"]).ShouldBe(isDashboard ? "not-signed-in" : "not-found", path);
        }
    }
}

using Helpdesk.Api.Tests.Fixtures;

namespace Helpdesk.Api.Tests.Http;

/// <summary>What strangers' scanners ask for first (threat T58): nothing of it is here, and no answer tells what is. (Discovery is public, and who sees the
/// dashboard at the console is said by ClusterDashboardTests.)</summary>
public sealed class ProbesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Probes =
    [
        "/metrics", "/dashboard", "/OrleansDashboard", "/swagger", "/swagger/index.html", "/swagger/v1/swagger.json", "/openapi", "/openapi/v2.json",
        "/graphql", "/actuator", "/actuator/env", "/health", "/healthz", "/debug", "/debug/pprof", "/trace", "/elmah.axd", "/trace.axd", "/appsettings.json",
        "/appsettings.Development.json", "/web.config", "/.git/config", "/.git/HEAD", "/.env", "/.svn/entries", "/.DS_Store",
        "/admin", "/phpmyadmin", "/wp-login.php", "/server-status", "/api", "/api/v2/tickets", "/api/v1/", "/api/docs/..%2f..%2fappsettings.json",
        "/api/docs/%2e%2e/%2e%2e/Helpdesk.Api.dll", "/Helpdesk.Api.dll", "/Helpdesk.Api.pdb", "/assets/index.js.map", "/_framework/blazor.boot.json", "/backup.sql",
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

            answer.Status.ShouldBe(404, path);
            ((string?)answer.Problem()["code"]).ShouldBe("not-found", path);
        }
    }
}

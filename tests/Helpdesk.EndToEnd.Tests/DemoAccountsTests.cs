using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Helpdesk.EndToEnd.Tests;

/// <summary>Whoever tries the platform out picks an account instead of typing one.</summary>
public sealed class DemoAccountsTests
{
    private static readonly (string Host, string[] Among)[] Offers =
    [
        ("musterstadt", ["kunde@musterstadt.example customer", "agentin@musterstadt.example agent", "admin@musterstadt.example admin"]),
        ("desk", ["agent@helpdesk.example agent"]),
        ("console", ["betrieb@helpdesk.example operator"]),
    ];

    [Fact]
    public async Task Every_account_that_is_offered_can_sign_in_where_it_is_offered()
    {
        await using var platform = new Platform();
        await platform.Start();
        foreach (var (host, among) in Offers)
        {
            using var client = platform.Client(host);
            var offered = JsonNode.Parse(await client.GetStringAsync("/api/v1/demo/accounts"))!["items"]!.AsArray();

            among.ShouldBeSubsetOf(offered.Select(one => $"{one!["email"]} {one["role"]}"));
            foreach (var account in offered)
            {
                using var answer = await client.PostAsJsonAsync(
                    "/api/v1/auth/login", new { email = (string)account!["email"]!, password = (string)account["password"]! });
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, (string?)account["email"]);
            }
        }
    }
}

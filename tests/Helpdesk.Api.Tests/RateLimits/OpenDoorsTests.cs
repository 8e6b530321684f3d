namespace Helpdesk.Api.Tests.RateLimits;

/// <summary>What anybody may ask for, at any host: limited all the same.</summary>
public sealed class OpenDoorsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly (string, string)[] Few =
    [
        ("Helpdesk:RateLimits:Address:PerSecond", "1"), ("Helpdesk:RateLimits:Address:Burst", "3"),
        ("Helpdesk:RateLimits:Probe:PerSecond", "1"), ("Helpdesk:RateLimits:Probe:Burst", "6"), ("Helpdesk:Cluster:Id", "doors"),
    ];

    [Theory]
    [InlineData("/api/docs/index.html", "203.0.113.11", 3)]
    [InlineData("/api/docs/swagger-ui.css", "203.0.113.12", 3)]
    [InlineData("/openapi/v1.json", "203.0.113.13", 3)]
    [InlineData("/health/live", "203.0.113.14", 6)]
    [InlineData("/health/ready", "203.0.113.15", 6)]
    public async Task Only_so_many_are_answered_to_one_network(string path, string from, int burst)
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < burst + 10; i++)
            answers.Add((await Ask(path, from)).StatusCode);

        answers.Take(burst).ShouldAllBe(status => status == HttpStatusCode.OK);
        answers.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBeInRange(1, 10);
        (await Ask(path, "203.0.113.99")).StatusCode.ShouldBe(HttpStatusCode.OK, "another network");
    }

    [Fact]
    public async Task Probes_get_through_where_other_requests_have_used_up_their_limit()
    {
        const string from = "203.0.113.21";
        while ((await Ask("/openapi/v1.json", from)).StatusCode == HttpStatusCode.OK)
        {
        }

        (await Ask("/health/ready", from)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> Ask(string path, string from)
    {
        using var client = new HttpClient(api.Other(Few).Sockets, disposeHandler: false)
        { BaseAddress = new("http://musterstadt.localhost") };
        return await client.Get(path, ("Test-Address", from));
    }
}

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

    [Theory]
    [InlineData("POST", "/api/v1/auth/token", "198.51.100.1")]
    [InlineData("POST", "/api/v1/auth/introspect", "198.51.100.2")]
    [InlineData("POST", "/api/v1/auth/revoke", "198.51.100.3")]
    [InlineData("GET", "/.well-known/openid-configuration", "198.51.100.4")]
    [InlineData("GET", "/.well-known/jwks.json", "198.51.100.5")]
    [InlineData("GET", "/api/v1/auth/userinfo", "198.51.100.6")]
    public async Task What_OpenIddict_answers_is_limited_like_everything_else(string method, string path, string from)
    {
        var client = api.Client("musterstadt", of: api.Other(Few));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
        {
            using var request = new HttpRequestMessage(new(method), path) { Headers = { { "Test-Address", from } } };
            if (method == "POST")
                request.Content = new FormUrlEncodedContent([new("token", "x")]);
            answers.Add((await client.SendAsync(request)).StatusCode);
        }

        answers[0].ShouldNotBe(HttpStatusCode.TooManyRequests);
        answers.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBeInRange(1, 7);
    }

    private async Task<HttpResponseMessage> Ask(string path, string from)
    {
        using var client = new HttpClient(api.Other(Few).Sockets, disposeHandler: false)
        { BaseAddress = new("http://musterstadt.localhost") };
        return await client.Get(path, ("Test-Address", from));
    }
}

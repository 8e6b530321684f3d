using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Helpdesk.Api.Tests.Http;

/// <summary>How much a request may bring, and how slowly.</summary>
public sealed class RequestLimitsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // Long enough for every machine; no test waits for it to pass.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private ApiHost Impatient => api.Other("impatient", services => services.Configure<KestrelServerOptions>(kestrel =>
    {
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1_000, gracePeriod: TimeSpan.FromSeconds(2));
    }));

    [Theory]
    [InlineData("/api/v1/tickets")]
    [InlineData("/api/v1/auth/login")]
    [InlineData("/api/v1/sla/preview")]
    public async Task A_body_of_one_byte_too_many_is_413_announced_or_in_chunks(string path)
    {
        var token = path.Contains("login", StringComparison.Ordinal) ? "" : $"Authorization: Bearer {await Token(Role.Admin)}\r\n";
        var head = $"POST {path} HTTP/1.1\r\nHost: {RawHttp.Host}\r\nContent-Type: application/json\r\n{token}";
        var body = $"\"{new string('a', (int)HttpLimits.Body - 1)}\"";

        ShouldBe(await RawHttp.Send(api.Port, $"{head}Content-Length: {body.Length}\r\n\r\n", Patience), 413, "too-large");
        ShouldBe(await RawHttp.Send(api.Port, $"{head}Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n", Patience),
            413, "too-large");
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var frame = """{"subject":"a","description":""}""".Length;
        var text = new string('a', (int)HttpLimits.Body - frame);

        await customer.Post(TicketCalls.Tickets, $$"""{"subject":"a","description":"{{text}}"}""").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_414()
    {
        ShouldBe(await Get($"/api/v1/tickets?text={new string('a', HttpLimits.Address)}"), 414, "address-too-long");
        ShouldBe(await Get($"/{new string('a', HttpLimits.Address - 1)}"), 404, "not-found");
        (await Get($"/{new string('a', 200_000)}")).Status.ShouldBe(414, "the server's own limit, without a document");
    }

    [Fact]
    public async Task Headers_that_are_too_long_or_too_many_are_431()
    {
        ShouldBe(await Get("/health/live", $"X-Long: {new string('a', HttpLimits.Headers)}\r\n"), 431, "headers-too-large");
        ShouldBe(await Get("/health/live", string.Concat(Enumerable.Repeat("X-Some: a\r\n", HttpLimits.HeaderCount + 1))), 431,
            "headers-too-large");
        (await Get("/health/live", string.Concat(Enumerable.Repeat("X-Some: a\r\n", HttpLimits.HeaderCount - 2)))).Status.ShouldBe(200);
        (await Get("/health/live", $"X-Long: {new string('a', 200_000)}\r\n")).Status.ShouldBe(
            431, "the server's own limit, without a document");
    }

    [Fact]
    public async Task Headers_that_do_not_come_to_an_end_are_hung_up_on()
    {
        var answer = await RawHttp.Send(Impatient.Port, $"GET /health/live HTTP/1.1\r\nHost: {RawHttp.Host}\r\nX-Slow: ", Patience);

        (answer.Status, answer.Closed).ShouldBe((408, true));
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_408_and_hung_up_on()
    {
        var host = Impatient;
        var before = await api.Column("select count(*) from session"); // not events: a platform at rest records some, too

        var answer = await RawHttp.Send(
            host.Port, $"POST /api/v1/auth/login HTTP/1.1\r\nHost: {RawHttp.Host}\r\nContent-Type: application/json\r\nContent-Length: "
                + $"100\r\n\r\n{{\"email\":", Patience);

        ShouldBe(answer, 408, "request-timeout");
        answer.Closed.ShouldBeTrue();
        (await api.Column("select count(*) from session")).ShouldBe(before);
    }

    [Fact]
    public void Slow_senders_are_hung_up_on_in_production_too()
    {
        var limits = api.Get<Microsoft.Extensions.Options.IOptions<KestrelServerOptions>>().Value.Limits;

        limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        limits.MinRequestBodyDataRate!.BytesPerSecond.ShouldBe(240);
        limits.MaxRequestBodySize.ShouldBe(HttpLimits.Body);
    }

    private async Task<string> Token(Role role) => (await api.As("musterstadt", role)).DefaultRequestHeaders.Authorization!.Parameter!;

    private Task<RawAnswer> Get(string target, string headers = "") =>
        RawHttp.Send(api.Port, $"GET {target} HTTP/1.1\r\nHost: {RawHttp.Host}\r\n{headers}\r\n", Patience);

    private static void ShouldBe(RawAnswer answer, int status, string code)
    {
        answer.Status.ShouldBe(status, answer.Body);
        answer.Headers["Content-Type"].ShouldBe(Problems.ContentType);
        ((string?)answer.Problem()["code"]).ShouldBe(code);
    }
}

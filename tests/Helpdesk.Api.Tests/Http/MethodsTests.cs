namespace Helpdesk.Api.Tests.Http;

[Collection(SharedHosts.ManyTowns)]
public sealed class MethodsTests(ApiFixture api)
{
    [Theory]
    [InlineData("TRACE", "/api/v1/tickets", "GET, HEAD, POST")]
    [InlineData("FOO", "/api/v1/tickets", "GET, HEAD, POST")]
    [InlineData("OPTIONS", "/api/v1/tickets", "GET, HEAD, POST")]
    [InlineData("PUT", "/api/v1/tickets", "GET, HEAD, POST")]
    [InlineData("HEAD", "/api/v1/auth/login", "POST")]
    [InlineData("QUERY", "/api/v1/auth/login", "POST")]
    [InlineData("TRACE", "/nowhere", "DELETE, GET, HEAD, PATCH, POST, PUT")]
    [InlineData("FOO", "/api/docs/index.html", "DELETE, GET, HEAD, PATCH, POST, PUT")]
    public async Task A_method_that_an_address_does_not_know_is_405_and_Allow_names_those_it_does(string method, string path, string allow)
    {
        var answer = await RawHttp.Send(api.Port, $"{method} {path} HTTP/1.1\r\nHost: {RawHttp.Host}\r\nConnection: close\r\n\r\n");

        answer.Status.ShouldBe(405, answer.Body);
        answer.Headers["Allow"].Split(", ").Order().ShouldBe(allow.Split(", "));
        if (method != "HEAD")
            ((string?)answer.Problem()["code"]).ShouldBe("method-not-allowed");
    }

    [Theory]
    [InlineData("CONNECT musterstadt.localhost:443 HTTP/1.1\r\nHost: musterstadt.localhost:443")]
    [InlineData("CONNECT musterstadt.localhost:443 HTTP/1.1\r\nHost: musterstadt.localhost")]
    [InlineData("CONNECT /api/v1/tickets HTTP/1.1\r\nHost: musterstadt.localhost")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: musterstadt.localhost")]
    [InlineData("TRACE * HTTP/1.1\r\nHost: musterstadt.localhost")]
    public async Task Nothing_is_tunnelled(string head)
    {
        var answer = await RawHttp.Send(api.Port, $"{head}\r\n\r\n");

        answer.Status.ShouldBeOneOf(400, 405);
        if (answer.Status == 405)
            answer.Headers["Allow"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task HTTP_2_is_not_offered_so_there_are_no_streams_to_reset()
    {
        var answer = await RawHttp.Send(api.Port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0");

        (answer.Status, answer.Closed).ShouldBe((0, true));
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task No_header_turns_one_method_into_another(string header)
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var id = (await admin.Open()).Id();

        await admin.Post($"{TicketCalls.Tickets}/{id}", null, (header, "DELETE")).ShouldRefuse(
            HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        await admin.Get($"{TicketCalls.Tickets}/{id}", (header, "DELETE")).ShouldAnswer(HttpStatusCode.OK);
        await admin.Get($"{TicketCalls.Tickets}/{id}?_method=DELETE").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await admin.Get($"{TicketCalls.Tickets}/{id}").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_the_body_at_every_address_without_ids()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var addresses = api.Contract.Operations.Where(operation =>
            operation.Method == "GET" && !operation.Path.Contains('{')
                && (operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant"))).ToList();
        addresses.Count.ShouldBeGreaterThan(8);

        foreach (var operation in addresses)
        {
            var (get, head) = (await admin.Get(operation.Path), await admin.Send(HttpMethod.Head, operation.Path, null));

            head.StatusCode.ShouldBe(get.StatusCode, operation.Id);
            head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType, operation.Id);
            (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty(operation.Id);
        }
    }
}

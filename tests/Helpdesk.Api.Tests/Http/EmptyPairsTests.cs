namespace Helpdesk.Api.Tests.Http;

/// <summary>An address that a program has put together, with an ampersand too many.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class EmptyPairsTests(ApiFixture api)
{
    [Theory]
    [InlineData("/api/v1/tickets?&", HttpStatusCode.OK)]
    [InlineData("/api/v1/tickets?&&", HttpStatusCode.OK)]
    [InlineData("/api/v1/tickets?&limit=1&&", HttpStatusCode.OK)]
    [InlineData("/api/v1/me?&", HttpStatusCode.OK)]
    [InlineData("/api/v1/tickets?=", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/tickets?limit=1&=&", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/me?=", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/tickets?=x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/tickets?&x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/me?&=x", HttpStatusCode.UnprocessableEntity)]
    public async Task Empty_pairs_are_passed_over_and_unknown_parameters_are_not(string address, HttpStatusCode status) =>
        (await (await api.As("musterstadt", Role.Admin)).Get(address)).StatusCode.ShouldBe(status);

    [Fact]
    public async Task They_are_no_part_of_what_a_repetition_repeats()
    {
        var (agent, key) = (await api.As("musterstadt", Role.Agent), ("Idempotency-Key", Some.Word()));
        var opened = await agent.Post("/api/v1/tickets", new { subject = "Bank", description = "Latte lose." }, key).Json(
            HttpStatusCode.Created);

        var again = await agent.Post("/api/v1/tickets?&", new { subject = "Bank", description = "Latte lose." }, key).Json(
            HttpStatusCode.Created);

        ((string)again["id"]!).ShouldBe((string)opened["id"]!);
    }
}

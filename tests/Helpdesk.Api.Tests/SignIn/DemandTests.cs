using Helpdesk.Api.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Api.Tests.SignIn;

[Collection(SharedHosts.TwoTowns)]
public sealed class DemandTests(ApiFixture api)
{
    [Fact]
    public void Every_endpoint_says_whom_it_lets_in()
    {
        var endpoints = api.Get<EndpointDataSource>().Endpoints;

        endpoints.Count.ShouldBeGreaterThan(60, "the endpoints must be there");
        endpoints.Where(
            endpoint => endpoint.Metadata.GetMetadata<Demand>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_with_a_silent_endpoint_does_not_start()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/open", () => "anonymous").AllowAnonymous();
        app.RequireDemands();
        app.MapGet("/members", () => "members").RequireMember();
        app.RequireDemands();
        app.MapGet("/forgotten", () => "who knows");

        Should.Throw<InvalidOperationException>(() => app.RequireDemands()).Message.ShouldContain("/forgotten");
    }

    [Fact]
    public async Task A_new_version_6_address_of_the_same_subscriber_is_no_new_network()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        for (var i = 0; i < 5; i++)
            await Try($"2001:db8:1:2::{i + 1}", "wrong").ShouldAnswer(HttpStatusCode.Unauthorized);

        await Try("2001:db8:1:2:ffff::1", ApiFixture.Password).ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-tries");
        await Try("2001:db8:1:3::1", ApiFixture.Password).ShouldAnswer(HttpStatusCode.OK);

        Task<HttpResponseMessage> Try(string address, string password) =>
            api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password }, ("Test-Address", address));
    }
}

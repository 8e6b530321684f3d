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
    public async Task Only_a_trusted_proxy_is_believed_about_addresses()
    {
        await using var host = api.NewHost(settings: ("Helpdesk:Access:TrustedProxies:0", "10.0.0.0/8"));

        await ShouldRecord(host, peer: "10.1.2.3", forwarded: "203.0.113.7", "203.0.113.7");
        await ShouldRecord(host, peer: "10.1.2.3", forwarded: "198.51.100.1, 203.0.113.7", "203.0.113.7");
        await ShouldRecord(host, peer: "192.0.2.9", forwarded: "203.0.113.7", "192.0.2.9");
    }

    private async Task ShouldRecord(ApiHost host, string peer, string forwarded, string recorded)
    {
        var email = Some.Email();
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);

        await api.Client("musterstadt", of: host).Post(
            "/api/v1/auth/login", new { email, password = ApiFixture.Password }, ("Test-Address", peer), ("X-Forwarded-For", forwarded),
            ("X-Forwarded-Host", "evil.example"))
            .ShouldAnswer(HttpStatusCode.OK);

        (await api.Column($"select origin from event where stream_id = '{account}' and kind = 'account.signed_in'")).ShouldBe(
            [$"{recorded} login"]);
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

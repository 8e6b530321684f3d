using Helpdesk.Api.SignIn;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Api.Tests.SignIn;

/// <remarks>In a municipality of its own: the setting must not reach the tests beside it.</remarks>
[Collection(SharedHosts.MovedForPeople)]
public sealed class SecondFactorPolicyTests(ApiFixture api)
{
    private const string Required = "second-factor-enrolment-required";

    [Fact]
    public async Task Staff_without_one_can_only_set_one_up_and_then_go_on_with_the_same_session()
    {
        var email = Some.Email();
        await api.Enrol(api.Beispielburg, Role.Agent, email);
        var agent = await api.SignedIn("beispielburg", email);
        await agent.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);

        await Demand("staff_required");

        await agent.Get("/api/v1/tickets").ShouldRefuse(HttpStatusCode.Forbidden, Required);
        await agent.Post("/api/v1/tickets", new { subject = "Nein", description = "Nein" }).ShouldRefuse(
            HttpStatusCode.Forbidden, Required);
        await agent.Patch("/api/v1/me", new { name = "Nein" }, ("If-Match", "\"1\"")).ShouldRefuse(HttpStatusCode.Forbidden, Required);
        var status = await agent.Get("/api/v1/auth/status").Json();
        ((bool)status["must_enrol_second_factor"]!, status["abilities"]!.AsArray().Count).ShouldBe((true, 0));
        await agent.Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        await agent.Get("/api/v1/auth/sessions").ShouldAnswer(HttpStatusCode.OK);
        await (await api.SignedIn("beispielburg", email)).Get("/api/v1/tickets").ShouldRefuse(HttpStatusCode.Forbidden, Required);

        await SecondFactorTests.SwitchOn(api, agent);

        await agent.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        ((bool)(await agent.Get("/api/v1/auth/status").Json())["must_enrol_second_factor"]!).ShouldBeFalse();
        await Demand("optional");
    }

    [Fact]
    public async Task Customers_programs_and_the_staff_of_others_are_not_asked_for_one()
    {
        var admin = await api.As("beispielburg", Role.Admin);
        var key = (string)(await admin.Post("/api/v1/api-keys", new { name = "CMS", scopes = new[] { "tickets:read" } })
            .Json(HttpStatusCode.Created))["key"]!;
        var customer = await api.As("beispielburg", Role.Customer);
        await Demand("staff_required");

        await customer.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        await api.Client("beispielburg", key).Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        await (await api.As("musterstadt", Role.Agent)).Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        await Demand("optional");
    }

    [Fact]
    public async Task Service_staff_need_one_for_the_tenants_that_demand_it_and_for_no_others()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var desk = await api.SignedIn("desk", email);
        await Demand("staff_required");

        await desk.Get("/api/v1/tenants/beispielburg/tickets").ShouldRefuse(HttpStatusCode.Forbidden, Required);
        await desk.Get("/api/v1/tenants/musterstadt/tickets").ShouldAnswer(HttpStatusCode.OK);
        await Demand("optional");
    }

    [Fact]
    public async Task Operators_need_one_outside_Development()
    {
        await using var production = api.NewHost(services =>
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DemandRules>(provider, new Production())));
        var token = (await api.Tokens("console", api.OperatorEmail)).AccessToken;

        await api.Client("console", token, production).Get("/api/v1/tenants").ShouldRefuse(HttpStatusCode.Forbidden, Required);
        await api.Client("console", token, production).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        await api.Client("console", token).Get("/api/v1/tenants").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_the_words_that_are_known_are_taken()
    {
        var (settings, tag) = await Settings();
        settings["second_factor"] = "always";

        await Put(settings, tag).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    // By an operator: an admin who demands it without having one could not take it back.
    private async Task Demand(string policy)
    {
        var (settings, tag) = await Settings();
        settings["second_factor"] = policy;
        await Put(settings, tag).ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(5));
    }

    private async Task<(JsonObject Settings, string Tag)> Settings()
    {
        using var answer = await (await api.SignedIn("console", api.OperatorEmail)).Get("/api/v1/tenants/beispielburg/settings");
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject(), answer.Headers.ETag!.Tag);
    }

    private async Task<HttpResponseMessage> Put(JsonObject settings, string tag) =>
        await (await api.SignedIn("console", api.OperatorEmail)).Send(
            HttpMethod.Put, "/api/v1/tenants/beispielburg/settings", settings, ("If-Match", tag));

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";
        public string ApplicationName { get; set; } = "Helpdesk.Api";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

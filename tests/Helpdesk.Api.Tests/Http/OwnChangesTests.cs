using Helpdesk.Api.Tests.Tenants;

namespace Helpdesk.Api.Tests.Http;

/// <summary>What somebody changed is true for the next request of this process, whatever is kept in memory.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class OwnChangesTests(ApiFixture api)
{
    [Fact]
    public async Task Nobody_is_a_requester_from_the_moment_in_which_they_were_removed()
    {
        var (agent, admin) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Admin));
        var (_, requester) = await api.Person("musterstadt", Role.Customer);
        await Open(agent, new { subject = "a", description = "b", requester }).ShouldAnswer(HttpStatusCode.Created);

        await admin.Delete($"/api/v1/users/{requester}").ShouldAnswer(HttpStatusCode.NoContent);

        await Open(agent, new { subject = "a", description = "b", requester }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Nobody_is_an_assignee_from_the_moment_in_which_they_were_suspended_and_is_again_when_they_are_back()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (gone, assignee) = await api.Person("musterstadt", Role.Agent);
        await Open(admin, new { subject = "a", description = "b", assignee }).ShouldAnswer(HttpStatusCode.Created);
        await gone.Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);

        await Status("suspended", 1);
        await Open(admin, new { subject = "a", description = "b", assignee }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await gone.Get("/api/v1/me").ShouldAnswer(HttpStatusCode.Unauthorized);

        await Status("active", 2);
        await Open(admin, new { subject = "a", description = "b", assignee }).ShouldAnswer(HttpStatusCode.Created);

        Task Status(string status, int version) => admin.Patch(
            $"/api/v1/users/{assignee}", new { status }, ("If-Match", $"\"{version}\"")).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_that_was_given_or_taken_counts_at_once()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (person, id) = await api.Person("musterstadt", Role.Customer);
        await Asked(HttpStatusCode.UnprocessableEntity);

        await Give("agent", 1);
        await Asked(HttpStatusCode.OK);

        await Give("customer", 2);
        await Asked(HttpStatusCode.UnprocessableEntity);

        Task Asked(HttpStatusCode status) => person.Get("/api/v1/tickets?queue=it").ShouldAnswer(status);

        Task Give(string role, int version) => admin.Patch(
            $"/api/v1/users/{id}", new { role }, ("If-Match", $"\"{version}\"")).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_name_that_was_changed_is_the_name_in_the_next_answer()
    {
        var (person, id) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await person.Open()).Id();
        var admin = await api.As("musterstadt", Role.Admin);
        await admin.Get($"/api/v1/tickets/{ticket}/timeline").Json();

        await admin.Patch($"/api/v1/users/{id}", new { name = "Neu Benannt" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);

        var timeline = await admin.Get($"/api/v1/tickets/{ticket}/timeline").Json();
        ((string)timeline["items"]![0]!["actor_name"]!).ShouldBe("Neu Benannt");
    }

    [Fact]
    public async Task A_setting_of_the_municipality_counts_for_its_next_ticket_and_its_suspension_for_the_next_act()
    {
        var town = await TestTown.New(api);
        var unlisted = new { subject = "a", description = "b", category = "unbekannt" };
        await Open(town.Admin, unlisted).ShouldAnswer(HttpStatusCode.Created);

        var read = await town.Admin.Get("/api/v1/settings");
        var settings = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        settings["strict_categories"] = true;
        await town.Admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(), ("If-Match", read.Headers.ETag!.Tag))
            .ShouldAnswer(HttpStatusCode.OK);
        await Open(town.Admin, unlisted).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        await town.Console.Post($"/api/v1/tenants/{town.Slug}/suspend", new { reason = "Probe" }).ShouldAnswer(HttpStatusCode.OK);
        (await town.Admin.Get("/api/v1/me")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_municipality_that_was_just_made_answers_although_its_name_was_asked_for_before()
    {
        var (slug, console) = ($"town{Some.Number()}", await api.SignedIn("console", api.OperatorEmail));
        await api.Client(slug).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.NotFound);

        await console.Post("/api/v1/tenants", new { slug, name = "Neustadt" }).ShouldAnswer(HttpStatusCode.Created);

        await api.Client(slug).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> Open(HttpClient client, object ticket) => client.Post(TicketCalls.Tickets, ticket);
}

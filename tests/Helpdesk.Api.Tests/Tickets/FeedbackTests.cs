using Helpdesk.Api.Tests.Tenants;

namespace Helpdesk.Api.Tests.Tickets;

/// <summary>Somebody found a barrier and says so, with an account or without.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class FeedbackTests(ApiFixture api)
{
    private const string Feedback = "/api/v1/accessibility-feedback";

    [Fact]
    public async Task A_report_without_an_account_is_a_ticket_of_nobody_and_no_mail_goes_to_an_address_that_nobody_proved()
    {
        var town = await TestTown.New(api);

        var number = (string)(await api.Client(town.Slug).Post(
            Feedback, new { message = "Kein Fokus.", page = "/tickets/new", email = town.AdminEmail }).Json(HttpStatusCode.Created))["number"]!;

        var ticket = await town.Admin.Get($"/api/v1/tickets/{number}").Json();
        ((string?)ticket["subject"], (string?)ticket["channel"]).ShouldBe(("Barriere gemeldet", "accessibility"));
        ((string?)ticket["description"]).ShouldBe(
            $"Kein Fokus.\n\nSeite: /tickets/new\n\nAntwort erbeten an (ungeprüft): {town.AdminEmail}");
        var requester = await town.Admin.Get($"/api/v1/users/{ticket["requester"]}").Json();
        ((string?)requester["status"], (string?)requester["email"]).ShouldBe(("contact", $"barrierefreiheit@{town.Slug}.invalid"));
        var second = (string)(await api.Client(town.Slug).Post(Feedback, new { message = "Noch etwas." }).Json(
            HttpStatusCode.Created))["number"]!;
        ((string?)(await town.Admin.Get($"/api/v1/tickets/{second}").Json())["requester"]).ShouldBe((string?)ticket["requester"]);
    }

    [Fact]
    public async Task A_report_of_somebody_who_is_signed_in_is_their_ticket_in_the_category_for_it()
    {
        var town = await TestTown.New(api);
        await town.Admin.Post("/api/v1/categories", new { key = "barrieren", name = "Barrieren" }).ShouldAnswer(HttpStatusCode.Created);
        await Category(town, "barrieren");
        var email = Some.Email();
        await api.Enrol(town.Id, Role.Customer, email);
        var customer = await api.SignedIn(town.Slug, email);

        var number = (string)(await customer.Post(Feedback, new { message = "Kein Fokus." }).Json(HttpStatusCode.Created))["number"]!;

        var ticket = await customer.Get($"/api/v1/tickets/{number}").Json();
        ((string?)ticket["category"], (string?)ticket["description"]).ShouldBe(("barrieren", "Kein Fokus."));
    }

    [Fact]
    public async Task One_network_reports_five_barriers_in_an_hour_and_no_more()
    {
        var town = await TestTown.New(api);
        var stranger = api.Client(town.Slug);
        for (var sent = 0; sent < 5; sent++)
            await stranger.Post(Feedback, new { message = "Kein Fokus." }).ShouldAnswer(HttpStatusCode.Created);

        await stranger.Post(Feedback, new { message = "Kein Fokus." }).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate-limited");

        await stranger.Post(Feedback, new { message = "Kein Fokus." }, ("Test-Address", "198.51.100.7")).ShouldAnswer(
            HttpStatusCode.Created);
        api.Time.Advance(TimeSpan.FromHours(1));
        await stranger.Post(Feedback, new { message = "Kein Fokus." }).ShouldAnswer(HttpStatusCode.Created);
    }

    private static async Task Category(TestTown town, string category)
    {
        var answer = await town.Admin.Get("/api/v1/appearance/settings");
        var settings = (await Task.FromResult(answer).Json()).AsObject();
        settings["feedback_category"] = category;
        await town.Admin.Send(HttpMethod.Put, "/api/v1/appearance/settings", settings.ToJsonString(),
            ("If-Match", answer.Headers.ETag!.ToString())).ShouldAnswer(HttpStatusCode.OK);
    }
}

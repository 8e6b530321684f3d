using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.People;

/// <summary>Somebody serves no longer: the seat is free, and no ticket stays behind.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class LeavingTests(ApiFixture api)
{
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task Suspended_the_tickets_go_to_the_colleague_who_was_named()
    {
        await api.Team("musterstadt", "technik");
        var admin = await api.As("musterstadt", Role.Admin);
        var (leaving, colleague) = (await Agent(), await Agent());
        var ticket = await Ticket(admin, leaving);

        await admin.Patch($"{Users}/{leaving}", new { status = "suspended", hand_over_to = colleague, hand_over_team = "technik" },
            ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);

        await HandedOver(admin, ticket, colleague);
        ((string)(await admin.Get($"/api/v1/tickets/{ticket}").Json())["team"]!).ShouldBe("technik");
        (await admin.Get($"/api/v1/tickets/{ticket}/timeline").Json())["items"]!.AsArray()
            .Select(item => (string)item!["words"]!["en"]!).ShouldContain(words => words.Contains("the assignee serves no longer"));
    }

    [Fact]
    public async Task To_whom_belongs_to_the_request_under_one_key_another_is_another_request()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (leaving, one, other) = (await Agent(), await Agent(), await Agent());
        (string, string)[] key = [("Idempotency-Key", Some.Word())];

        await admin.Send(HttpMethod.Delete, $"{Users}/{leaving}?hand_over_to={one}", null, key).ShouldAnswer(HttpStatusCode.NoContent);
        await admin.Send(HttpMethod.Delete, $"{Users}/{leaving}?hand_over_to={one}", null, key).ShouldAnswer(HttpStatusCode.NoContent);
        await admin.Send(HttpMethod.Delete, $"{Users}/{leaving}?hand_over_to={other}", null, key)
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Ended_without_a_name_the_tickets_go_back_to_the_queue()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var leaving = await Agent();
        var ticket = await Ticket(admin, leaving);

        await admin.Delete($"{Users}/{leaving}").ShouldAnswer(HttpStatusCode.NoContent);

        await HandedOver(admin, ticket, null);
    }

    [Fact]
    public async Task Service_staff_who_are_gone_at_home_leave_nothing_behind_where_they_served()
    {
        var email = Some.Email();
        var account = (await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent))).ToString();
        var (admin, console) = (await api.As("musterstadt", Role.Admin), await api.SignedIn("console", api.OperatorEmail));
        var ticket = await Ticket(admin, account);

        await console.Delete($"{Users}/{account}").ShouldAnswer(HttpStatusCode.NoContent);

        await HandedOver(admin, ticket, null);
    }

    [Fact]
    public async Task Nobody_takes_over_who_could_not_and_nothing_is_handed_over_by_those_who_stay()
    {
        await api.Team("musterstadt", "technik");
        var admin = await api.As("musterstadt", Role.Admin);
        var (leaving, suspended) = (await Agent(), await Agent());
        var customer = (await api.Enrol(api.Musterstadt, Role.Customer, Some.Email())).ToString();
        await admin.Patch($"{Users}/{suspended}", new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);

        foreach (var to in new[] { suspended, customer, leaving, Guid.CreateVersion7().ToString() })
        {
            var problem = await admin.Patch($"{Users}/{leaving}", new { status = "suspended", hand_over_to = to }, ("If-Match", "\"1\""))
                .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)problem["errors"]![0]!["code"]!).ShouldBe("cannot-take-over");
            await admin.Delete($"{Users}/{leaving}?hand_over_to={to}").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        }

        var stays = await admin.Patch($"{Users}/{leaving}", new { role = "manager", hand_over_team = "technik" }, ("If-Match", "\"1\""))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)stays["errors"]![0]!["code"]!).ShouldBe("nothing-to-hand-over");
        await admin.Delete($"{Users}/{leaving}?hand_over_to=me").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        ((int)(await admin.Get($"{Users}/{leaving}").Json())["version"]!).ShouldBe(1);
    }

    // The feed looks a few times a second, at events that are old enough.
    private async Task HandedOver(HttpClient admin, string ticket, string? assignee)
    {
        api.Time.Advance(TimeSpan.FromSeconds(6));
        await Eventually.Holds(async () =>
            (string?)(await admin.Get($"/api/v1/tickets/{ticket}").Json())["assignee"] == assignee, "the ticket is still somebody else's");
    }

    private async Task<string> Agent() => (await api.Enrol(api.Musterstadt, Role.Agent, Some.Email())).ToString();

    private static async Task<string> Ticket(HttpClient by, string assignee) =>
        (string)(await by.Post("/api/v1/tickets", new { subject = "Drucker", description = "Druckt nicht.", assignee })
            .Json(HttpStatusCode.Created))["id"]!;
}

namespace Helpdesk.Api.Tests.Tenants;

[Collection(SharedHosts.MovedForTowns)]
public sealed class LicenceTests(ApiFixture api)
{
    [Fact]
    public async Task A_hundred_invitations_at_once_for_the_last_seat_give_it_once()
    {
        var (slug, admin, console) = await NewTown();
        await Grant(
            console, slug,
            new { plan = "standard", seats = 2, features = Array.Empty<string>(), valid_from = "2026-01-01", valid_to = "2099-12-31" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ =>
            admin.Post("/api/v1/users", new { email = Some.Email(), name = "Erika Mustermann", role = "agent" })));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            await Task.FromResult(refused).ShouldRefuse(HttpStatusCode.Conflict, "seat-limit");
        ((int)(await console.Get($"/api/v1/tenants/{slug}/licence").Json())["seats_used"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Suspending_frees_a_seat_and_reactivating_needs_one()
    {
        var (slug, admin, console) = await NewTown();
        await Grant(console, slug, Seats(2));
        var agent = await Invite(admin, "agent");
        await admin.Delete($"/api/v1/users/{agent["id"]}", ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.NoContent);
        ((int)(await admin.Get("/api/v1/licence").Json())["seats_used"]!).ShouldBe(1);

        await Invite(admin, "manager");
        await admin.Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role = "agent" })
            .ShouldRefuse(HttpStatusCode.Conflict, "seat-limit");
        await Invite(admin, "customer");
    }

    [Fact]
    public async Task Fewer_seats_than_people_lock_nobody_out()
    {
        var (slug, admin, console) = await NewTown();
        await Grant(console, slug, Seats(5));
        await Invite(admin, "agent");

        var reduced = await Grant(console, slug, Seats(1));

        ((int)reduced["seats_used"]!).ShouldBe(2);
        await admin.Get("/api/v1/licence").ShouldAnswer(HttpStatusCode.OK);
        await Invite(admin, "customer");
        await admin.Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role = "agent" })
            .ShouldRefuse(HttpStatusCode.Conflict, "seat-limit");
    }

    [Fact]
    public async Task An_expired_licence_leaves_a_tenant_readable_and_renewal_opens_it_again()
    {
        var (slug, admin, console) = await NewTown();
        await admin.Post("/api/v1/tickets", Ticket).ShouldAnswer(HttpStatusCode.Created);

        var expired = await Grant(
            console, slug, new { plan = "standard", seats = 9, valid_from = "2025-01-01", valid_to = "2025-12-31", grace_days = 3 });
        ((string?)expired["state"]).ShouldBe("expired");
        ((string?)expired["valid_to"]).ShouldBe("2025-12-31T23:00:00.000000Z");
        api.Time.Advance(TimeSpan.FromSeconds(3));

        await admin.Post("/api/v1/tickets", Ticket).ShouldRefuse(HttpStatusCode.Forbidden, "licence-expired");
        await admin.Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role = "customer" })
            .ShouldRefuse(HttpStatusCode.Forbidden, "licence-expired");
        ((int)(await admin.Get("/api/v1/tickets").Json())["total"]!).ShouldBe(1);
        var preview =
            new { opened_at = "2026-03-27T15:30:00Z", target = "PT1H", calendar = new { zone = "Europe/Berlin", windows = Always } };
        await admin.Post("/api/v1/sla/preview", preview).ShouldAnswer(HttpStatusCode.OK);
        await admin.Post("/ofrep/v1/evaluate/flags", new { context = new { } }).ShouldAnswer(HttpStatusCode.OK);
        await admin.Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent);

        await Grant(console, slug, Seats(9));
        api.Time.Advance(TimeSpan.FromSeconds(3));
        await (await api.SignedIn(slug, AdminOf(slug))).Post("/api/v1/tickets", Ticket).ShouldAnswer(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Without_a_licence_the_trial_is_shown()
    {
        var (slug, _, console) = await NewTown();

        var licence = await console.Get($"/api/v1/tenants/{slug}/licence").Json();

        ((string?)licence["state"]).ShouldBe("trial");
        ((int)licence["seats"]!).ShouldBe(25);
        ((int)licence["seats_used"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Only_operators_grant_and_only_admins_look()
    {
        var (slug, admin, console) = await NewTown();
        var agent = await api.As("musterstadt", Role.Agent);

        await agent.Get("/api/v1/licence").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await admin.Send(HttpMethod.Put, $"/api/v1/tenants/{slug}/licence", Seats(3)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await console.Send(HttpMethod.Put, "/api/v1/tenants/nowhere/licence", Seats(3)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Days_without_a_zone_count_in_the_tenants_own_and_half_moments_are_refused()
    {
        var (slug, _, console) = await NewTown();

        var wrong = await console.Send(
            HttpMethod.Put, $"/api/v1/tenants/{slug}/licence", new { plan = "x", seats = 1, valid_to = "2027-01-01T00:00:00" })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string?)wrong["errors"]![0]!["pointer"]).ShouldBe("/valid_to");

        var day = await Grant(
            console, slug, new { plan = "x", seats = 1, valid_from = "2026-07-01", valid_to = "2027-06-30T12:00:00+02:00" });
        ((string?)day["valid_from"]).ShouldBe("2026-06-30T22:00:00.000000Z");
        ((string?)day["valid_to"]).ShouldBe("2027-06-30T10:00:00.000000Z");
    }

    private static object Ticket => new { subject = "Laterne defekt", description = "Vor dem Rathaus.", priority = "low" };

    private static object Seats(int seats) =>
        new { plan = "standard", seats, features = new[] { "knowledge" }, valid_from = "2026-01-01T00:00:00Z", valid_to = (string?)null };

    private static string AdminOf(string slug) => $"admin@{slug}.example";

    private async Task<(string Slug, HttpClient Admin, HttpClient Console)> NewTown()
    {
        var slug = $"town{Some.Number()}";
        var console = await api.SignedIn("console", api.OperatorEmail);
        var tenant = await console.Post("/api/v1/tenants", new { slug, name = "Stadt" }).Json(HttpStatusCode.Created);
        await api.Enrol(new((Guid)tenant["id"]!), Role.Admin, AdminOf(slug));
        return (slug, await api.SignedIn(slug, AdminOf(slug)), console);
    }

    private static Task<JsonNode> Grant(HttpClient console, string slug, object licence) =>
        console.Send(HttpMethod.Put, $"/api/v1/tenants/{slug}/licence", licence).Json();

    private static Task<JsonNode> Invite(HttpClient by, string role) =>
        by.Post("/api/v1/users", new { email = Some.Email(), name = "Erika Mustermann", role }).Json(HttpStatusCode.Created);

    private static readonly object[] Always =
        [new { days = new[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" }, from = "00:00", to = "24:00" }];
}

using Helpdesk.Api.Tests.FeatureFlags;

namespace Helpdesk.Api.Tests.Tenants;

/// <summary>From the due moment or the act to what a person finds, with the host's own sweepers and feed.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class NoticesTests(ApiFixture api)
{
    [Fact]
    public async Task Admins_are_told_when_four_of_five_seats_are_taken_and_when_all_are_each_once()
    {
        var town = await TestTown.New(api);
        await Grant(town, new { plan = "standard", seats = 5 });
        var agent = Some.Email();
        await api.Enrol(town.Id, Role.Agent, agent);
        for (var invited = 0; invited < 3; invited++)
            await town.Admin.Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role = "agent" }).ShouldAnswer(
                HttpStatusCode.Created);

        var told = await Told(town.Admin, "seats_short", 2);

        told.Select(notice => ((string?)notice["event"], (int)notice["details"]!["percent"]!)).ShouldBe(
            [("seat.warned", 100), ("seat.warned", 80)], ignoreOrder: true);
        (await (await api.SignedIn(town.Slug, agent)).Get("/api/v1/notifications/items").Json())["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_licence_ends_in_grace_and_then_in_reading_and_export_and_admins_hear_of_both()
    {
        var town = await TestTown.New(api);
        await town.Admin.Post("/api/v1/tickets", new { subject = "Laterne", description = "Dunkel." }).ShouldAnswer(HttpStatusCode.Created);
        await Grant(town, new { plan = "standard", seats = 5, valid_to = api.Time.GetUtcNow().AddDays(1), grace_days = 14 });

        api.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        var admin = await town.AdminAgain(api);
        (await Told(admin, "licence_in_grace", 1)).ShouldHaveSingleItem();
        await admin.Post("/api/v1/tickets", new { subject = "Noch eine", description = "Dunkel." }).ShouldAnswer(HttpStatusCode.Created);

        api.Time.Advance(TimeSpan.FromDays(14));
        admin = await town.AdminAgain(api);
        (await Told(admin, "licence_expired", 1)).ShouldHaveSingleItem();
        await admin.Post("/api/v1/tickets", new { subject = "Zu spät", description = "Dunkel." }).ShouldRefuse(
            HttpStatusCode.Forbidden, "licence-expired");
        ((int)(await admin.Get("/api/v1/tickets").Json())["total"]!).ShouldBe(2);
        (await (await admin.Get("/api/v1/audit/export.csv")).Content.ReadAsStringAsync()).ShouldContain("licence.expired");
        (await api.Column(
            $"select count(*) from event where tenant_id = '{town.Id}' and kind in ('licence.grace_began', 'licence.expired')"))
            .ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_flags_owner_is_warned_fourteen_and_three_days_before_it_ends_in_its_safe_value()
    {
        var town = await TestTown.New(api);
        var email = Some.Email();
        await api.Enrol(town.Id, Role.Admin, email);
        var owner = await api.SignedIn(town.Slug, email);
        var key = $"ends-{Some.Number()}";
        var asking = api.Client(
            town.Slug, (string)(await owner.Post("/api/v1/api-keys", new { name = "CMS", scopes = new[] { "flags:evaluate" } })
            .Json(HttpStatusCode.Created))["key"]!);
        await owner.Create(key, FlagCalls.FlagOn().With("expires_at", api.Time.GetUtcNow().AddDays(20).ToString("O"))).ShouldAnswer(
            HttpStatusCode.Created);
        await Eventually.Holds(async () => (await asking.Evaluate(key)).IsSuccessStatusCode);
        ((bool?)(await asking.Evaluate(key).Json())["value"]).ShouldBe(true);

        foreach (var (days, left) in new[] { (6, 14), (11, 3) })
        {
            api.Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(1));
            owner = await api.SignedIn(town.Slug, email);
            (await Told(owner, "flag_expires", left == 14 ? 1 : 2)).ShouldContain(
                notice => (int)notice["details"]!["days"]! == left && (string?)notice["details"]!["key"] == key);
        }

        api.Time.Advance(TimeSpan.FromDays(3));
        owner = await api.SignedIn(town.Slug, email);
        (await Told(owner, "flag_expired", 1)).ShouldHaveSingleItem();
        var answer = await asking.Evaluate(key).Json();
        ((bool?)answer["value"]).ShouldBe(false);
        (await (await town.AdminAgain(api)).Get("/api/v1/notifications/items").Json())["items"]!.AsArray().ShouldNotContain(
            told => (string?)told!["kind"] == "flag_expired", "others are not the owner");
    }

    [Fact]
    public async Task What_a_licence_contains_decides_a_flag()
    {
        var town = await TestTown.New(api);
        var key = $"licensed-{Some.Number()}";
        await town.Console.Create(key, FlagCalls.FlagOn().With("entitlement", "assist")).ShouldAnswer(HttpStatusCode.Created);
        var asking = api.Client(
            town.Slug, (string)(await town.Admin.Post("/api/v1/api-keys", new { name = "CMS", scopes = new[] { "flags:evaluate" } })
            .Json(HttpStatusCode.Created))["key"]!);

        await Grant(town, new { plan = "standard", seats = 5, features = new[] { "knowledge" } });
        await Eventually.Holds(async () => (string?)(await asking.Evaluate(key).Json())["reason"] == "LICENCE");
        ((bool?)(await asking.Evaluate(key).Json())["value"]).ShouldBe(false);

        await Grant(town, new { plan = "standard", seats = 5, features = new[] { "assist" } });
        await Eventually.Holds(async () => (bool?)(await asking.Evaluate(key).Json())["value"] == true);
    }

    [Fact]
    public async Task Admins_hear_that_an_operator_is_inside_and_why()
    {
        var town = await TestTown.New(api);
        await town.Console.Post($"/api/v1/tenants/{town.Slug}/provider-access", new { reason = "Anhang lässt sich nicht öffnen." })
            .ShouldAnswer(HttpStatusCode.Created);

        var told = await Told(town.Admin, "provider_access", 2);

        told.Select(notice => (string?)notice["event"]).ShouldBe(
            ["provider_access.granted", "provider_access.requested"], ignoreOrder: true);
        told.ShouldContain(notice => (string?)notice["details"]!["reason"] == "Anhang lässt sich nicht öffnen.");
    }

    [Fact]
    public async Task The_retention_of_each_log_is_looked_after_once_a_month()
    {
        var town = await TestTown.New(api);
        await Eventually.Holds(async () => (await Kinds(town.Admin, "audit.begun")).Count == 1);

        api.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        var admin = await town.AdminAgain(api);

        await Eventually.Holds(async () => (await Kinds(admin, "audit.forgotten")).Count == 1);
        ((bool?)(await admin.Get("/api/v1/audit/verification").Json())["intact"]).ShouldBe(true);
    }

    private static async Task<IReadOnlyList<JsonNode>> Kinds(HttpClient by, string kind) =>
        [.. (await by.Get($"/api/v1/audit?kind={kind}").Json())["items"]!.AsArray().Select(entry => entry!)];

    private async Task Grant(TestTown town, object licence) => await (await api.SignedIn("console", api.OperatorEmail))
        .Send(HttpMethod.Put, $"/api/v1/tenants/{town.Slug}/licence", licence).ShouldAnswer(HttpStatusCode.OK);

    /// <summary>The notices of one kind, once so many have come; then no more do.</summary>
    private static async Task<IReadOnlyList<JsonNode>> Told(HttpClient who, string kind, int count)
    {
        IReadOnlyList<JsonNode> notices = [];
        await Eventually.Holds(async () => (notices = await OwedNotifications(who, kind)).Count >= count);
        notices.Count.ShouldBe(count);
        return notices;
    }

    private static async Task<IReadOnlyList<JsonNode>> OwedNotifications(HttpClient who, string kind) =>
    [
        .. from told in (await who.Get("/api/v1/notifications/items").Json())["items"]!.AsArray()
           where (string?)told["kind"] == kind
           from notice in told["notices"]!.AsArray()
           select notice,
    ];
}

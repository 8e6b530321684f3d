using Helpdesk.Api.Tests.Tenants;

namespace Helpdesk.Api.Tests.People;

/// <summary>What an account can do at a host is told before it tries.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class HostAbilityTests(ApiFixture api)
{
    private static readonly (string Ability, string Path)[] Reads =
    [
        ("see_tickets", "/api/v1/tickets"), ("search", "/api/v1/search?q=a"), ("see_people", "/api/v1/users"),
        ("see_flags", "/api/v1/flags"), ("manage_settings", "/api/v1/settings"), ("manage_appearance", "/api/v1/appearance/settings"),
        ("manage_texts", "/api/v1/texts"), ("manage_webhooks", "/api/v1/webhooks"), ("manage_domains", "/api/v1/domains"),
        ("manage_api_keys", "/api/v1/api-keys"), ("see_licence", "/api/v1/licence"), ("see_audit", "/api/v1/audit"),
        ("manage_tenants", "/api/v1/tenants"),
    ];

    [Theory]
    [InlineData(Role.Customer, "open_tickets search see_tickets")]
    [InlineData(Role.Agent, "invite_people open_tickets search see_flags see_people see_queue see_tickets")]
    [InlineData(Role.Manager, "import_people invite_people open_tickets search see_flags see_people see_queue see_reports see_tickets")]
    [InlineData(Role.Admin, "import_people invite_people manage_api_keys manage_appearance manage_domains manage_mail manage_settings "
        + "manage_sla manage_texts manage_webhooks open_tickets search see_audit see_flags see_licence see_people see_queue see_reports "
        + "see_tickets")]
    public async Task A_role_is_told_what_it_has_and_the_addresses_answer_accordingly(Role role, string expected)
    {
        var client = await api.As("musterstadt", role);

        var abilities = (await client.Get("/api/v1/me").Json())["abilities"]!.AsObject();

        abilities.Select(one => one.Key).Order(StringComparer.Ordinal).ShouldBe(expected.Split(' '));
        abilities.ShouldAllBe(one => (bool)one.Value!["allowed"]!);
        foreach (var (ability, path) in Reads)
            (await client.Get(path)).IsSuccessStatusCode.ShouldBe(abilities.ContainsKey(ability), $"{role}: {ability}");
    }

    [Fact]
    public async Task At_the_console_operators_have_other_things_to_do()
    {
        var console = await api.As("console", Role.Operator);

        var abilities = (await console.Get("/api/v1/me").Json())["abilities"]!.AsObject();

        abilities.ContainsKey("manage_tenants").ShouldBeTrue();
        abilities.ContainsKey("open_tickets").ShouldBeFalse();
    }

    [Fact]
    public async Task An_expired_licence_forbids_writing_and_says_so()
    {
        var town = await TestTown.New(api);
        var email = Some.Email();
        await api.Enrol(town.Id, Role.Customer, email);
        await town.Console.Send(HttpMethod.Put, $"/api/v1/tenants/{town.Slug}/licence", new
        {
            plan = "standard",
            seats = 5,
            features = Array.Empty<string>(),
            valid_from = "2020-01-01",
            valid_to = "2020-12-31",
            grace_days = 0,
        }, ("If-Match", "\"0\"")).ShouldAnswer(HttpStatusCode.OK);
        var customer = await api.SignedIn(town.Slug, email);

        var abilities = (await customer.Get("/api/v1/me", ("Accept-Language", "en")).Json())["abilities"]!;

        ((bool)abilities["open_tickets"]!["allowed"]!, (string?)abilities["open_tickets"]!["reason"]).ShouldBe((false, "licence-expired"));
        ((string?)abilities["open_tickets"]!["detail"])!.ShouldStartWith("The licence has expired.");
        ((bool)abilities["see_tickets"]!["allowed"]!).ShouldBeTrue();
        await customer.Post("/api/v1/tickets", new { subject = "S", description = "D" }).ShouldRefuse(
            HttpStatusCode.Forbidden, "licence-expired");
    }
}

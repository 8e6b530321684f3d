namespace Helpdesk.Api.Tests.SignIn;

/// <summary>A token of one municipality, shown at another's host.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class ForeignTokenTests(ApiFixture api)
{
    private const string Tickets = "/api/v1/tickets";

    [Fact]
    public async Task Is_refused_and_the_log_of_the_tenant_whose_it_is_says_where_and_from_where_once()
    {
        var (own, neighbour) = (await api.As("musterstadt", Role.Admin), await api.As("beispielburg", Role.Admin));
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var token = (await api.Tokens("musterstadt", email)).AccessToken;

        for (var i = 0; i < 3; i++)
            await api.Client("beispielburg", token).Get(Tickets, ("Test-Address", "198.51.100.77"))
                .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");

        var entries = await Entries(own, person);
        var entry = entries.ShouldHaveSingleItem()!;
        ((string?)entry["details"]!["host"]).ShouldBe("beispielburg.localhost");
        ((string?)entry["origin"]!["address"]).ShouldBe("198.51.100.77");
        (await Entries(neighbour, person)).ShouldBeEmpty("who it is concerns nobody there");
    }

    [Fact]
    public async Task What_we_did_not_sign_or_what_is_over_leaves_no_entry()
    {
        var own = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var token = (await api.Tokens("musterstadt", email)).AccessToken;
        var forged = token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..];

        await api.Client("beispielburg", forged).Get(Tickets).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("musterstadt", token).Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent);
        await api.Client("beispielburg", token).Get(Tickets).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");

        (await Entries(own, person)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("X-API-Key")]
    public async Task An_API_key_at_a_foreign_host_is_told_like_a_token(string header)
    {
        var (own, neighbour) = (await api.As("musterstadt", Role.Admin), await api.As("beispielburg", Role.Admin));
        var made = await own.Post("/api/v1/api-keys", new { name = "Anlage", scopes = new[] { "tickets:read" } }).Json(
            HttpStatusCode.Created);
        var (key, id) = ((string)made["key"]!, Guid.Parse((string)made["id"]!));
        (string, string) shown = (header, header == "Authorization" ? $"Bearer {key}" : key);
        var wrong = (header, shown.Item2[..^4] + "AAAA");

        for (var i = 0; i < 3; i++)
            await api.Client("beispielburg").Get(Tickets, shown, ("Test-Address", "198.51.100.78")).ShouldRefuse(
                HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("beispielburg").Get(Tickets, wrong).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("musterstadt").Get(Tickets, shown).ShouldAnswer(HttpStatusCode.OK);

        var entry = (await Entries(own, id)).ShouldHaveSingleItem()!;
        ((string?)entry["details"]!["host"]).ShouldBe("beispielburg.localhost");
        ((string?)entry["origin"]!["address"]).ShouldBe("198.51.100.78");
        (await Entries(neighbour, id)).ShouldBeEmpty();

        await own.Delete($"/api/v1/api-keys/{id}").ShouldAnswer(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task At_its_own_host_it_leaves_none()
    {
        var own = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);

        await (await api.SignedIn("musterstadt", email)).Get(Tickets).ShouldAnswer(HttpStatusCode.OK);

        (await Entries(own, person)).ShouldBeEmpty();
    }

    private static async Task<JsonArray> Entries(HttpClient admin, Guid person) =>
        (await admin.Get($"/api/v1/audit?subject={person}&kind=account.foreign_use").Json())["items"]!.AsArray();
}

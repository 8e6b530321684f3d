namespace Helpdesk.Api.Tests.Http;

/// <summary>One word, one spelling: as a Mac types it, as another keyboard does; as Germans write it with and without umlauts.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class OneSpellingTests(ApiFixture api)
{
    private const string Apart = "Mu\u0308ll", Composed = "M\u00fcll";

    [Fact]
    public async Task Text_is_composed_at_every_door()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var opened = await admin.Post("/api/v1/tickets", new { subject = Apart, description = Apart, category = Apart })
            .Json(HttpStatusCode.Created);
        var id = (string)opened["id"]!;

        ((string)opened["subject"]!, (string)opened["category"]!).ShouldBe((Composed, Composed));
        var tagged = await admin.Send(HttpMethod.Put, $"/api/v1/tickets/{id}/tags/{Uri.EscapeDataString(Apart)}", null).Json();
        tagged["tags"]!.AsArray().Select(tag => (string)tag!).ShouldBe([Composed]);
        foreach (var spelling in new[] { Apart, Composed })
        {
            var word = Uri.EscapeDataString(spelling);
            (await Found(admin, $"tag={word}")).ShouldBe([id]);
            (await Found(admin, $"category={word}")).ShouldBe([id]);
            (await Found(admin, $"text={word}")).ShouldBe([id]);
        }
    }

    [Theory]
    [InlineData("Müllerstraße, Groß", "muellerstrasse", "müllerstraße", "Muellerstraße", "GROSS", "groß")]
    [InlineData("Muellerstrasse gross", "müllerstraße", "Müllerstrasse", "mueller", "groß", "GROẞ")]
    public async Task German_words_are_found_as_people_type_them(string subject, params string[] typed)
    {
        var admin = await api.As("beispielburg", Role.Admin);
        var mark = Some.Word();
        var id = (string)(await admin.Post("/api/v1/tickets", new { subject = $"{subject} {mark}", description = "x", category = mark })
            .Json(HttpStatusCode.Created))["id"]!;
        var person = (string)(await admin.Post("/api/v1/users", new { email = Some.Email(), name = $"{subject} {mark}", role = "customer" })
            .Json(HttpStatusCode.Created))["id"]!;

        foreach (var word in typed)
        {
            (await Found(admin, $"category={mark}&text={Uri.EscapeDataString(word)}")).ShouldBe([id], word);
            var people = await admin.Get($"/api/v1/users?q={Uri.EscapeDataString(word)}&limit=200").Json();
            people["items"]!.AsArray().Select(one => (string)one!["id"]!).ShouldContain(person, word);
        }
    }

    [Theory]
    [InlineData("categories")]
    [InlineData("queues")]
    [InlineData("teams")]
    public async Task What_a_list_answers_at_any_spelling_of_a_key_can_be_put_there_again(string list)
    {
        var (admin, mark) = (await api.As("musterstadt", Role.Admin), Some.Word());
        var key = $"GRUß-{mark}";
        await admin.Post($"/api/v1/{list}", new { key, name = new { de = "Gruß" } }).ShouldAnswer(HttpStatusCode.Created);

        foreach (var spelling in (string[])[$"gruss-{mark}", $"Gruß-{mark}", key, $"GRUSS-{mark.ToUpperInvariant()}"])
        {
            var address = $"/api/v1/{list}/{Uri.EscapeDataString(spelling)}";
            var read = await admin.Get(address).Json();
            var put = await admin.Send(HttpMethod.Put, address, read, ("If-Match", $"\"{read["version"]}\"")).Json();
            ((string)put["key"]!, (int)put["version"]!).ShouldBe((key, (int)read["version"]!), spelling);
        }

        await admin.Send(HttpMethod.Put, $"/api/v1/{list}/{Uri.EscapeDataString(key)}", new { key = "gruesse", name = new { de = "x" } },
            ("If-Match", "\"1\"")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task What_can_be_no_tag_is_told_at_each_door()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var opened = await admin.Post("/api/v1/tickets", new { subject = "Tor", description = "x" }).Json(HttpStatusCode.Created);
        var id = (string)opened["id"]!;
        var address = $"/api/v1/tickets/{id}/tags/V%C2%A0PN";

        await admin.Send(HttpMethod.Put, address, null).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await admin.Delete(address).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await admin.Get("/api/v1/tickets?tag=V%C2%A0PN").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await admin.Delete($"/api/v1/tickets/{id}/tags/VPN").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tickets_are_found_by_an_address_in_either_way_of_writing_German_unless_somebody_has_that_very_address()
    {
        var (admin, mark) = (await api.As("musterstadt", Role.Admin), Some.Word());
        var (umlauts, plain) = ($"jürgen.groß@müller-{mark}.example", $"juergen.gross@mueller-{mark}.example");
        var first = await Opened(umlauts);
        (await Found(admin, $"requester={Uri.EscapeDataString(umlauts)}")).ShouldBe([first]);
        (await Found(admin, $"requester={Uri.EscapeDataString(plain)}")).ShouldBe([first]);

        var second = await Opened(plain);
        (await Found(admin, $"requester={Uri.EscapeDataString(umlauts)}")).ShouldBe([first]);
        (await Found(admin, $"requester={Uri.EscapeDataString(plain)}")).ShouldBe([second]);

        async Task<string> Opened(string address) => (string)(await admin.Post("/api/v1/tickets", new
        {
            subject = "Tor",
            description = "x",
            requester_email = address,
            requester_name = "Jürgen Groß",
        }).Json(HttpStatusCode.Created))["id"]!;
    }

    private static async Task<IEnumerable<string>> Found(HttpClient client, string query) =>
        (await client.Get($"/api/v1/tickets?{query}").Json())["items"]!.AsArray().Select(ticket => (string)ticket!["id"]!).ToList();
}

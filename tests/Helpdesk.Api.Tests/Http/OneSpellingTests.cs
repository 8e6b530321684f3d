using System.Text.RegularExpressions;

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
            (await Found(admin, $"category={word}&text={word}")).ShouldBe([id]);
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

    [Fact]
    public async Task Ids_and_names_of_tenants_are_taken_in_capitals_and_answered_as_they_are()
    {
        var (admin, console) = (await api.As("musterstadt", Role.Admin), await api.SignedIn("console", api.OperatorEmail));
        var me = (string)(await admin.Get("/api/v1/me").Json())["id"]!;
        var opened = await admin.Post("/api/v1/tickets", new { subject = "Tor", description = "x", requester = me.ToUpperInvariant() })
            .Json(HttpStatusCode.Created);
        var (id, number) = ((string)opened["id"]!, (string)opened["number"]!);
        ((string)opened["requester"]!).ShouldBe(me);
        var other = (string)(await admin.Post("/api/v1/tickets", new { subject = "Tor", description = "x" })
            .Json(HttpStatusCode.Created))["id"]!;

        foreach (var spelling in (string[])[id.ToUpperInvariant(), number.ToLowerInvariant(), $"{id[..9].ToUpperInvariant()}{id[9..]}"])
        {
            foreach (var part in (string[])["", "/comments", "/timeline", "/sla", "/time-entries"])
                (await Lasting(spelling, part)).ShouldBe(await Lasting(id, part), $"{spelling}{part}");
        }

        await admin.Post($"/api/v1/tickets/{id.ToUpperInvariant()}/links", new { ticket = other.ToUpperInvariant() })
            .ShouldAnswer(HttpStatusCode.OK);
        await admin.Delete($"/api/v1/tickets/{number.ToLowerInvariant()}/links/relates_to/{other.ToUpperInvariant()}")
            .ShouldAnswer(HttpStatusCode.OK);
        var taken = await admin.Patch(
            $"/api/v1/tickets/{id.ToUpperInvariant()}", new { assignee = me.ToUpperInvariant() },
            ("If-Match", $"\"{(await admin.Get($"/api/v1/tickets/{id}").Json())["version"]}\"")).Json();
        ((string)taken["assignee"]!).ShouldBe(me);
        (await Found(admin, $"assignee={me.ToUpperInvariant()}&text={number.ToLowerInvariant()}")).ShouldBe([id]);
        (await Found(admin, $"requester={me.ToUpperInvariant()}&text={number}")).ShouldBe([id]);
        ((string)(await admin.Get($"/api/v1/users/{me.ToUpperInvariant()}").Json())["id"]!).ShouldBe(me);

        foreach (var slug in (string[])["MUSTERSTADT", "Musterstadt"])
        {
            foreach (var part in (string[])["", "/licence", "/provider-access"])
                (await (await console.Get($"/api/v1/tenants/{slug}{part}")).Content.ReadAsStringAsync()).ShouldBe(
                    await (await console.Get($"/api/v1/tenants/musterstadt{part}")).Content.ReadAsStringAsync(), $"{slug}{part}");
        }

        // Time passes between two questions.
        async Task<string> Lasting(string ticket, string part) => Regex.Replace(
            await (await admin.Get($"/api/v1/tickets/{ticket}{part}")).Content.ReadAsStringAsync(), "\"PT[^\"]*\"", "\"…\"");
    }

    [Fact]
    public async Task A_page_goes_on_in_another_spelling_of_the_same_address()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var me = (string)(await admin.Get("/api/v1/me").Json())["id"]!;
        for (var i = 0; i < 2; i++)
            await admin.Post("/api/v1/tickets", new { subject = "Tor", description = "x" }).ShouldAnswer(HttpStatusCode.Created);

        var first = await admin.Get($"/api/v1/tickets?requester={me}&limit=1").Json();
        var next = await admin.Get($"/api/v1/tickets?requester={me.ToUpperInvariant()}&limit=1&cursor={first["next_cursor"]}").Json();

        next["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_another_municipalitys_is_not_there_in_capitals_either()
    {
        var (here, there) = (await api.As("musterstadt", Role.Admin), await api.As("beispielburg", Role.Admin));
        var foreign = (string)(await there.Post("/api/v1/tickets", new { subject = "Tor", description = "x" })
            .Json(HttpStatusCode.Created))["id"]!;

        var theirs = await here.Get($"/api/v1/tickets/{foreign.ToUpperInvariant()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        var nobodys = await here.Get($"/api/v1/tickets/{Guid.CreateVersion7().ToString().ToUpperInvariant()}")
            .ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        foreach (var told in new[] { theirs, nobodys })
            told.AsObject().Remove("trace_id").ShouldBeTrue();
        theirs.ToJsonString().ShouldBe(nobodys.ToJsonString());
    }

    [Theory]
    [InlineData("Μουσείος Οδος", "οδος", "ΟΔΟΣ", "οδοσ", "μουσείοσ")]
    [InlineData("ΟΔΟΣ", "οδος", "οδοσ", "Οδος")]
    public async Task A_sigma_is_found_whichever_way_it_is_written(string subject, params string[] typed)
    {
        var (admin, mark) = (await api.As("beispielburg", Role.Admin), Some.Word());
        var id = (string)(await admin.Post("/api/v1/tickets", new { subject = "Straße", description = subject, category = mark })
            .Json(HttpStatusCode.Created))["id"]!;

        foreach (var word in typed)
            (await Found(admin, $"category={mark}&text={Uri.EscapeDataString(word)}")).ShouldBe([id], word);
    }

    // What is found by words follows by itself.
    private static Task<IEnumerable<string>> Found(HttpClient client, string query) => !query.Contains("text=") ? List(client, query)
        : Eventually.Comes<IEnumerable<string>>(
            async () => await List(client, query) is { } found && found.Any() ? found : null, () => query);

    private static async Task<IEnumerable<string>> List(HttpClient client, string query) =>
        (await client.Get($"/api/v1/tickets?{query}").Json())["items"]!.AsArray().Select(ticket => (string)ticket!["id"]!).ToList();
}

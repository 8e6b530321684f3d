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

    private static async Task<IEnumerable<string>> Found(HttpClient client, string query) =>
        (await client.Get($"/api/v1/tickets?{query}").Json())["items"]!.AsArray().Select(ticket => (string)ticket!["id"]!).ToList();
}

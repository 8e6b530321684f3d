using System.Reflection;

namespace Helpdesk.Api.Tests.Documentation;

/// <summary>Every code of a field has words in both languages and a page of its own.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class FieldCodeTests(ApiFixture api)
{
    private static readonly string Sources = string.Concat(new[] { "src", "api" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find()!, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Path.GetFileName(file).StartsWith("Field", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public async Task Every_code_has_its_page_in_both_languages_and_is_listed()
    {
        var client = api.Client("musterstadt");

        var listed = (await client.Get("/problems/fields").Json())["items"]!.AsArray().Select(item => (string)item!["code"]!).ToList();
        listed.ShouldBe(FieldCode.All.Select(field => field.Code));
        foreach (var field in FieldCode.All)
        {
            var page = await client.Get($"/problems/fields/{field.Code}").Json();
            ((string)page["means"]!["de"]!, (string)page["means"]!["en"]!).ShouldBe((field.De, field.En));
            ((string)page["title"]!["de"]!, (string)page["title"]!["en"]!).ShouldBe((field.Title, field.EnglishTitle));
        }
    }

    [Fact]
    public async Task A_code_of_a_problem_has_one_too_and_others_have_none()
    {
        var client = api.Client("musterstadt");

        ((string)(await client.Get("/problems/fields/staff-only").Json())["means"]!["de"]!).ShouldBe(AccessErrors.StaffOnly.De);
        await client.Get("/problems/fields/no-such").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("/problems/fields", "de", "Fehler einzelner Angaben")]
    [InlineData("/problems/fields", "en", "Faults of single members")]
    [InlineData("/problems/fields", "de", "</code></a> Zu lang</li>")]
    [InlineData("/problems/fields/too-long", "de", "Ist zu lang.")]
    [InlineData("/problems/fields/too-long", "de", "<h1>Zu lang</h1>")]
    [InlineData("/problems/fields/too-long", "en", "Is too long.")]
    [InlineData("/problems/fields/too-long", "en", "<h1>Too long</h1>")]
    [InlineData("/problems/fields/staff-only", "en", "<h1>Only for staff</h1>")]
    [InlineData("/problems/if-match-required", "en", "If-Match is missing")]
    public async Task People_read_it_as_a_page(string path, string language, string words)
    {
        var answer = await RawHttp.Send(
            api.Port, $"GET {path} HTTP/1.1\r\nHost: {RawHttp.Host}\r\nAccept: text/html\r\nAccept-Language: {language}\r\n\r\n");

        answer.Body.ShouldContain(words);
        (answer.MediaType, answer.Headers["Content-Language"]).ShouldBe(("text/html", language));
        answer.Headers["Vary"].ShouldBe("Accept, Accept-Language");
    }

    [Fact]
    public void Titles_are_words_in_both_languages()
    {
        foreach (var (code, titles) in FieldCode.All.Select(field => (field.Code, Titles: (string[])[field.Title, field.EnglishTitle]))
            .Concat(ProblemCatalogue.All.Values.Select(problem => (problem.Code, Titles: (string[])[problem.Title, problem.EnglishTitle]))))
        {
            foreach (var title in titles)
            {
                title.ShouldNotBe(code);
                title.ShouldMatch(@"^\p{Lu}[^.]*[^. ]$", code);
            }

            titles[0].ShouldNotBe(titles[1], code);
        }
    }

    [Fact]
    public void Every_code_is_answered_somewhere() => typeof(FieldCode).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.Name)
        .Where(name => !Sources.Contains($"FieldCode.{name}", StringComparison.Ordinal)
            && typeof(FieldError).GetMethod(name) is null)
        .ShouldBeEmpty("nothing answers with it; take it out");

    [Fact]
    public void A_fault_is_made_from_a_code() =>
        Sources.ShouldNotContain("new FieldError(", Case.Sensitive, "say FieldError.Required(pointer) or FieldCode.Type.At(pointer)");
}

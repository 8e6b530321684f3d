using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>Until somebody opens a program of their own, every link in a mail leads to a page.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class MailedLinkTests(ApiFixture api)
{
    private const string Chosen = "ein ganzer Satz zum Merken";

    private readonly string email = Some.Email();

    public static TheoryData<string, string> Links
    {
        get
        {
            var links = new TheoryData<string, string>();
            foreach (var template in AccessMail.Templates)
                foreach (var host in template == "confirm_registration" ? ["musterstadt"] : new[] { "musterstadt", "desk", "console" })
                    links.Add(template, host);
            return links;
        }
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task Every_link_leads_to_a_page_in_the_readers_language(string template, string host)
    {
        foreach (var language in new[] { "de", "en" })
        {
            var text = AccessMail.Write(new(template, email, language, "x"), new($"http://{host}.localhost"), "Musterstadt").Body;
            var link = text.Split([' ', '\n']).Single(word => word.StartsWith("http://", StringComparison.Ordinal));
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(link).AbsolutePath)
            {
                Headers = { { "Accept", "text/html" }, { "Accept-Language", language } },
            };

            using var answer = await api.Plain(host).SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            (await answer.Content.ReadAsStringAsync()).ShouldContain($"<html lang=\"{language}\"");
        }
    }

    [Fact]
    public async Task Who_registered_chooses_a_password_on_the_page_once()
    {
        await api.Client("musterstadt").Post("/api/v1/auth/register", new { email, name = "Neu Hier" })
            .ShouldAnswer(HttpStatusCode.Accepted);
        var token = (await api.Mail(email))!.Token!;

        (await Send("/register/confirm", token, "zu kurz")).ShouldContain("Das Passwort ist zu kurz.");
        (await Send("/register/confirm", token, Chosen)).ShouldContain("Ihr Konto ist bereit.");

        await api.Tokens("musterstadt", email, Chosen);
        (await Send("/register/confirm", token, Chosen)).ShouldContain("data-code=\"link-void\"");
    }

    [Fact]
    public async Task A_new_address_holds_once_its_owner_presses_the_button_and_not_before()
    {
        var next = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var person = await api.SignedIn("musterstadt", email);
        await person.Post("/api/v1/me/email", new { email = next, password = ApiFixture.Password }).ShouldAnswer(HttpStatusCode.Accepted);
        var token = (await api.Mail(next))!.Token!;

        await api.Plain("musterstadt").GetAsync("/email/confirm");
        ((string?)(await person.Get("/api/v1/me").Json())["email"]).ShouldBe(email);
        (await Send("/email/confirm", "made-up")).ShouldContain("data-code=\"link-void\"");
        (await Send("/email/confirm", $"http://musterstadt.localhost/email/confirm#token={token}")).ShouldContain(
            "Ihre neue E-Mail-Adresse gilt ab jetzt.");

        await api.Tokens("musterstadt", next, ApiFixture.Password);
        (await Send("/email/confirm", token)).ShouldContain("data-code=\"link-void\"");
    }

    private async Task<string> Send(string path, string token, string? password = null)
    {
        var fields = new Dictionary<string, string> { ["token"] = token };
        if (password is not null)
            fields["password"] = password;
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { { "Sec-Fetch-Site", "same-origin" }, { "Accept-Language", "de" } },
        };
        using var answer = await api.Plain("musterstadt").SendAsync(request);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}

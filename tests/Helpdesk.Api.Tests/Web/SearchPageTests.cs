using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What people type or paste, and what it finds first.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class SearchPageTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task A_number_a_subject_a_name_and_an_address_lead_to_the_ticket_in_every_spelling_and_it_says_where()
    {
        var (street, name, tag) = ($"Mühlstraße{Word()}", $"Jörg Nußbaum{Word()}", Word());
        var (email, agent, admin) = (Some.Email(), await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Admin));
        await api.Enrol(api.Musterstadt, Role.Customer, email, name);
        var customer = await api.SignedIn("musterstadt", email);
        var body = new { subject = $"Laterne {street} dunkel", description = $"Seit gestern beschreibt{tag}." };
        var ticket = await customer.Post(TicketCalls.Tickets, body).Json(HttpStatusCode.Created);
        (await agent.Say(ticket.Id(), $"Vorschaltgerät{tag} bestellt.")).EnsureSuccessStatusCode();
        await agent.PutAsync($"{TicketCalls.Tickets}/{ticket.Id()}/tags/{tag}", null);
        foreach (var words in new[] { street, tag, $"vorschaltgerät{tag}", name })
            await Eventually.Holds(async () => await Found(agent, words) > 0, words);

        var number = ticket.Number();
        var digits = number.Split('-')[1].TrimStart('0');
        var plain = street.Replace("ü", "ue").Replace("ß", "ss");
        var (walk, _) = await chromium.AtWork(api, "/work/search");
        foreach (var (typed, reason, marked) in ((string, string, string?)[])
        [
            (number, "Nummer", null), (number.ToLowerInvariant(), "Nummer", null), (digits, "Nummer", null), ($"#{digits}", "Nummer", null),
            ($" {number} ", "Nummer", null), ($"#{number}", "Nummer", null), ($"AW: [{number}] Laterne", "Nummer", null),
            ($"Re: WG: {number} dunkel", "Nummer", null), ($"Fwd: [{number}]", "Nummer", null), ($"[{number}]", "Nummer", null),
            (street, "Betreff", street), (street.ToUpperInvariant(), "Betreff", street), (plain, "Betreff", street),
            (plain.ToLowerInvariant(), "Betreff", street),
            ($"AW: Laterne {street} dunkel", "Betreff", street), ($"beschreibt{tag}", "Beschreibung", $"beschreibt{tag}"),
            ($"vorschaltgeraet{tag}", "Beitrag", $"Vorschaltgerät{tag}"), (tag, "Schlagwort", tag),
            (name, "anfragende Person", null), (name.Replace("ö", "oe").Replace("ß", "ss").ToLowerInvariant(), "anfragende Person", null),
            (email, "anfragende Person", null),
        ])
        {
            await walk.Page.GetByLabel("Wörter, Nummer oder Betreff").FillAsync(typed);
            await walk.Key("Enter");
            var hit = walk.Page.Locator(".find .ticket-line").Filter(new() { Has = walk.Page.Locator($"a[href='{ticket.Page()}']") });
            await Expect(hit).ToContainTextAsync(reason);
            if (marked is not null)
                await Expect(hit.Locator("mark").Filter(new() { HasText = marked }).First).ToBeVisibleAsync();
            if (reason == "Nummer")
                await Expect(walk.Page.Locator(".find .ticket-line").First).ToContainTextAsync(number, new() { IgnoreCase = true });
            await walk.Page.GetByLabel("Wörter, Nummer oder Betreff").FillAsync("");
            await walk.Key("Enter");
            await Expect(walk.Page.Locator(".find")).ToHaveCountAsync(0);
        }

        await Expect(walk.Heading()).ToHaveTextAsync("Suche");
        walk.Complaints.ShouldBeEmpty();
    }

    // Letters alone, so that it is one word for a search.
    private static string Word() => string.Concat(Guid.NewGuid().ToByteArray()[..10].Select(number => (char)('a' + number % 26)));

    private static async Task<int> Found(HttpClient who, string words) =>
        (int)(await who.Get($"/api/v1/search?q={Uri.EscapeDataString(words)}").Json())["total"]!;
}

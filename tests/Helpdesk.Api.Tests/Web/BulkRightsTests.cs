using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tenants;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>One act over several municipalities: what is refused by right, by state and by version is each said.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.ManyTowns)]
public sealed class BulkRightsTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Of_thirty_tickets_three_are_refused_for_three_reasons_and_only_those_are_tried_again()
    {
        var (town, word, email) = (await TestTown.New(api), Some.Word(), Some.Email());
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (town.Id, Role.Agent));
        var there = Some.Email();
        await api.Enrol(town.Id, Role.Customer, there);
        var forbidden = await (await api.SignedIn(town.Slug, there)).Open(word);
        var (_, _, tickets) = await api.Tickets(29, word);
        var (closed, changed) = (tickets[3], tickets[12]);
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{TicketCalls.Tickets}/{closed.Id()}/close", new { resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        var desk = await api.SignedIn("desk", email);
        await desk.Finds(word, 30);
        var walk = await chromium.In(api, email, $"/work?q={word}&sort=created_at", WebSteps.DeskHost);
        await walk.Row(forbidden).FocusAsync();
        await walk.Key("Control+a", "a");
        await Expect(walk.Dialog()).ToContainTextAsync("30 Tickets");

        // Meanwhile a colleague works as well, and the other municipality wants a second factor from now on.
        await agent.Change(changed.Id(), 1, new { priority = "high" }).ShouldAnswer(HttpStatusCode.OK);
        await DemandSecondFactor(town);
        await Eventually.Holds(
            async () => (await desk.Get($"/api/v1/tenants/{town.Slug}/tickets")).StatusCode == HttpStatusCode.Forbidden);
        var told = await walk.Page.RunAndWaitForResponseAsync(
            () => walk.Button("30 Tickets ändern").ClickAsync(), static answer => answer.Url.EndsWith("/tickets/bulk"));
        (await Statuses(told)).ShouldBe([403, 409, 412]);

        await Expect(walk.Dialog().GetByRole(AriaRole.Status)).ToHaveTextAsync("27 von 30 Tickets geändert. Nicht geändert:");
        var report = walk.Dialog().GetByRole(AriaRole.Listitem);
        await Expect(report).ToHaveCountAsync(3);
        var reasons = new HashSet<string>();
        foreach (var ticket in new[] { forbidden, closed, changed })
        {
            var lines = (await report.Filter(new() { HasText = ticket.Number() }).InnerTextAsync())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBeGreaterThan(1, "number and reason");
            reasons.Add(lines[^1]);
        }

        reasons.Count.ShouldBe(3, string.Join('\n', reasons));
        await Expect(report.Filter(new() { HasText = forbidden.Number() })).ToContainTextAsync("zweiten Faktor");

        var again = await walk.Page.RunAndWaitForResponseAsync(
            () => walk.Button("3 Tickets erneut versuchen").ClickAsync(), static answer => answer.Url.EndsWith("/tickets/bulk"));
        JsonNode.Parse(again.Request.PostData!)!["items"]!.AsArray().Select(item => (string)item!["ticket"]!).ShouldBe(
            [forbidden.Id(), closed.Id(), changed.Id()], ignoreOrder: true);
        await Expect(walk.Dialog().GetByRole(AriaRole.Status)).ToHaveTextAsync("28 von 30 Tickets geändert. Nicht geändert:");
        walk.Complaints.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<int>> Statuses(IResponse told) =>
        JsonNode.Parse(await told.TextAsync())!["items"]!.AsArray().Select(item => (int)item!["status"]!)
            .Where(status => status != 200).Order();

    private static async Task DemandSecondFactor(TestTown town)
    {
        var path = $"/api/v1/tenants/{town.Slug}/settings";
        using var answer = await town.Console.Get(path);
        var settings = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        settings["second_factor"] = "staff_required";
        await town.Console.Send(HttpMethod.Put, path, settings, ("If-Match", answer.Headers.ETag!.Tag)).ShouldAnswer(HttpStatusCode.OK);
    }
}

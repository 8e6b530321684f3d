using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Helpdesk.EndToEnd.Tests;

public sealed class KilledWhileFiringTests
{
    private const int Tickets = 150;

    [Fact]
    public async Task Killed_in_the_middle_of_firing_no_breach_is_lost_none_comes_twice_and_none_is_early()
    {
        await using var platform = new Platform();
        await platform.Start();
        var manager = await platform.SignIn("musterstadt", "leitung@musterstadt.example");
        var admin = await platform.SignIn("musterstadt", "admin@musterstadt.example");
        await MakeTeam(admin);
        await Promise(admin);
        var tickets = await Open(await platform.SignIn("musterstadt", "agentin@musterstadt.example"));

        await Until(async () => await Breached(manager) > Tickets / 10);
        platform.Kill();
        await platform.Start();
        await Until(async () => await Breached(manager) == Tickets);

        foreach (var (id, dueAt) in tickets)
        {
            var events = (await manager.GetFromJsonAsync<JsonObject>($"/api/v1/tickets/{id}/timeline?limit=200"))!["items"]!.AsArray();
            var tagged = events.Where(each => (string)each!["kind"]! == "tagged").ShouldHaveSingleItem(events.ToJsonString())!;
            ((DateTimeOffset)tagged["at"]!).ShouldBeGreaterThanOrEqualTo(dueAt, "never early");
            // The breach itself, and the policy's step at the same moment.
            events.Count(each => (string)each!["kind"]! == "sla_moment_reached").ShouldBe(2, events.ToJsonString());
        }

        // The feed follows: the team's only member is told of each breach once.
        await Until(async () => await Told(admin) >= Tickets);
        (await Told(admin)).ShouldBe(Tickets);
    }

    private static async Task MakeTeam(HttpClient admin)
    {
        var me = (await admin.GetFromJsonAsync<JsonObject>("/api/v1/auth/status"))!;
        var answer = await admin.PostAsJsonAsync("/api/v1/teams", new
        {
            key = "feuerwehr",
            name = new { de = "Feuerwehr", en = "Fire brigade" },
            members = (string[])[(string)me["account"]!["id"]!],
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private static async Task Promise(HttpClient admin)
    {
        var answer = await admin.PostAsJsonAsync("/api/v1/sla/policies", new
        {
            name = "Sofort",
            conditions = new { category = (string[])["feuerprobe"] },
            targets = (object[])[new { target = "resolution", priority = "medium", within = "PT15S" }],
            escalation = (object[])
            [
                new
                {
                    key = "due", at_basis_points = 10_000,
                    actions = (object[])[new { type = "notify_team", any_time = true }, new { type = "add_tag", value = "zu-spaet" }],
                },
            ],
            position = 0,
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<IReadOnlyList<(string Id, DateTimeOffset DueAt)>> Open(HttpClient agent)
    {
        var tickets = new (string, DateTimeOffset)[Tickets];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Tickets), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (place, cancellation) =>
        {
            var answer = await agent.PostAsJsonAsync(
                "/api/v1/tickets", new
                {
                    subject = $"Feuerprobe {place}",
                    description = "Wird bald fällig.",
                    category = "feuerprobe",
                    priority = "medium",
                    team = "feuerwehr"
                }, cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(cancellation));
            var ticket = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!;
            tickets[place] = ((string)ticket["id"]!, (DateTimeOffset)ticket["due_at"]!);
        });
        return tickets;
    }

    private static async Task<int> Breached(HttpClient staff) =>
        (int)(await staff.GetFromJsonAsync<JsonObject>("/api/v1/tickets?category=feuerprobe&sla_state=breached&limit=1"))!["total"]!;

    private static async Task<int> Told(HttpClient staff) =>
        (await staff.GetFromJsonAsync<JsonObject>("/api/v1/notifications/items?limit=200"))!["items"]!.AsArray()
            .Where(told => (string)told!["kind"]! == "sla_breach").Sum(told => (int)told!["count"]!);

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds())
            await Task.Delay(100, limit.Token);
    }
}

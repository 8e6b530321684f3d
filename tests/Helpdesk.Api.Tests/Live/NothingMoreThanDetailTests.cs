using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Live;

/// <summary>Polls faster than others, for a test that waits for the feed after each act.</summary>
public sealed class LiveApi : ApiFixture
{
    protected override (string Key, string Value)[] Settings => [("Helpdesk:Live:Poll", "00:00:00.050"), ("Helpdesk:Live:Buffer", "10000")];
}

/// <summary>
/// Whatever people do, and whoever loses which right when: what any channel tells somebody of a ticket, its detail shows them too. What is
/// pushed is held against what they saw just before the act and see just after it: it was decided in between.
/// </summary>
public sealed partial class NothingMoreThanDetailTests(LiveApi api) : IClassFixture<LiveApi>
{
    private const int Acts = 25;
    private const string EveryTicket = "";

    private readonly List<Person> people = [];
    private readonly List<string> tickets = [];
    private readonly List<string> deleted = [];
    private Person admin = null!;

    // One row for each channel that is asked.
    private static readonly (string Name, Func<Person, Task<IEnumerable<Fact>>> Read)[] Asked =
    [
        ("list", async who => (await who.Client.Get($"{TicketCalls.Tickets}?limit=200").Json())["items"]!.AsArray().Select(item =>
            new Fact("list", item!.Id(), (string?)item!["number"], (string?)item["subject"], (int?)item["version"]))),
        ("notifications", async who => (await who.Client.Get("/api/v1/notifications/items?limit=200").Json())["items"]!.AsArray()
            .SelectMany(told => told!["tickets"]!.AsArray()).Where(told => told!["withdrawn_at"] is null)
            .Select(told => new Fact("notifications", (string)told!["ticket"]!, (string?)told["number"], null, null))),
        ("search", async who => (await Found(who, "betreff"))["items"]!.AsArray().Select(item =>
            new Fact("search", item!.Id(), (string?)item!["number"], (string?)item["title"], null))),
        ("search for internal words", async who => who.Role is Role.Customer && await Found(who, "intern") is var found
            ? found["items"]!.AsArray().Select(item => new Fact("internal words", item!.Id(), "found", null, null))
                .Concat((int)found["total"]! + (found["suggestion"] is null ? 0 : 1) == 0 ? []
                    : [new Fact("internal words", EveryTicket, "counted or suggested", null, null)])
            : []),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20261202)]
    public async Task No_channel_tells_anybody_more_of_a_ticket_than_its_detail(int seed)
    {
        var random = new Random(seed);
        await Meet();
        var hook = await admin.Client.Post("/api/v1/webhooks", new
        {
            url = "http://127.0.0.1:9/nobody",
            events = new[] { "ticket.opened", "ticket.changed" },
            includes_internal = true,
        }).Json(HttpStatusCode.Created);
        for (var number = 0; number < Acts; number++)
        {
            var before = await Details();
            var what = await Act(random);
            var after = await Details();
            foreach (var who in people)
            {
                foreach (var fact in await Pushed(who))
                    Holds(fact, who, $"{seed}/{number} {what}", await Shown(fact, who, before, after));
                foreach (var (_, read) in Asked)
                {
                    foreach (var fact in await read(who))
                        Holds(fact, who, $"{seed}/{number} {what}", await Shown(fact, who, after));
                }
            }
        }

        await WebhooksHold(hook.Id());
        await ExportHolds();
        await admin.Client.Delete($"/api/v1/webhooks/{hook.Id()}").ShouldAnswer(HttpStatusCode.NoContent);
    }

    private static Task<JsonNode> Found(Person who, string words) =>
        who.Client.Get($"/api/v1/search?q={words}&type=ticket&limit=200").Json();

    private async Task Meet()
    {
        foreach (var role in new[] { Role.Admin, Role.Agent, Role.Agent, Role.Customer, Role.Customer })
        {
            var email = Some.Email();
            var id = await api.Enrol(api.Musterstadt, role, email);
            var who = new Person(id.ToString("D"), email, await api.SignedIn("musterstadt", email)) { Role = role };
            who.Stream = await EventStream.Listen(who.Client);
            people.Add(who);
        }

        admin = people[0];
    }

    // Rights are lost among all else: roles change both ways, sessions end, tickets go.
    private async Task<string> Act(Random random)
    {
        var (who, ticket) = (people[random.Next(people.Count)], tickets.Count == 0 ? null : tickets[random.Next(tickets.Count)]);
        switch (ticket is null ? 0 : random.Next(10))
        {
            case 0 or 1:
                tickets.Add((await who.Client.Open($"Betreff {tickets.Count}")).Id());
                return $"{who.Role} opens";
            case 2:
                await who.Client.Say(ticket!, "Öffentlich");
                return $"{who.Role} says";
            case 3 or 4:
                await who.Client.Say(ticket!, "Intern", "internal");
                return $"{who.Role} notes";
            case 5:
                if (await Detail(who, ticket!) is { } read)
                    await who.Client.Change(ticket!, read.Version(), new { subject = $"Neuer Betreff {random.Next(100)}" });
                return $"{who.Role} changes";
            case 6:
                if (await Detail(admin, ticket!) is { } present)
                    await admin.Client.Change(ticket!, present.Version(), new { assignee = people[1].Id });
                return "admin assigns";
            case 7:
                await admin.Client.Delete($"{TicketCalls.Tickets}/{ticket}");
                deleted.Add(ticket!);
                return "admin deletes";
            case 8:
                var turned = people[random.Next(1, 3)];
                turned.Role = turned.Role is Role.Agent ? Role.Customer : Role.Agent;
                var path = $"/api/v1/users/{turned.Id}";
                var version = (int)(await admin.Client.Get(path).Json())["version"]!;
                await admin.Client.Patch(path, new { role = turned.Role.ToString().ToLowerInvariant() }, ("If-Match", $"\"{version}\""))
                    .ShouldAnswer(HttpStatusCode.OK);
                return $"turns {turned.Role}";
            default:
                var leaving = people[random.Next(1, people.Count)];
                await leaving.Client.Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent);
                (await leaving.Stream.Rest())[^1].Name.ShouldBe("end");
                await leaving.Stream.DisposeAsync();
                leaving.Client = await api.SignedIn("musterstadt", leaving.Email);
                leaving.Stream = await EventStream.Listen(leaving.Client);
                return $"{leaving.Role} signs in anew";
        }
    }

    // All that was pushed until a ticket of one's own comes, which is behind the act in the feed.
    private static async Task<IReadOnlyList<Fact>> Pushed(Person who)
    {
        var marker = (await who.Client.Open("Marke")).Id();
        var facts = new List<Fact>();
        while (await who.Stream.Next() is var block && block.Data!["ticket"]?.ToString() != marker)
        {
            if (block.Name is "ticket" && block.Data!["number"] is { } number)
                facts.Add(new("events", block["ticket"]!, (string?)number, null, (int?)block.Data["version"]));
        }

        return facts;
    }

    private async Task<Dictionary<(Person, string), JsonNode>> Details()
    {
        var details = new Dictionary<(Person, string), JsonNode>();
        foreach (var who in people)
        {
            foreach (var ticket in tickets)
            {
                if (await Detail(who, ticket) is { } shown)
                    details[(who, ticket)] = shown;
            }
        }

        return details;
    }

    // Between two looks the platform itself goes on: the mail of an answer is accepted, and the ticket notes it.
    private async Task<IReadOnlyList<JsonNode>> Shown(Fact fact, Person who, params Dictionary<(Person, string), JsonNode>[] looks) =>
        !tickets.Contains(fact.Ticket) ? []
            : [.. looks.Select(look => look.GetValueOrDefault((who, fact.Ticket))).Append(await Detail(who, fact.Ticket))
                .OfType<JsonNode>()];

    private void Holds(Fact fact, Person who, string when, IReadOnlyList<JsonNode> shown)
    {
        if (fact.Ticket != EveryTicket && !tickets.Contains(fact.Ticket))
            return; // markers and others' tests
        shown.ShouldContain(detail => (fact.Number == null || (string?)detail["number"] == fact.Number)
            && (fact.Title == null || (string?)detail["subject"] == fact.Title)
            && (fact.Version == null || fact.Version <= (int?)detail["version"]), $"{when}: {who.Role} was told {fact}");
    }

    private static async Task<JsonNode?> Detail(Person who, string ticket)
    {
        var answer = await who.Client.Get($"{TicketCalls.Tickets}/{ticket}");
        return answer.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
    }

    // What is kept to be delivered is forgotten with its ticket, which follows the feed by itself.
    private Task WebhooksHold(string hook) => Eventually.Holds(async () =>
    {
        var path = $"/api/v1/webhooks/{hook}/deliveries";
        foreach (var delivery in (await admin.Client.Get($"{path}?limit=200").Json())["items"]!.AsArray())
        {
            var body = (await admin.Client.Get($"{path}/{delivery!["id"]}").Json())["body"];
            if (body is not null && tickets.Where(ticket => body.ToJsonString().Contains(ticket)).Any(deleted.Contains))
                return false;
        }

        return true;
    });

    private async Task ExportHolds()
    {
        // What was deleted is told in the audit log only, to admins.
        var numbers = (await api.Column("select number from ticket where deleted")).ToHashSet(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var page = await admin.Client.Get($"{TicketCalls.Tickets}?limit=200{(next is null ? "" : $"&cursor={next}")}").Json();
            numbers.UnionWith(page["items"]!.AsArray().Select(item => (string)item!["number"]!));
            next = (string?)page["next_cursor"];
        }
        while (next is not null);
        foreach (var who in people.Where(who => who != admin))
            await who.Client.Get("/api/v1/audit/export.json").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        var export = await (await admin.Client.Get("/api/v1/audit/export.json")).Content.ReadAsStringAsync();
        Number().Matches(export).Select(match => match.Value).Distinct().Except(numbers).ShouldBeEmpty();
    }

    [GeneratedRegex("MUST-[0-9]{6,}")]
    private static partial Regex Number();

    private sealed record Fact(string Channel, string Ticket, string? Number, string? Title, int? Version);

    private sealed class Person(string id, string email, HttpClient client)
    {
        public string Id => id;
        public string Email => email;
        public HttpClient Client { get; set; } = client;
        public EventStream Stream { get; set; } = null!;
        public Role Role { get; set; }
    }
}

using Helpdesk.Api.Tests.Attachments;
using Helpdesk.Api.Tests.Tickets;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Tests.Webhooks;

/// <summary>Programs that are told of what happens to tickets: over real connections, at a clock that is moved.</summary>
public sealed class WebhookTests(HookedApi api) : IClassFixture<HookedApi>, IAsyncLifetime
{
    private const string Hooks = "/api/v1/webhooks";

    private static readonly string[] Four = ["ticket.opened", "ticket.commented", "ticket.changed", "ticket.closed"];

    private readonly string path = Some.Word();
    private HttpClient admin = null!, agent = null!;

    public async Task InitializeAsync()
    {
        admin = await api.As("musterstadt", Role.Admin);
        agent = await api.As("musterstadt", Role.Agent);
    }

    public async Task DisposeAsync()
    {
        foreach (var webhook in (await admin.Get(Hooks).Json())["items"]!.AsArray())
            await admin.Delete($"{Hooks}/{webhook!["id"]}").ShouldAnswer(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_happens_is_told_once_for_each_act_with_a_signature_that_the_standards_own_library_checks()
    {
        var made = await Add(Four);
        var ticket = await agent.Open("Straßenlampe „Markt“ 🙂");
        await agent.Say(ticket.Id(), "Wir kommen.").ShouldAnswer(HttpStatusCode.Created);
        await agent.Say(ticket.Id(), "Der schon wieder.", "internal").ShouldAnswer(HttpStatusCode.Created);
        var read = await agent.Read(ticket.Id());
        await agent.Change(ticket.Id(), read.Version(), new { priority = "high", subject = "Lampe" }).ShouldAnswer(HttpStatusCode.OK);

        var got = await Came(3);
        got.Select(one => (string)one.Json["type"]!).ShouldBe(["ticket.opened", "ticket.commented", "ticket.changed"], ignoreOrder: true);
        var changed = got.Single(one => (string)one.Json["type"]! == "ticket.changed").Json["data"]!;
        changed["changes"]!.AsObject().Select(change => change.Key).ShouldBe(["due_at", "priority", "subject"]);
        ((string?)changed["tenant"], (string?)changed["ticket"]!["id"]).ShouldBe(("musterstadt", ticket.Id()));
        got.ShouldAllBe(one => !one.Body.Contains("schon wieder"));
        got.Select(one => one.Id).Distinct().Count().ShouldBe(3);

        var verified = await Verified([.. got.Select(one => ((string)made["secret"]!, one.Headers, one.Body))]);
        verified.Select(one => (string?)one?["type"]).ShouldBe(got.Select(one => (string?)one.Json["type"]));
        var spoilt = await Verified(
            ((string)made["secret"]!, got[0].Headers, got[0].Body.Replace("musterstadt", "beispielburg")),
            ((string)(await Add(Four))["secret"]!, got[0].Headers, got[0].Body));
        spoilt.ShouldBe([null, null]);
    }

    [Fact]
    public async Task A_receiver_that_fails_nine_times_gets_ten_tries_under_one_id_with_identical_bodies()
    {
        api.Sink.Answer(path, number => number < 10 ? 500 : 200);
        var made = await Add(["ticket.opened"]);
        await agent.Open();

        for (var i = 1; i < 10; i++)
        {
            await Came(i);
            await Delivery(made, one => (int)one["attempts"]! == i);
            api.Time.Advance(TimeSpan.FromHours(25));
            await Again();
        }

        var delivery = await Delivery(made, one => (string?)one["state"] == "delivered");
        var got = await Came(10);
        got.Select(one => (one.Id, one.Body)).Distinct().Count().ShouldBe(1);
        ((int)delivery["attempts"]!, (int)delivery["last_status"]!, (string?)delivery["last_error"], (string?)delivery["message_id"])
            .ShouldBe((10, 200, null, got[0].Id));
    }

    [Fact]
    public async Task One_that_fails_delays_neither_later_ones_nor_another_receiver()
    {
        var first = new TaskCompletionSource();
        api.Sink.Answer(path, async (number, _) =>
        {
            if (number == 1)
                await first.Task;
            return 200;
        });
        await Add(["ticket.opened"]);
        await agent.Open("Eins");
        await Came(1);
        await agent.Open("Zwei");
        await agent.Open("Drei");
        var other = Some.Word();
        await Add(["ticket.opened"], other);
        await agent.Open("Vier");

        await Eventually.Holds(() => Task.FromResult(api.Sink.At(other).Count == 1));
        first.SetResult();
        (await Came(4)).Select(one => one.Id).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_told_nothing_more_and_the_admins_are()
    {
        api.Sink.Answer(path, _ => 410);
        var made = await Add(["ticket.opened"]);
        await agent.Open();

        var stopped = await Eventually.Comes(async () =>
            await admin.Get($"{Hooks}/{made.Id()}").Json() is var webhook && !(bool)webhook["active"]! ? webhook : null);
        ((string?)stopped["stopped_because"], (int)(await Delivery(made))["attempts"]!).ShouldBe(("gone", 1));
        await Eventually.Holds(async () => (await admin.Get("/api/v1/notifications/items").Json())["items"]!.AsArray()
            .Any(one => (string?)one!["kind"] == "webhook_stopped"));
        await agent.Open();
        await admin.Post($"{Hooks}/{made.Id()}/test", null).ShouldRefuse(HttpStatusCode.Conflict, "webhook-stopped");

        api.Sink.Answer(path, _ => 200);
        var back = stopped.DeepClone();
        back["active"] = true;
        var again = await admin.Send(HttpMethod.Put, $"{Hooks}/{made.Id()}", back.ToJsonString(), ("If-Match",
            $"\"{stopped["version"]}\"")).Json();
        ((bool)again["active"]!, (string?)again["stopped_because"]).ShouldBe((true, null));
        await agent.Open("Danach");
        (await Came(2))[1].Body.ShouldContain("Danach");
    }

    [Fact]
    public async Task With_a_new_secret_the_one_before_signs_as_well_until_the_overlap_is_over()
    {
        var made = await Add(["ticket.opened"]);
        var rotated = await admin.Post($"{Hooks}/{made.Id()}/secret", new { overlap_hours = 1 }).Json();
        await agent.Open();
        var both = (await Came(1))[0];
        api.Time.Advance(TimeSpan.FromMinutes(61));
        admin = await api.As("musterstadt", Role.Admin);
        agent = await api.As("musterstadt", Role.Agent);
        await agent.Open();
        var one = (await Came(2))[1];

        (both.Headers["webhook-signature"].Split(' ').Length, one.Headers["webhook-signature"].Split(' ').Length).ShouldBe((2, 1));
        var (old, now) = ((string)made["secret"]!, (string)rotated["secret"]!);
        (now, old).ShouldNotBe((old, now));
        var verified = await Verified((old, both.Headers, both.Body), (now, both.Headers, both.Body));
        verified.ShouldAllBe(answer => answer != null);
        (await api.Column("select data::text from event where kind like 'webhook_list.%'")).ShouldAllBe(
            data => !data.Contains("whsec_") && !data.Contains(old) && !data.Contains(now));
    }

    [Fact]
    public async Task Sent_again_by_hand_it_is_the_same_under_the_same_id()
    {
        var made = await Add(["ticket.opened"]);
        var ticket = await agent.Open("Vorher");
        await Came(1);
        var delivery = await Delivery(made, one => (string?)one["state"] == "delivered");
        await agent.Change(ticket.Id(), 1, new { subject = "Nachher" }).ShouldAnswer(HttpStatusCode.OK);

        await admin.Post($"{Hooks}/{made.Id()}/deliveries/{delivery.Id()}/replay", null).ShouldAnswer(HttpStatusCode.Accepted);
        var got = await Came(2);
        (got[1].Id, got[1].Body).ShouldBe((got[0].Id, got[0].Body));
        var whole = await admin.Get($"{Hooks}/{made.Id()}/deliveries/{delivery.Id()}").Json();
        whole["body"]!.ToJsonString().ShouldBe(got[0].Json.ToJsonString());
        (await admin.Get("/api/v1/audit?kind=webhook_delivery.replayed").Json())["items"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_is_gone_by_the_time_it_would_be_sent_is_told_to_nobody()
    {
        api.Sink.Answer(path, number => number == 1 ? 500 : 200);
        var made = await Add(["ticket.opened", "ticket.deleted"]);
        var ticket = await agent.Open("Sehr persönlich");
        await Delivery(made, one => (int)one["attempts"]! == 1);
        await admin.Delete($"{TicketCalls.Tickets}/{ticket.Id()}", ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.NoContent);

        var got = await Came(2);
        ((string?)got[1].Json["type"], got[1].Body.Contains("persönlich")).ShouldBe(("ticket.deleted", false));
        var opened = await Delivery(made, one => (string?)one["event"] == "ticket.opened" && (string?)one["state"] == "dropped");
        ((string?)opened["last_error"], opened["next_try_at"]).ShouldBe(("withdrawn", null));
        (await admin.Get($"{Hooks}/{made.Id()}/deliveries/{opened.Id()}").Json())["body"].ShouldBeNull();
        await admin.Post($"{Hooks}/{made.Id()}/deliveries/{opened.Id()}/replay", null).ShouldRefuse(HttpStatusCode.Gone,
            "delivery-emptied");
    }

    [Fact]
    public async Task Files_are_told_by_name_and_size_and_internal_ones_only_where_they_are_wanted()
    {
        await Add(["ticket.changed", "ticket.commented"]);
        var ticket = await agent.Open();
        await agent.Attach(ticket.Id(), "geheim"u8.ToArray(), "intern.txt", "internal").ShouldAnswer(HttpStatusCode.Created);
        await agent.Attach(ticket.Id(), "offen"u8.ToArray(), "offen.txt", "public").ShouldAnswer(HttpStatusCode.Created);

        var told = (await Came(1))[0];
        ((string?)told.Json["type"], told.Body.Contains("intern")).ShouldBe(("ticket.changed", false));
        var file = told.Json["data"]!["attachments"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)file["file_name"], (int)file["size"]!, (string?)file["visibility"]).ShouldBe(("offen.txt", 5, "public"));
    }

    [Fact]
    public async Task Words_that_are_taken_back_leave_what_was_told_and_are_sent_to_nobody_again()
    {
        var made = await Add(["ticket.commented"]);
        var ticket = await agent.Open();
        var comment = await agent.Say(ticket.Id(), "Sehr persönlich").Json(HttpStatusCode.Created);
        await Came(1);
        var delivery = await Delivery(made, one => (string?)one["state"] == "delivered");
        await agent.Post($"{TicketCalls.Tickets}/{ticket.Id()}/comments/{comment["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);

        var address = $"{Hooks}/{made.Id()}/deliveries/{delivery.Id()}";
        await Eventually.Holds(async () => (await admin.Get(address).Json())["body"] is null);
        await admin.Post($"{address}/replay", null).ShouldRefuse(HttpStatusCode.Gone, "delivery-emptied");
        ((string?)(await admin.Get(address).Json())["delivery"]!["state"]).ShouldBe("delivered");
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_an_answer_is_never_shown()
    {
        var inside = Some.Word();
        api.Sink.Answer(path, async (_, context) =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = api.Sink.Url(inside);
            await context.Response.Body.WriteAsync("geheim von innen"u8.ToArray());
            return 302;
        });
        var made = await Add(["ticket.opened"]);
        await agent.Open();

        var delivery = await Delivery(made, one => (int)one["attempts"]! == 1);
        ((string?)delivery["state"], (string?)delivery["last_error"], (int)delivery["last_status"]!).ShouldBe(("delayed", "redirected",
            302));
        api.Sink.At(inside).ShouldBeEmpty();
        (await admin.Get($"{Hooks}/{made.Id()}/deliveries/{delivery.Id()}").Json()).ToJsonString().ShouldNotContain("geheim");
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_told_to_nobody()
    {
        var made = await Add(Four);
        var ticket = await agent.Open();
        await Came(1);
        var read = await agent.Read(ticket.Id());
        await agent.Change(ticket.Id(), read.Version(), new { priority = "medium" }).ShouldAnswer(HttpStatusCode.OK);
        await admin.Post($"{Hooks}/{made.Id()}/test", null).ShouldAnswer(HttpStatusCode.Accepted);

        (await Came(2)).Select(one => (string?)one.Json["type"]).ShouldBe(["ticket.opened", "webhook.test"]);
    }

    [Fact]
    public async Task Only_admins_have_to_do_with_them_and_a_repetition_makes_no_second_one()
    {
        var made = await admin.Post(Hooks, Body(["ticket.opened"]), ("Idempotency-Key", path)).Json(HttpStatusCode.Created);
        var again = await admin.Post(Hooks, Body(["ticket.opened"]), ("Idempotency-Key", path)).Json(HttpStatusCode.Created);
        (again.Id(), (string?)again["secret"]).ShouldBe((made.Id(), (string?)made["secret"]));
        (await admin.Get(Hooks).Json()).ToJsonString().ShouldNotContain("whsec_");
        foreach (var role in new[] { Role.Manager, Role.Agent, Role.Customer })
        {
            var client = await api.As("musterstadt", role);
            await client.Get(Hooks).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
            await client.Post(Hooks, Body(["ticket.opened"])).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
            await client.Get($"{Hooks}/{made.Id()}/deliveries").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        }
    }

    private object Body(string[] events, string? at = null) => new { url = api.Sink.Url(at ?? path), events };

    private Task<JsonNode> Add(string[] events, string? at = null) => admin.Post(Hooks, Body(events, at)).Json(HttpStatusCode.Created);

    private async Task<IReadOnlyList<WebhookSink.Got>> Came(int count)
    {
        await Eventually.Holds(
            () => Task.FromResult(api.Sink.At(path).Count >= count), $"{count} should have come, and {api.Sink.At(path).Count} did.");
        var got = api.Sink.At(path);
        got.Count.ShouldBe(count);
        return got;
    }

    private Task<JsonNode> Delivery(JsonNode webhook, Func<JsonNode, bool>? isIt = null) => Eventually.Comes(async () =>
        (await admin.Get($"{Hooks}/{webhook.Id()}/deliveries").Json())["items"]!.AsArray()
            .FirstOrDefault(one => isIt?.Invoke(one!) ?? true));

    // Who is signed in is so for hours only.
    private async Task Again() => admin = await api.As("musterstadt", Role.Admin);

    private static async Task<IReadOnlyList<JsonNode?>> Verified(
        params (string Secret, IReadOnlyDictionary<string, string> Headers, string Body)[] requests)
    {
        var folder = Path.Combine(RepositoryRoot.Find()!, "tests", "webhooks");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            await Subprocess.Run(folder, "npm", ["ci", "--no-audit", "--no-fund"], "");
        var asked = new JsonArray([.. requests.Select(one => new JsonObject
        {
            ["secret"] = one.Secret,
            ["body"] = one.Body,
            ["headers"] = new JsonObject(one.Headers.Where(header => header.Key.StartsWith("webhook-", StringComparison.Ordinal))
                .Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
        })]);
        return [.. JsonNode.Parse(await Subprocess.Run(folder, "node", ["verify.mjs"], asked.ToJsonString()))!.AsArray()];
    }
}

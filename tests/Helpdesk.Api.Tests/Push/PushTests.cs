using System.Buffers.Text;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Api.Tests.Push;

/// <summary>What people are told reaches their devices. The clock is moved, and the push service is this test's own.</summary>
public sealed class PushTests(PushingApi api) : IClassFixture<PushingApi>, IAsyncLifetime
{
    private const string Subscriptions = "/api/v1/push/subscriptions";

    private const string NewPassword = "ein ganz anderer Satz 7";

    private readonly Browser browser = new();
    private readonly string email = Some.Email();
    private HttpClient customer = null!, agent = null!;

    public async Task InitializeAsync()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        customer = await api.SignedIn("musterstadt", email);
        agent = await api.As("musterstadt", Role.Agent);
        // Nothing waits for an undo.
        await agent.Patch("/api/v1/me", new { mail_hold = 0 }).ShouldAnswer(HttpStatusCode.OK);
    }

    public Task DisposeAsync()
    {
        browser.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_answer_reaches_each_browser_of_the_person_encrypted_for_it_alone_and_says_no_more_than_the_centre()
    {
        using var other = new Browser();
        await Subscribe();
        await Subscribe(other);
        var ticket = await customer.Open("Straßenlampe „Markt“ 🙂");

        await agent.Say(ticket.Id(), "Wir kommen morgen.").ShouldAnswer(HttpStatusCode.Created);

        var got = (await Came(1))[0];
        var note = browser.Read(got);
        note.AsObject().Select(member => member.Key).ShouldBe(["kind", "number", "title", "text", "link", "tag", "lang"]);
        ((string?)note["kind"], (string?)note["title"], (string?)note["link"], (string?)note["tag"], (string?)note["lang"]).ShouldBe(
            ("ticket_answered", "Straßenlampe „Markt“ 🙂", $"/tickets/{ticket["number"]}", ticket.Id(), "de"));
        note.ToJsonString().ShouldNotContain("morgen");
        other.Read((await Came(1, other))[0]).ToJsonString().ShouldBe(note.ToJsonString());
        (got.Headers["ttl"], got.Headers["urgency"], got.Headers["content-encoding"], got.Headers["topic"].Length).ShouldBe(
            ("86400", "normal", "aes128gcm", 32));
        var key = (string)(await customer.Get("/api/v1/push/key").Json())["public_key"]!;
        got.Headers["authorization"].ShouldStartWith("vapid t=");
        got.Headers["authorization"].ShouldEndWith($"k={key}");
        Base64Url.DecodeFromChars(key).Length.ShouldBe(65);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_browser_that_its_service_knows_no_more_is_forgotten(int status)
    {
        api.Service.Answer(browser.Path, _ => status);
        var made = await Subscribe();
        await agent.Say((await customer.Open()).Id(), "Eins").ShouldAnswer(HttpStatusCode.Created);

        await Came(1);
        await Eventually.Holds(async () => (await customer.Get(Subscriptions).Json())["items"]!.AsArray().Count == 0);
        await customer.Get($"{Subscriptions}/{made.Id()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_service_that_is_busy_or_broken_is_tried_again_a_few_times_and_then_left_alone()
    {
        api.Service.Answer(browser.Path, (number, context) =>
        {
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult(number == 1 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status500InternalServerError);
        });
        await Subscribe();
        var ticket = await customer.Open();
        await agent.Say(ticket.Id(), "Eins").ShouldAnswer(HttpStatusCode.Created);

        for (var tries = 1; tries <= 6; tries++)
        {
            await Came(tries);
            await Waits(ticket, tries < 6 ? tries : null);
            api.Time.Advance(TimeSpan.FromHours(3));
        }

        await Renew();
        (await customer.Get(Subscriptions).Json())["items"]!.AsArray().ShouldHaveSingleItem("the browser is not forgotten for that");
        api.Service.Answer(browser.Path, _ => StatusCodes.Status201Created);
        await agent.Say(ticket.Id(), "Zwei").ShouldAnswer(HttpStatusCode.Created);
        await Came(7);
    }

    [Fact]
    public async Task A_service_that_lets_everybody_wait_holds_up_no_other()
    {
        await using var slow = new PushService();
        await slow.Start();
        using var waiting = new Browser();
        var end = new TaskCompletionSource();
        slow.Answer(waiting.Path, async (_, _) =>
        {
            await end.Task;
            return StatusCodes.Status201Created;
        });
        await customer.Send(HttpMethod.Put, Subscriptions, waiting.Subscription(slow.Url)).ShouldAnswer(HttpStatusCode.OK);
        await Subscribe();

        await agent.Say((await customer.Open()).Id(), "Eins").ShouldAnswer(HttpStatusCode.Created);
        await Eventually.Holds(() => Task.FromResult(slow.At(waiting.Path).Count == 1));
        await Came(1);
        await agent.Say((await customer.Open()).Id(), "Zwei").ShouldAnswer(HttpStatusCode.Created);
        await Came(2);
        end.SetResult();
    }

    [Fact]
    public async Task What_is_gone_or_not_for_the_reader_by_then_is_told_to_no_device()
    {
        api.Service.Answer(browser.Path, number => number <= 2 ? 500 : 201);
        await Subscribe();
        var (withdrawn, deleted) = (await customer.Open("Sehr persönlich"), await customer.Open("Auch persönlich"));
        var said = await agent.Say(withdrawn.Id(), "Eins").Json(HttpStatusCode.Created);
        await agent.Say(deleted.Id(), "Zwei").ShouldAnswer(HttpStatusCode.Created);
        await Came(2);
        await Waits(withdrawn, 1);
        await Waits(deleted, 1);

        await agent.Post($"{TicketCalls.Tickets}/{withdrawn.Id()}/comments/{said["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        var admin = await api.As("musterstadt", Role.Admin);
        await admin.Delete($"{TicketCalls.Tickets}/{deleted.Id()}").ShouldAnswer(HttpStatusCode.NoContent);
        api.Time.Advance(TimeSpan.FromMinutes(5));
        await Waits(withdrawn, null);
        await Waits(deleted, null);

        await agent.Say((await customer.Open("Danach")).Id(), "Drei").ShouldAnswer(HttpStatusCode.Created);
        ((string?)browser.Read((await Came(3))[2])["title"]).ShouldBe("Danach");
    }

    [Fact]
    public async Task What_is_switched_off_for_devices_and_what_quiet_hours_hold_does_not_come_now()
    {
        await Subscribe();
        await customer.Patch("/api/v1/me", new { pushes = new { ticket_answered = false } }).ShouldAnswer(HttpStatusCode.OK);
        ((bool)(await customer.Get("/api/v1/me").Json())["pushes"]!["ticket_answered"]!).ShouldBeFalse();
        var ticket = await customer.Open("Leise");
        await agent.Say(ticket.Id(), "Eins").ShouldAnswer(HttpStatusCode.Created);
        await Looked(ticket);
        await customer.Patch("/api/v1/me", new { pushes = new { ticket_answered = true } }).ShouldAnswer(HttpStatusCode.OK);

        // All of the day but its last minute, wherever the person is.
        await customer.Send(
            HttpMethod.Put, "/api/v1/notifications/preferences", new { quiet_hours = new { from = "00:00", to = "23:59" } },
            ("If-Match", "\"0\"")).ShouldAnswer(HttpStatusCode.OK);
        var held = await customer.Open("Nachts");
        await agent.Say(held.Id(), "Zwei").ShouldAnswer(HttpStatusCode.Created);
        await Eventually.Holds(async () => (await api.Column(
            $"select 1 from notification_item where stream_id = '{held.Id()}' and push_at > now() + interval '1 minute'")).Count == 1);
        api.Service.At(browser.Path).ShouldBeEmpty();

        api.Time.Advance(TimeSpan.FromDays(1));
        ((string?)browser.Read((await Came(1))[0])["title"]).ShouldBe("Nachts");
    }

    [Fact]
    public async Task Whoever_signs_out_ends_the_session_elsewhere_changes_the_password_or_is_suspended_is_told_nothing_more()
    {
        await Subscribe();
        await customer.Post("/api/v1/auth/logout", null).ShouldAnswer(HttpStatusCode.NoContent);
        (await Rows()).ShouldBe("0");

        await Renew();
        var made = await Subscribe();
        var elsewhere = await api.SignedIn("musterstadt", email);
        var known = (await elsewhere.Get(Subscriptions).Json())["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((bool)known["current"]!).ShouldBeFalse();
        var sessions = (await elsewhere.Get("/api/v1/auth/sessions").Json())["items"]!.AsArray();
        await elsewhere.Delete($"/api/v1/auth/sessions/{sessions.Single(one => !(bool)one!["current"]!)!["id"]}")
            .ShouldAnswer(HttpStatusCode.NoContent);
        (await Rows()).ShouldBe("0");
        await elsewhere.Get($"{Subscriptions}/{made.Id()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        await Renew();
        await Subscribe();
        await elsewhere.Post("/api/v1/auth/password", new { current_password = ApiFixture.Password, new_password = NewPassword })
            .ShouldAnswer(HttpStatusCode.NoContent);
        (await Rows()).ShouldBe("0");

        customer = api.Client("musterstadt", (await api.Tokens("musterstadt", email, NewPassword)).AccessToken);
        await Subscribe();
        var admin = await api.As("musterstadt", Role.Admin);
        var me = await customer.Get("/api/v1/me").Json();
        await admin.Send(HttpMethod.Patch, $"/api/v1/users/{me["id"]}", new { status = "suspended" }, ("If-Match", $"\"{me["version"]}\""))
            .ShouldAnswer(HttpStatusCode.OK);
        (await Rows()).ShouldBe("0");
    }

    [Fact]
    public async Task A_browser_whose_session_has_only_run_out_is_told_that_there_is_something_and_not_what()
    {
        await Subscribe();
        var ticket = await customer.Open("Vertraulich");
        api.Time.Advance(TimeSpan.FromDays(15));
        agent = await api.As("musterstadt", Role.Agent);
        await agent.Patch("/api/v1/me", new { mail_hold = 0 }).ShouldAnswer(HttpStatusCode.OK);

        await agent.Say(ticket.Id(), "Eins").ShouldAnswer(HttpStatusCode.Created);

        var note = browser.Read((await Came(1))[0]);
        note.ToJsonString().ShouldNotContain("Vertraulich");
        note.ToJsonString().ShouldNotContain((string)ticket["number"]!);
        ((string?)note["text"], (string?)note["link"]).ShouldBe(("Es gibt Neues für Sie. Melden Sie sich an, um es zu lesen.", "/"));
    }

    [Fact]
    public async Task The_same_browser_is_renewed_twenty_are_the_most_and_who_uses_it_next_takes_it_over()
    {
        var made = await Subscribe();
        var again = await customer.Send(HttpMethod.Put, Subscriptions, browser.Subscription(api.Service.Url, "Firefox, Linux")).Json();
        (again.Id(), (string?)again["name"], (bool)again["current"]!).ShouldBe((made.Id(), "Firefox, Linux", true));
        for (var more = 2; more <= 20; more++)
        {
            using var one = new Browser();
            await Subscribe(one);
        }

        using (var tooMany = new Browser())
            await customer.Send(HttpMethod.Put, Subscriptions, tooMany.Subscription(api.Service.Url))
                .ShouldRefuse(HttpStatusCode.Conflict, "too-many-devices");
        await Subscribe();

        var next = await api.As("musterstadt", Role.Customer);
        var taken = await next.Send(HttpMethod.Put, Subscriptions, browser.Subscription(api.Service.Url)).Json();
        taken.Id().ShouldNotBe(made.Id());
        await customer.Get($"{Subscriptions}/{made.Id()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await customer.Delete($"{Subscriptions}/{taken.Id()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await customer.Get(Subscriptions).Json())["items"]!.AsArray().Count.ShouldBe(19);
        await next.Delete($"{Subscriptions}/{taken.Id()}").ShouldAnswer(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_copy_of_the_database_leads_to_no_browser_and_signs_nothing()
    {
        await Subscribe();
        await customer.Get("/api/v1/push/key").ShouldAnswer(HttpStatusCode.OK);

        var rows = await api.Column("select encode(target, 'escape') || name || service from push_subscription");
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => !row.Contains(browser.Path) && !row.Contains("http://"));
        // A key that lies there as it is begins as every PKCS#8 does.
        (await api.Column("select encode(private_key, 'hex') from push_key")).ShouldHaveSingleItem().ShouldNotStartWith("3081");
    }

    [Fact]
    public async Task An_agent_at_the_desk_is_told_whose_ticket_it_is_and_led_to_it_there()
    {
        var address = Some.Email();
        var id = await api.EnrolServiceStaff(address, (api.Musterstadt, Role.Agent));
        var desk = await api.SignedIn("desk", address);
        await desk.Send(HttpMethod.Put, Subscriptions, browser.Subscription(api.Service.Url)).ShouldAnswer(HttpStatusCode.OK);
        var ticket = await customer.Open("Lampe");

        await agent.Change(ticket.Id(), ticket.Version(), new { assignee = id }).ShouldAnswer(HttpStatusCode.OK);

        var note = browser.Read((await Came(1))[0]);
        ((string?)note["kind"], (string?)note["link"]).ShouldBe(("ticket_assigned", $"/t/musterstadt/tickets/{ticket["number"]}"));
        ((string?)note["title"])!.ShouldEndWith(": Lampe");
    }

    private async Task<JsonNode> Subscribe(Browser? other = null) =>
        await customer.Send(HttpMethod.Put, Subscriptions, (other ?? browser).Subscription(api.Service.Url)).Json();

    // Who is signed in is so for hours only.
    private async Task Renew()
    {
        customer = await api.SignedIn("musterstadt", email);
        agent = await api.As("musterstadt", Role.Agent);
        await agent.Patch("/api/v1/me", new { mail_hold = 0 }).ShouldAnswer(HttpStatusCode.OK);
    }

    private async Task<string> Rows() => (await api.Column(
        $"select count(*)::text from push_subscription s join membership m on m.account_id = s.account_id where m.email = '{email}'"))[0];

    private async Task<IReadOnlyList<PushService.Got>> Came(int count, Browser? other = null)
    {
        var path = (other ?? browser).Path;
        await Eventually.Holds(
            () => Task.FromResult(api.Service.At(path).Count >= count), $"{count} should have come, and {api.Service.At(path).Count} did.");
        var got = api.Service.At(path);
        got.Count.ShouldBe(count);
        return got;
    }

    // Until so many tries are written down; null: nothing is on its way any more.
    private Task Waits(JsonNode ticket, int? tries) => Eventually.Holds(async () => (await api.Column(
        $"select attempts::text from push_delivery where stream_id = '{ticket.Id()}'")).SingleOrDefault() == tries?.ToString(null, null));

    // It was decided, and nothing is on its way.
    private Task Looked(JsonNode ticket) => Eventually.Holds(async () => (await api.Column(
        $"select 1 from notification_item where stream_id = '{ticket.Id()}' and push_at is not null")).Count == 0);
}

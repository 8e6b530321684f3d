using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>Held by whoever wrote what they tell, or by wishes of whoever gets them.</summary>
public sealed partial class WaitingMailTests
{
    [Fact]
    public async Task A_mail_that_its_author_can_take_back_is_listed_as_held_and_gone_when_it_is_taken_back()
    {
        var (ticket, taken) = (await customer.Open(), await customer.Open());
        var begin = api.Time.GetUtcNow();
        await Answer(ticket, "Bitte einmal neu laden.");
        var comment = await Answer(taken, "Ihr Passwort lautet geheim.");

        var held = (await Mails(ticket)).ShouldHaveSingleItem();
        ((string?)held["state"], (string?)held["reason"], (string?)held["to"], (int)held["attempts"]!)
            .ShouldBe(("held", "held_by_author", email, 0));
        ((DateTimeOffset)held["next_try_at"]!).ShouldBeInRange(begin.AddSeconds(10), api.Time.GetUtcNow().AddSeconds(10));
        ((string?)held["reason_text"]).ShouldBe("Wer geschrieben hat, was sie mitteilt, kann es noch zurücknehmen.");
        (await Listed(admin, "?state=held&limit=200")).Select(mail => (string?)mail["ticket"])
            .ShouldBe([(string?)taken["number"], (string?)ticket["number"]], ignoreOrder: true);
        await admin.Post($"/api/v1/outbox/{held["id"]}/retry").ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        await agent.Post($"{Path(taken)}/comments/{comment["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        (await Listed(admin, "?state=held&limit=200")).ShouldHaveSingleItem()["id"]!.ToString().ShouldBe((string)held["id"]!);
        await Held(ticket);
        await Mail(ticket, "sent");
        (await Mails(taken)).ShouldBeEmpty();
        api.Server.For(email).ShouldHaveSingleItem().ShouldNotContain("geheim");
    }

    [Fact]
    public async Task A_due_moment_inside_the_hold_lets_the_answer_leave_at_once()
    {
        var ticket = await customer.Open();
        var due = (DateTimeOffset)(await agent.Get(Path(ticket)).Json())["due_at"]!;
        api.Time.Advance(due - api.Time.GetUtcNow() - TimeSpan.FromSeconds(9));
        await SignInAgain();
        await Answer(ticket, "Wir sehen es uns an.");

        await Eventually.Holds(async () =>
            (await Mails(ticket)).Any(mail => (string)mail["to"]! == email && (string)mail["state"]! == "sent"));
        api.Time.GetUtcNow().ShouldBeLessThan(due);
    }

    [Fact]
    public async Task What_waits_for_the_end_of_quiet_hours_leaves_at_once_when_they_are_switched_off()
    {
        const string Preferences = "/api/v1/notifications/preferences";
        await customer.Send(HttpMethod.Put, Preferences, """{"quiet_hours":{"from":"00:00","to":"23:59"}}""", ("If-Match", "\"0\""))
            .ShouldAnswer(HttpStatusCode.OK);
        var ticket = await customer.Open();
        await Answer(ticket, "Später.");
        await Held(ticket);
        ((string?)(await Mail(ticket, "waiting"))["reason"]).ShouldBe("outside_hours");

        await customer.Send(HttpMethod.Put, Preferences, """{"quiet_hours":null}""", ("If-Match", "\"1\""))
            .ShouldAnswer(HttpStatusCode.OK);

        await Mail(ticket, "sent");
        api.Server.For(email).ShouldHaveSingleItem().ShouldContain("ter.");
    }

    [Fact]
    public async Task Quiet_by_the_calendar_means_that_mails_wait_until_the_municipality_opens()
    {
        const string Preferences = "/api/v1/notifications/preferences";
        await admin.Post("/api/v1/sla/calendars", """
            {"name":"Rathaus","zone":"Europe/Berlin","windows":[{"days":["mon","tue","wed","thu","fri"],"from":"08:00","to":"17:00"}]}
            """).ShouldAnswer(HttpStatusCode.Created);
        // Noon of a Saturday.
        var now = api.Time.GetUtcNow();
        var saturday = now.Date.AddDays(((int)DayOfWeek.Saturday - (int)now.DayOfWeek + 7) % 7 + 7).AddHours(11);
        api.Time.Advance(saturday - now.UtcDateTime);
        await SignInAgain();
        customer = await api.SignedIn("musterstadt", email);
        var chosen = await customer.Send(
            HttpMethod.Put, Preferences, """{"quiet_hours":{"calendar":true}}""", ("If-Match", "\"0\"")).Json();
        chosen["quiet_hours"]!.ToJsonString().ShouldBe("""{"from":null,"to":null,"calendar":true,"urgent_breaches_pass":true}""");
        await customer.Send(HttpMethod.Put, Preferences, chosen.ToJsonString(), ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        var problem = await customer.Send(
            HttpMethod.Put, Preferences, """{"quiet_hours":{"calendar":true,"from":"22:00"}}""", ("If-Match", "\"1\""))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)problem["errors"]![0]!["pointer"]!, (string)problem["errors"]![0]!["code"]!)
            .ShouldBe(("/quiet_hours/from", "not-settable"));

        var ticket = await customer.Open();
        var told = (await agent.Post($"{Path(ticket)}/comments?preview=recipients", new { body = "Montag.", visibility = "public" }).Json())
            ["items"]!.AsArray().Single(one => (string)one!["channel"]! == "mail")!;
        await Answer(ticket, "Montag.");
        await Held(ticket);

        var waits = await Mail(ticket, "waiting");
        ((string?)waits["reason"], (DateTimeOffset)waits["next_try_at"]!).ShouldBe(("outside_hours", (DateTimeOffset)told["at"]!));
        ((DateTimeOffset)waits["next_try_at"]!).ShouldBeInRange(saturday.AddHours(42), saturday.AddHours(44));
    }

    [Fact]
    public async Task What_is_gathered_waits_until_the_morning_and_says_so()
    {
        await customer.Patch("/api/v1/me", new { mail_digest = "daily" }).ShouldAnswer(HttpStatusCode.OK);
        var ticket = await customer.Open();
        await Answer(ticket, "Später.");
        await Held(ticket);

        ((string?)(await Mail(ticket, "waiting"))["reason"]).ShouldBe("digest");

        await customer.Patch("/api/v1/me", new { mail_digest = "none" }).ShouldAnswer(HttpStatusCode.OK);
        await Mail(ticket, "sent");
    }
}

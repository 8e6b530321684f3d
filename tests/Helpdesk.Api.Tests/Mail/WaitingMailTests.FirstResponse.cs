namespace Helpdesk.Api.Tests.Mail;

/// <summary>The first response counts when a mail server accepted the answer, and where none is sent when it was written.</summary>
public sealed partial class WaitingMailTests
{
    [Fact]
    public async Task A_first_answer_counts_from_the_moment_at_which_the_mail_server_accepted_it()
    {
        var ticket = await Promised();
        var comment = await Answer(ticket, "Wir sehen es uns an.");
        var (before, seen) = (await Sla(ticket), await customer.Get(Path(ticket)));
        ((string?)First(before)["verdict"], (string?)First(before)["ended_at"]).ShouldBe(("on_track", null));
        ((DateTimeOffset)before["awaits_mail_since"]!).ShouldBe((DateTimeOffset)comment["created_at"]!);

        await Held(ticket);
        var sent = await Mail(ticket, "sent");

        await Eventually.Holds(async () => (string?)First(await Sla(ticket))["verdict"] == "met");
        var after = await Sla(ticket);
        ((DateTimeOffset)First(after)["ended_at"]!).ShouldBe((DateTimeOffset)sent["sent_at"]!, TimeSpan.FromMilliseconds(1));
        after["awaits_mail_since"].ShouldBeNull();
        (await customer.Get(Path(ticket))).Headers.ETag.ShouldBe(seen.Headers.ETag);
        (await Words(agent, ticket)).ShouldContain("Die Antwort wurde zugestellt");
        (await Words(customer, ticket)).ShouldNotContain("Die Antwort wurde zugestellt");
    }

    [Fact]
    public async Task An_answer_that_is_refused_does_not_count_until_a_later_try_is_accepted()
    {
        api.Server.Say(email, 550, "5.7.1 Not wanted here");
        var ticket = await Promised();
        await Answer(ticket, "Wir sehen es uns an.");
        await Held(ticket);
        var failed = await Mail(ticket, "failed");
        ((string?)First(await Sla(ticket))["verdict"]).ShouldBe("on_track");

        api.Time.Advance((DateTimeOffset)First(await Sla(ticket))["due_at"]! - api.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        await SignInAgain();
        ((string?)First(await Sla(ticket))["verdict"]).ShouldBe("breached");

        api.Server.Say(email, null);
        await admin.Post($"/api/v1/outbox/{failed["id"]}/retry").ShouldAnswer(HttpStatusCode.NoContent);
        await Mail(ticket, "sent");
        await Eventually.Holds(async () => (string?)First(await Sla(ticket))["verdict"] == "missed");
    }

    [Fact]
    public async Task An_answer_that_was_taken_back_before_it_was_mailed_does_not_count()
    {
        var ticket = await Promised();
        var comment = await Answer(ticket, "Ihr Passwort lautet geheim.");
        await agent.Post($"{Path(ticket)}/comments/{comment["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        await Held(ticket);

        var sla = await Sla(ticket);
        ((string?)First(sla)["verdict"], sla["awaits_mail_since"]).ShouldBe(("on_track", null));
    }

    [Fact]
    public async Task Whoever_gathers_their_mails_is_answered_when_the_answer_is_written()
    {
        await customer.Patch("/api/v1/me", new { mail_digest = "daily" }).ShouldAnswer(HttpStatusCode.OK);
        var ticket = await Promised();
        var comment = await Answer(ticket, "Wir sehen es uns an.");

        var sla = await Sla(ticket);
        ((string?)First(sla)["verdict"], (DateTimeOffset)First(sla)["ended_at"]!).ShouldBe(("met", (DateTimeOffset)comment["created_at"]!));
    }

    [Fact]
    public async Task Who_switches_mails_off_while_the_answer_is_held_is_answered_since_it_was_written()
    {
        var ticket = await Promised();
        var comment = await Answer(ticket, "Wir sehen es uns an.");
        await customer.Patch("/api/v1/me", new { mail_digest = "daily" }).ShouldAnswer(HttpStatusCode.OK);
        await Held(ticket);

        await Eventually.Holds(async () => (string?)First(await Sla(ticket))["verdict"] == "met");
        ((DateTimeOffset)First(await Sla(ticket))["ended_at"]!).ShouldBe((DateTimeOffset)comment["created_at"]!);
        (await Words(agent, ticket)).ShouldContain("Die Antwort zählt ohne Mail: Der Kunde möchte keine, oder erst später");
    }

    private async Task<JsonNode> Promised()
    {
        var category = Some.Word();
        await admin.Post("/api/v1/sla/policies", $$"""
            {"name":"{{category}}","conditions":{"category":["{{category}}"]},"position":0,
                "targets":[{"target":"first_response","priority":"medium","within":"PT2H"}]}
            """).ShouldAnswer(HttpStatusCode.Created);
        var opening = new { subject = "Drucker", description = "Druckt nicht.", priority = "medium", category };
        return await customer.Post("/api/v1/tickets", opening).Json(HttpStatusCode.Created);
    }

    private async Task<JsonNode> Sla(JsonNode ticket) => await agent.Get($"{Path(ticket)}/sla").Json();

    private static async Task<List<string>> Words(HttpClient reader, JsonNode ticket) =>
        [.. (await reader.Get($"{Path(ticket)}/timeline").Json())["items"]!.AsArray().Select(item => (string)item!["words"]!["de"]!)];

    private static JsonNode First(JsonNode sla) =>
        sla["targets"]!.AsArray().Single(target => (string)target!["target"]! == "first_response")!;
}

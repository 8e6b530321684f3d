using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tests.Tickets;

/// <summary>From the closing over the mail to the rating, by link and signed in.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class SatisfactionTests(ApiFixture api)
{
    [Fact]
    public async Task The_link_of_the_mail_asks_without_changing_anything_and_only_a_post_answers()
    {
        var (ticket, token, _) = await Closed();
        var anybody = api.Client("musterstadt");
        var before = await Events(ticket);

        var asked = await anybody.Get(Link(token)).Json();
        await anybody.Send(HttpMethod.Head, Link(token), null);
        (await api.Plain("musterstadt").GetAsync($"/satisfaction/{token}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        ((int)asked["closing"]!, (int?)asked["rating"], (bool)asked["can_rate"]!).ShouldBe((1, null, true));
        (await Events(ticket)).ShouldBe(before);

        var rated = await anybody.Post(Link(token), new { rating = 4, comment = "Flott" }).Json();
        ((int)rated["rating"]!, (string)rated["comment"]!).ShouldBe((4, "Flott"));
        (await Events(ticket)).ShouldBe([.. before, "ticket.rated"]);
    }

    [Fact]
    public async Task A_second_rating_replaces_the_first_for_a_week_and_then_no_more()
    {
        var (ticket, token, _) = await Closed();
        var anybody = api.Client("musterstadt");
        await anybody.Post(Link(token), new { rating = 1 }).Json();
        api.Time.Advance(TimeSpan.FromDays(6));
        await anybody.Post(Link(token), new { rating = 5 }).Json();

        api.Time.Advance(TimeSpan.FromDays(1));
        await anybody.Post(Link(token), new { rating = 2 }).ShouldRefuse(HttpStatusCode.Conflict, "rating-final");
        var read = await anybody.Get(Link(token)).Json();
        ((int)read["rating"]!, (bool)read["can_rate"]!).ShouldBe((5, false));

        api.Time.Advance(TimeSpan.FromDays(30));
        await anybody.Get(Link(token)).ShouldRefuse(HttpStatusCode.Gone, "rating-link-expired");
        await anybody.Post(Link(token), new { rating = 2 }).ShouldRefuse(HttpStatusCode.Gone, "rating-link-expired");
        (await Events(ticket)).Count(kind => kind == "ticket.rated").ShouldBe(2);
    }

    [Fact]
    public async Task A_link_of_another_municipality_or_made_up_or_changed_is_not_there()
    {
        var (_, token, _) = await Closed();
        await api.Client("beispielburg").Get(Link(token)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await api.Client("beispielburg").Post(Link(token), new { rating = 5 }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        var forged = new SatisfactionLink(api.Musterstadt, new(Guid.CreateVersion7()), 1, Instant.FromUtc(2100, 1, 1, 0, 0)).Seal(
            new ForeignSeals());
        foreach (var wrong in new[] { forged, "x", token[..^2] + "AA", new string('!', token.Length) })
        {
            await api.Client("musterstadt").Get(Link(wrong)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            await api.Client("musterstadt").Post(Link(wrong), new { rating = 5 }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task Reopened_and_closed_again_it_is_asked_anew_and_the_old_link_is_void()
    {
        var (ticket, token, email) = await Closed();
        var anybody = api.Client("musterstadt");
        await anybody.Post(Link(token), new { rating = 1 }).Json();
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { reason = "Kam wieder" }).Json();
        await anybody.Post(Link(token), new { rating = 2 }).ShouldRefuse(HttpStatusCode.Conflict, "ticket-not-closed");

        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Nun aber" }).Json();
        await anybody.Post(Link(token), new { rating = 2 }).ShouldRefuse(HttpStatusCode.Gone, "rating-void");
        var next = await Asked(email, notThis: token);
        await anybody.Post(Link(next), new { rating = 5 }).Json();

        var satisfaction = (await agent.Read(ticket))["satisfaction"]!;
        ((int)satisfaction["closing"]!, (int)satisfaction["rating"]!).ShouldBe((2, 5));
    }

    [Fact]
    public async Task The_signed_in_requester_rates_too_and_nobody_else()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var agent = await api.As("musterstadt", Role.Agent);
        var ticket = (await customer.Open()).Id();
        var path = $"{TicketCalls.Tickets}/{ticket}/satisfaction";
        await customer.Post(path, new { rating = 3 }).ShouldRefuse(HttpStatusCode.Conflict, "ticket-not-closed");
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Fertig" }).Json();

        await agent.Post(path, new { rating = 5 }).ShouldRefuse(HttpStatusCode.Forbidden, "requester-only");
        await (await api.As("musterstadt", Role.Customer)).Post(path, new { rating = 5 }).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await customer.Post(path, new { rating = 6 }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await customer.Post(path, new { rating = 3, comment = "Ging so" }).Json();

        ((int)(await agent.Get(path).Json())["rating"]!).ShouldBe(3);
        ((bool)(await agent.Get(path).Json())["can_rate"]!).ShouldBeFalse();
        var timeline = await agent.Get($"{TicketCalls.Tickets}/{ticket}/timeline").Json();
        timeline["items"]!.AsArray().Select(item => (string)item!["words"]!["de"]!).ShouldContain("hat den Abschluss mit 3 von 5 bewertet");
    }

    [Fact]
    public async Task The_page_behind_the_link_takes_a_form_and_shows_what_was_said_as_text()
    {
        var (ticket, token, _) = await Closed();
        using var plain = api.Plain("musterstadt");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["rating"] = "2", ["comment"] = "<script>alert(1)</script>" });
        var answer = await plain.PostAsync($"/satisfaction/{token}", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self'");
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("<script>");
        (await Events(ticket)).ShouldContain("ticket.rated");

        using var wrong = new FormUrlEncodedContent(new Dictionary<string, string> { ["rating"] = "9" });
        (await plain.PostAsync($"/satisfaction/{token}", wrong)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var (body, type) in new[]
        {
            (string.Concat(Enumerable.Repeat("a=&", 4_000)), "application/x-www-form-urlencoded"),
                ("--x\r\n", "multipart/form-data; boundary=x"),
            ("--x\r\n", "multipart/form-data"), ("{}", "application/json"), ("rating=3&comment=%00", "application/x-www-form-urlencoded"),
            (new string('a', 20_000), "application/x-www-form-urlencoded"),
        })
        {
            using var unreadable = new StringContent(body);
            unreadable.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            (await plain.PostAsync($"/satisfaction/{token}", unreadable)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, type);
        }

        (await plain.GetAsync("/satisfaction/made-up")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_refuses_in_the_words_that_programs_get_but_says_what_to_do_about_a_link()
    {
        var (_, token, _) = await Closed();
        using var plain = api.Plain("musterstadt");
        using var wrong = new FormUrlEncodedContent(new Dictionary<string, string> { ["rating"] = "9", ["comment"] = new('x', 2_001) });

        var invalid = await (await plain.PostAsync($"/satisfaction/{token}", wrong)).Content.ReadAsStringAsync();
        invalid.ShouldContain(TicketErrors.BadScore("/rating").MessageDe!);
        invalid.ShouldContain(FieldError.TooLong("/comment", 2_000).MessageDe!);
        (await (await plain.GetAsync("/satisfaction/made-up")).Content.ReadAsStringAsync())
            .ShouldContain("Diesen Link gibt es nicht. Bitte kopieren Sie ihn vollständig aus der E-Mail.");
    }

    private static string Link(string token) => $"/api/v1/satisfaction/{token}";

    private async Task<IReadOnlyList<string>> Events(string ticket) =>
        await api.Column($"select kind from event where stream_id = '{ticket}' order by version");

    /// <summary>A ticket that was just closed, the token that its requester was mailed, and their address.</summary>
    private async Task<(string Ticket, string Token, string Email)> Closed()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var ticket = (await (await api.SignedIn("musterstadt", email)).Open()).Id();
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Kabel getauscht" }).Json();
        return (ticket, await Asked(email), email);
    }

    // Whoever owes the mail follows the feed by itself.
    private async Task<string> Asked(string email, string? notThis = null)
    {
        var (token, number) = await Eventually.Comes(
            async () => await api.Mail(email) is { Template: SatisfactionMail.Template, Token: { } sent, About: { } about }
                && sent != notThis ? Tuple.Create(sent, about) : null);
        number.ShouldStartWith("MUST-");
        return token;
    }
}

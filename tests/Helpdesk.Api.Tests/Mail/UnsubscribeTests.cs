using Helpdesk.Api.Tests.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Mail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>What is in the head of a mail about a ticket, and what can be done with it.</summary>
public sealed class UnsubscribeTests(AnsweredApi mailing) : MailedPeople<AnsweredApi>(mailing), IClassFixture<AnsweredApi>
{
    [Fact]
    public async Task The_mails_of_a_ticket_hang_together_and_an_answer_finds_its_ticket()
    {
        var ticket = await customer.Open();
        var (first, second) = (await Mailed(ticket, "Erstens."), await Mailed(ticket, "Zweitens."));
        var key = api.Get<IMailKeys>().Of(api.Musterstadt);
        TicketId id = new(Guid.Parse((string)ticket["id"]!));

        MailSignature.ReadMessageId(key, first.MessageId!)!.Ticket.ShouldBe(id);
        MailSignature.ReadMessageId(api.Get<IMailKeys>().Of(api.Beispielburg), first.MessageId!).ShouldBeNull();
        (first.InReplyTo, second.InReplyTo).ShouldBe(($"{id.Value:N}.thread@musterstadt.localhost", first.MessageId));
        second.References.ShouldBe([$"{id.Value:N}.thread@musterstadt.localhost", first.MessageId!]);
        var reply = second.ReplyTo.Mailboxes.ShouldHaveSingleItem().Address;
        MailSignature.ReadReplyAddress(key, reply, EmailAddress.Parse("reply@mail.example").Value)!.Ticket.ShouldBe(id);
        first.Headers[HeaderId.ListId].ShouldBe("<notices.musterstadt.localhost>");
        first.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task The_button_of_the_mailbox_turns_off_that_kind_and_no_other_however_often_it_is_pressed()
    {
        var path = Link(await Mailed(await customer.Open(), "Antwort."));
        using var mailbox = api.Plain("musterstadt");
        (await mailbox.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Mails()).Where(mail => !mail.Value).ShouldBeEmpty();

        for (var times = 0; times < 2; times++)
        {
            using var button = new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });
            (await mailbox.PostAsync(path, button)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Mails()).Where(mail => !mail.Value).Select(mail => mail.Key).ShouldBe(["ticket_answered"]);
        }

        using var again = new FormUrlEncodedContent(new Dictionary<string, string> { ["again"] = "1" });
        (await (await mailbox.PostAsync(path, again)).Content.ReadAsStringAsync()).ShouldContain("Solche Mails kommen wieder.");
        (await Mails()).Where(mail => !mail.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_says_what_is_turned_off_in_both_languages_and_is_no_help_to_strangers()
    {
        var path = Link(await Mailed(await customer.Open(), "Antwort."));
        using var reader = api.Plain("musterstadt");
        (await Page("de")).ShouldContain("<li>Antworten zu Ihren Tickets</li>");
        (await Page("en")).ShouldContain("<li>Answers about your tickets</li>");

        using var elsewhere = api.Plain("beispielburg");
        (await elsewhere.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.PostAsync($"{path[..^4]}AAAA", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Mails()).Where(mail => !mail.Value).ShouldBeEmpty();

        async Task<string> Page(string language)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Language", language } } };
            return await (await reader.SendAsync(ask)).Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task Somebody_without_a_password_can_turn_mails_off_and_on_again()
    {
        var citizen = Some.Email();
        var ticket = await agent.Post("/api/v1/tickets", new
        {
            subject = "Am Telefon",
            description = "Ruft wegen der Hundesteuer an.",
            requester_email = citizen,
            requester_name = "Berta Bürgerin",
        }).Json(HttpStatusCode.Created);
        var path = Link(await Mailed(ticket, "Unterwegs.", citizen));
        using var mailbox = api.Plain("musterstadt");

        (await mailbox.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await api.Column($"select array_to_string(mails_off, ',') from membership where email = '{citizen}'"))
            .ShouldBe(["ticket_answered"]);
    }

    private async Task<MimeMessage> Mailed(JsonNode ticket, string body, string? to = null)
    {
        var before = api.Server.For(to ?? email).Count;
        await agent.Post($"/api/v1/tickets/{ticket["id"]}/comments", new { body, visibility = "public" }).Json(HttpStatusCode.Created);
        api.Time.Advance(TimeSpan.FromSeconds(11));
        var mail = await Eventually.Comes(() => Task.FromResult(api.Server.For(to ?? email).Skip(before).FirstOrDefault()));
        return MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));
    }

    private async Task<Dictionary<string, bool>> Mails() =>
        (await customer.Get("/api/v1/me").Json())["mails"]!.AsObject().ToDictionary(mail => mail.Key, mail => (bool)mail.Value!);

    private static string Link(MimeMessage mail) =>
        new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
}

/// <summary>With a mail server, and an inbox for answers; people reach it by https.</summary>
public sealed class AnsweredApi : MailingApi
{
    protected override (string Key, string Value)[] Settings =>
        [.. base.Settings, ("Helpdesk:Mail:ReplyTo", "reply@mail.example"), ("Helpdesk:Links:Scheme", "https")];
}

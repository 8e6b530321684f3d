using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Markup;

[Collection(SharedHosts.TwoTowns)]
public sealed class MarkupEndpointsTests(ApiFixture api)
{
    [Fact]
    public async Task What_staff_write_with_marks_is_read_as_they_saw_it_before()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = (await customer.Open()).Id();
        const string Text = "Bitte **neu starten**,\n<b>danach</b> [hier](javascript:1) melden.";

        var preview = (string)(await agent.Post("/api/v1/markup/preview", new { text = Text }).Json())["html"]!;
        var written = await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", new { body = Text }).Json(HttpStatusCode.Created);

        preview.ShouldBe("<p>Bitte <strong>neu starten</strong>,<br />\n&lt;b&gt;danach&lt;/b&gt; hier melden.</p>");
        ((string?)written["html"], (string?)written["body"]).ShouldBe((preview, Text));
        var read = (await customer.Get($"{TicketCalls.Tickets}/{ticket}/comments").Json())["items"]![0]!;
        ((string?)read["html"]).ShouldBe(preview);
    }

    [Fact]
    public async Task What_customers_write_is_shown_as_they_typed_it_and_what_was_taken_back_not_at_all()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var comments = $"{TicketCalls.Tickets}/{(await customer.Open()).Id()}/comments";
        var own = await customer.Post(comments, new { body = "1. **nicht** fett" }).Json(HttpStatusCode.Created);
        var answer = await agent.Post(comments, new { body = "**fett**" }).Json(HttpStatusCode.Created);
        await agent.Post($"{comments}/{answer["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);

        own["html"].ShouldBeNull();
        (await customer.Get(comments).Json())["items"]!.AsArray().ShouldAllBe(comment => comment!["html"] == null);
        await customer.Post("/api/v1/markup/preview", new { text = "x" }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
    }
}

namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.ManyTowns)]
public sealed class TagTests(ApiFixture api)
{
    [Fact]
    public async Task Staff_tag_tickets_and_find_them_by_their_tags()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var (ticket, tag) = (await customer.Open(), $"größe {Some.Number()}");
        await customer.Open("Ein anderes");
        var path = $"{TicketCalls.Tickets}/{ticket.Id()}/tags/{Uri.EscapeDataString(tag)}";

        var tagged = await agent.Send(HttpMethod.Put, path, null).Json();
        tagged["tags"]!.AsArray().Select(one => (string)one!).ShouldBe([tag]);
        ((int)(await agent.Send(HttpMethod.Put, path, null).Json())["version"]!).ShouldBe(tagged.Version());
        (await agent.Get($"{TicketCalls.Tickets}?tag={Uri.EscapeDataString(tag)}").Json()).Ids().ShouldBe([ticket.Id()]);

        (await customer.Read(ticket.Id()))["tags"].ShouldBeNull();
        await customer.Send(HttpMethod.Put, path, null).ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await customer.Get($"{TicketCalls.Tickets}?tag=x").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");

        (await agent.Delete(path).Json())["tags"]!.AsArray().ShouldBeEmpty();
        (await agent.Get($"{TicketCalls.Tickets}?tag={Uri.EscapeDataString(tag)}").Json()).Ids().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_tag_is_refused()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var ticket = await agent.Open();
        foreach (var tag in new[] { "a%2Fb", "%20", "-", new string('x', 101) })
            await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{ticket.Id()}/tags/{tag}", null).ShouldRefuse(
                HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task What_can_be_no_word_of_a_ticket_is_refused_when_it_is_asked_for_too()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        foreach (var filter in (string[])["tag=Vpn%20", "category=a%2Fb", "queue=%C2%A0it", "team=%EF%BC%A9%EF%BC%B4"])
        {
            var refused = await agent.Get($"{TicketCalls.Tickets}?{filter}").ShouldRefuse(
                HttpStatusCode.UnprocessableEntity, "invalid-query");
            ((string)refused["errors"]![0]!["code"]!).ShouldBe("bad-key");
        }
    }

    [Fact]
    public async Task A_street_is_one_word_however_it_is_written()
    {
        var (agent, word) = (await api.As("musterstadt", Role.Agent), $"Bahnhofstraße {Some.Number()}");
        var ticket = (await agent.Post(
            TicketCalls.Tickets, new { subject = "Laterne", description = "Dunkel.", category = word }).Json(HttpStatusCode.Created)).Id();
        await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{ticket}/tags/{Uri.EscapeDataString(word)}", null).Json();

        foreach (var spelling in (string[])[word, word.ToUpperInvariant(), word.Replace("ß", "ss"), word.Replace("ß", "SS")])
        {
            foreach (var filter in (string[])["tag", "category"])
                (await agent.Get($"{TicketCalls.Tickets}?{filter}={Uri.EscapeDataString(spelling)}").Json()).Ids().ShouldBe([ticket]);
        }
    }
}

namespace Helpdesk.Api.Tests.Tickets;

/// <summary>Tickets and their lists, addressed as people speak of them.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class TicketAddressTests(ApiFixture api)
{
    [Fact]
    public async Task A_number_does_where_an_id_does_for_whoever_may_and_for_nobody_else()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = await customer.Open();
        var (id, number) = (ticket.Id(), (string)ticket["number"]!);

        foreach (var path in new[] { "", "/comments", "/timeline", "/satisfaction", "/sla", "/suggested-assignees", "/time-entries" })
        {
            (await agent.Get($"{TicketCalls.Tickets}/{number}{path}").Json()).ToJsonString()
                .ShouldBe((await agent.Get($"{TicketCalls.Tickets}/{id}{path}").Json()).ToJsonString(), path);
        }

        (await customer.Read(number.ToLowerInvariant())).Id().ShouldBe(id);
        using var said = await agent.Say(number, "Kommt gleich.");
        said.Headers.Location!.OriginalString.ShouldStartWith($"{TicketCalls.Tickets}/{id}/comments/");
        (await agent.Change(number, 2, new { assignee = "me" }).Json()).Id().ShouldBe(id);
        await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{number}/tags/drucker", null).ShouldAnswer(HttpStatusCode.OK);

        var stranger = await api.As("musterstadt", Role.Customer);
        var (theirs, elsewhere) = (await stranger.Get($"{TicketCalls.Tickets}/{number}").ShouldRefuse(HttpStatusCode.NotFound, "not-found"),
            await api.As("beispielburg", Role.Agent));
        var nobodys = await stranger.Get($"{TicketCalls.Tickets}/MUST-999999").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        ((string)theirs["detail"]!).ShouldBe((string)nobodys["detail"]!);
        await elsewhere.Get($"{TicketCalls.Tickets}/{number}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_a_ticket_does_not_have_is_null_for_staff_and_what_is_staffs_own_is_not_there_for_customers()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var id = (await customer.Open()).Id();

        foreach (var (reader, isThere) in new[] { (agent, true), (customer, false) })
        {
            var item = (await reader.Get($"{TicketCalls.Tickets}?limit=200").Json())["items"]!.AsArray().Single(one => one!.Id() == id)!;
            foreach (var shown in new[] { (await reader.Read(id)).AsObject(), item.AsObject() })
                (shown.ContainsKey("queue"), shown.ContainsKey("team"), shown["queue"]).ShouldBe((isThere, isThere, null));
        }
    }

    [Fact]
    public async Task Lists_leave_out_a_status_and_find_a_requester_by_address()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var customer = await api.SignedIn("musterstadt", email);
        var (open, closed) = ((await customer.Open()).Id(), (await customer.Open()).Id());
        await agent.Post($"{TicketCalls.Tickets}/{closed}/close", new { resolution_text = "Erledigt." }).ShouldAnswer(HttpStatusCode.OK);

        (await Found(agent, $"requester={Uri.EscapeDataString(email.ToUpperInvariant())}")).ShouldBe([open, closed], ignoreOrder: true);
        (await Found(agent, $"requester={Uri.EscapeDataString(email)}&status=!closed")).ShouldBe([open]);
        (await Found(agent, $"requester={Uri.EscapeDataString(email)}&status=closed,open,!open")).ShouldBe([closed]);
        (await Found(agent, $"requester={Uri.EscapeDataString(Some.Email())}")).ShouldBeEmpty();
        (await Found(await api.As("beispielburg", Role.Agent), $"requester={Uri.EscapeDataString(email)}")).ShouldBeEmpty();
        (await Found(await api.As("musterstadt", Role.Customer), $"requester={Uri.EscapeDataString(email)}")).ShouldBeEmpty();
        await agent.Get($"{TicketCalls.Tickets}?status=!gone").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await agent.Get($"{TicketCalls.Tickets}?status=open,!open").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await agent.Get($"{TicketCalls.Tickets}?requester=@").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    private static async Task<string[]> Found(HttpClient who, string filter) =>
        [.. (await who.Get($"{TicketCalls.Tickets}?{filter}&limit=200").Json()).Ids()];
}
